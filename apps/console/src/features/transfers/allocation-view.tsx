// The tree of the money: who got it from whom, with which label, how much was paid against the time.
import type { PlanFileJson, PlanHead } from '@hengjian/server/schemas/plans.ts';
import type { TransferFileJson } from '@hengjian/server/schemas/transfers.ts';
import { Button, Select, Tag, Tooltip } from 'antd';
import { useState } from 'react';
import { useGet } from '../../api.ts';
import { day, share, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';
import { Allocate } from './allocate-form.tsx';
import { useDeed, Withdraw } from './deeds.tsx';
import { Bar } from './parts.tsx';
import { Pay } from './pay-form.tsx';

const text = texts.transfers;
type ShareRow = TransferFileJson['shares'][number];

export function AllocationView({ file }: { file: TransferFileJson }) {
  const t = useTexts();
  const [giver, setGiver] = useState<{ name: string | null; left: number; label: string | null } | null>(null);
  const [paying, setPaying] = useState<ShareRow | null>(null);
  return (
    <>
      <Panel
        flush
        title={
          <span className="row">
            {file.notice.receiver} <Targets file={file} shareId={null} targets={file.notice.targets} />
          </span>
        }
        extra={
          <Button type="primary" onClick={() => setGiver({ name: null, left: file.leftFen, label: file.notice.label })}>
            {t(text.allocate)}
          </Button>
        }
      >
        <table className="plain">
          <thead>
            <tr>
              <th>{t(text.receiver)}</th>
              <th>{t(text.label)}</th>
              <th className="num">{t(text.due)}</th>
              <th className="num">{t(text.handed)}</th>
              <th className="num">{t(text.paid)}</th>
              <th style={{ width: 200 }}>{t(text.progress)}</th>
              <th style={{ width: 200 }}>{t(text.link)}</th>
              <th style={{ width: 190 }} />
            </tr>
          </thead>
          <tbody>
            {file.shares.map((row) => (
              <tr key={row.share.shareId}>
                <td style={{ paddingLeft: 10 + row.depth * 22 }}>
                  {row.share.receiver} <span className="soft">{row.share.project}</span>
                </td>
                <td>
                  {row.share.label ?? <span className="faint">{t(text.noLabel)}</span>}
                  {file.breaks.some(({ id }) => id === row.share.shareId) ? <Tag color="red">{t(text.breaks)}</Tag> : null}
                </td>
                <td className="num">{yuan(row.dueFen)}</td>
                <td className="num">{yuan(row.handedFen)}</td>
                <td className="num">{yuan(row.paidFen)}</td>
                <td>
                  <Bar
                    paid={row.paidRatio}
                    time={row.timeRatio}
                    label={`${t(text.progress)} ${share(row.paidRatio)} / ${t(text.time)} ${share(row.timeRatio)}`}
                  />
                  {row.behind ? <Tag color="orange">{t(text.behind)}</Tag> : null}
                  {row.lyingDays !== null ? (
                    <Tooltip title={t(text.lyingHelp, { n: file.allocateDays })}>
                      <Tag color="red">{t(text.lying, { n: row.lyingDays })}</Tag>
                    </Tooltip>
                  ) : null}
                </td>
                <td>
                  <Targets file={file} shareId={row.share.shareId} targets={row.share.targets} />
                </td>
                <td>
                  <Button
                    size="small"
                    type="text"
                    disabled={row.leftFen <= 0}
                    onClick={() => setGiver({ name: row.share.receiver, left: row.leftFen, label: row.share.label })}
                  >
                    {t(text.allocate)}
                  </Button>
                  <Button size="small" type="text" disabled={row.leftFen <= 0} onClick={() => setPaying(row)}>
                    {t(text.pay)}
                  </Button>
                  <Withdraw file={file} id={row.share.shareId} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      {file.payments.length > 0 ? <Payments file={file} /> : null}
      {giver ? <Allocate file={file} giver={giver} onClose={() => setGiver(null)} /> : null}
      {paying ? <Pay file={file} row={paying} onClose={() => setPaying(null)} /> : null}
    </>
  );
}

function Targets({
  file,
  shareId,
  targets,
}: {
  file: TransferFileJson;
  shareId: string | null;
  targets: TransferFileJson['notice']['targets'];
}) {
  const t = useTexts();
  const act = useDeed(file);
  const plans = useGet<PlanHead[]>('/api/plans');
  const [planId, setPlanId] = useState(targets?.planId);
  const plan = useGet<PlanFileJson>(`/api/plans/${planId ?? ''}`, undefined, { enabled: planId !== undefined });
  const value = targets ? `${targets.planId} ${targets.projectNo}` : null;
  const forms = (plan.data?.projects ?? []).map((project) => ({ value: `${planId} ${project.projectNo}`, label: project.name }));
  return (
    <Select
      allowClear
      size="small"
      variant="borderless"
      style={{ width: 190 }}
      aria-label={t(text.link)}
      placeholder={t(text.link)}
      title={t(text.linkHelp)}
      value={value}
      onChange={(next: string | undefined) => {
        const [id, no] = (next ?? '').split(' ');
        // A plan is chosen first, then one of its forms.
        if (next && no === undefined) return setPlanId(id);
        void act('targets', () => ({ shareId, targets: id && no ? { planId: id, projectNo: Number(no) } : null }));
      }}
      options={[
        ...forms,
        ...(plans.data ?? [])
          .filter((head) => head.planId !== planId)
          .map((head) => ({ value: head.planId, label: `${head.year} ${head.org ?? head.source} ▸` })),
      ]}
    />
  );
}

function Payments({ file }: { file: TransferFileJson }) {
  const t = useTexts();
  const nameOf = (shareId: string) => {
    const found = file.shares.find(({ share: one }) => one.shareId === shareId)?.share;
    return [found?.receiver, found?.project].filter(Boolean).join(' ');
  };
  return (
    <Panel flush title={t(text.payments)}>
      <table className="plain">
        <thead>
          <tr>
            <th>{t(text.paidOn)}</th>
            <th>{t(text.receiver)}</th>
            <th>{t(text.payee)}</th>
            <th className="num">{t(text.paidNow)}</th>
            <th>{t(text.label)}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {file.payments.map((payment) => (
            <tr key={payment.paymentId}>
              <td className="nowrap">{day(payment.paidOn)}</td>
              <td>{nameOf(payment.shareId)}</td>
              <td>{payment.payee}</td>
              <td className="num">{yuan(payment.fen)}</td>
              <td>
                {payment.label ?? <span className="faint">{t(text.noLabel)}</span>}
                {file.breaks.some(({ id }) => id === payment.paymentId) ? <Tag color="red">{t(text.breaks)}</Tag> : null}
              </td>
              <td>
                <Withdraw file={file} id={payment.paymentId} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
