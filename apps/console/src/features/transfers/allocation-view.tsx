// The tree of the money: who got it from whom, with which label, how much was paid against the time; allocating, paying, withdrawing.
import type { PlanFileJson, PlanHead } from '@hengjian/server/schemas/plans.ts';
import type { TransferFileJson } from '@hengjian/server/schemas/transfers.ts';
import { App, Button, DatePicker, Input, Modal, Select, Tag, Tooltip } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { day, dayFrom, share, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';
import { Bar, cellsOf, type TypedRow, typedFen } from './parts.tsx';

const text = texts.transfers;
type ShareRow = TransferFileJson['shares'][number];

export const refreshTransfers = () =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/api/transfers') });

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
                    label={`${t(text.progress)} ${share(row.paidRatio)}，${t(text.time)} ${share(row.timeRatio)}`}
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

/** Does something to the transfer; what is refused is told, with the row. */
function useDeed(file: TransferFileJson): (name: string, body: unknown) => Promise<boolean> {
  const { message } = App.useApp();
  return async (name, body) => {
    try {
      await post(`/api/transfers/${file.transferId}/${name}`, body);
      await refreshTransfers();
      return true;
    } catch (error) {
      void message.error((error as Error).message);
      return false;
    }
  };
}

function Withdraw({ file, id }: { file: TransferFileJson; id: string }) {
  const t = useTexts();
  const act = useDeed(file);
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState('');
  return (
    <>
      <Button size="small" type="text" danger onClick={() => setOpen(true)}>
        {t(text.withdraw)}
      </Button>
      <Modal
        open={open}
        title={t(text.withdraw)}
        onCancel={() => setOpen(false)}
        onOk={() => void act('withdrawal', { id, why }).then((done) => setOpen(!done))}
      >
        <Input.TextArea
          aria-label={t(text.why)}
          placeholder={t(text.why)}
          value={why}
          maxLength={500}
          onChange={(event) => setWhy(event.target.value)}
        />
      </Modal>
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
        void act('targets', { shareId, targets: id && no ? { planId: id, projectNo: Number(no) } : null });
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

const blank: TypedRow = { receiver: '', from: '', project: '', advance: '', amount: '', label: '' };

function Allocate({
  file,
  giver,
  onClose,
}: {
  file: TransferFileJson;
  giver: { name: string | null; left: number; label: string | null };
  onClose: () => void;
}) {
  const t = useTexts();
  const act = useDeed(file);
  const fresh = { ...blank, from: giver.name ?? '', label: giver.label ?? '' };
  const [rows, setRows] = useState<TypedRow[]>([fresh]);
  const [documentNo, setDocumentNo] = useState(file.notice.documentNo);
  const [issuedOn, setIssuedOn] = useState(day(file.notice.issuedOn));
  const set = (index: number, change: Partial<TypedRow>) => setRows(rows.map((row, at) => (at === index ? { ...row, ...change } : row)));
  const paste = (index: number, pasted: string) => {
    const cells = cellsOf(pasted);
    if (cells.length < 2 && (cells[0]?.length ?? 0) < 2) return false;
    const made = cells.map(([receiver = '', from = '', project = '', advance = '', amount = '', label]) => ({
      receiver,
      from: from || fresh.from,
      project,
      advance,
      amount,
      label: label ?? fresh.label,
    }));
    setRows([...rows.slice(0, index), ...made, ...rows.slice(index + 1)]);
    return true;
  };
  const sum = rows.reduce((total, row) => total + Math.max(0, typedFen(row.amount, 0)) + Math.max(0, typedFen(row.advance, 0)), 0);
  const save = async () => {
    const body = rows.map(({ receiver, from, project, advance, amount, label }) => ({
      receiver: receiver.trim(),
      from: from.trim() || null,
      project: project.trim() || null,
      advanceFen: Math.max(0, typedFen(advance, 0)),
      fen: Math.max(0, typedFen(amount, 0)),
      label: label.trim() || null,
    }));
    if (await act('shares', { documentNo, issuedOn: dayFrom(issuedOn), rows: body })) onClose();
  };
  const columns = [
    ['receiver', t(text.receiver), 170],
    ['from', t(text.from), 150],
    ['project', t(text.project), 190],
    ['advance', t(text.advance), 120],
    ['amount', t(text.amount), 120],
    ['label', t(text.label), 150],
  ] as const;
  return (
    <Modal open width={1080} title={t(text.allocateTitle)} onOk={() => void save()} onCancel={onClose}>
      <p className="soft">{t(text.allocateHelp)}</p>
      <span className="row" style={{ margin: '8px 0' }}>
        {t(text.documentNo)}
        <Input style={{ width: 240 }} value={documentNo} maxLength={60} onChange={(event) => setDocumentNo(event.target.value)} />
        {t(text.issuedOn)}
        <DatePicker allowClear={false} value={dayjs(issuedOn)} onChange={(date) => date && setIssuedOn(date.format('YYYY-MM-DD'))} />
      </span>
      <table className="plain">
        <thead>
          <tr>
            <th style={{ width: 30 }} />
            {columns.map(([key, title, width]) => (
              <th key={key} style={{ width }}>
                {title}
              </th>
            ))}
            <th style={{ width: 36 }} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td className="faint">{index + 1}</td>
              {columns.map(([key, title]) => (
                <td key={key}>
                  <Input
                    aria-label={`${index + 1} ${title}`}
                    value={row[key]}
                    maxLength={200}
                    onChange={(event) => set(index, { [key]: event.target.value })}
                    onPaste={(event) => {
                      if (key === 'receiver' && paste(index, event.clipboardData.getData('text/plain'))) event.preventDefault();
                    }}
                  />
                </td>
              ))}
              <td>
                <Button type="text" size="small" onClick={() => setRows(rows.toSpliced(index, 1))}>
                  ×
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row" style={{ marginTop: 8 }}>
        <Button onClick={() => setRows([...rows, fresh])}>{t(text.addRow)}</Button>
        <span className={sum > giver.left ? 'red' : 'soft'}>{t(text.sum, { n: yuan(sum), left: yuan(giver.left) })}</span>
      </div>
    </Modal>
  );
}

function Pay({ file, row, onClose }: { file: TransferFileJson; row: ShareRow; onClose: () => void }) {
  const t = useTexts();
  const act = useDeed(file);
  const [amount, setAmount] = useState('');
  const [payee, setPayee] = useState('');
  const [label, setLabel] = useState(row.share.label ?? '');
  const [paidOn, setPaidOn] = useState(dayjs().format('YYYY-MM-DD'));
  const save = async () => {
    const body = {
      shareId: row.share.shareId,
      paidOn: dayFrom(paidOn),
      fen: Math.max(0, typedFen(amount, 0)),
      label: label.trim() || null,
      payee,
    };
    if (await act('payments', body)) onClose();
  };
  const line = (name: string, field: React.ReactNode) => (
    <p style={{ marginBottom: 8 }}>
      <span style={{ display: 'inline-block', width: 110 }}>{name}</span>
      {field}
    </p>
  );
  return (
    <Modal
      open
      title={`${t(text.payTitle)} · ${row.share.receiver} ${row.share.project ?? ''}`}
      onOk={() => void save()}
      onCancel={onClose}
    >
      {line(t(text.left), <strong>{yuan(row.leftFen)}</strong>)}
      {line(
        t(text.amount),
        <Input aria-label={t(text.amount)} style={{ width: 260 }} value={amount} onChange={(event) => setAmount(event.target.value)} />,
      )}
      {line(
        t(text.paidOn),
        <DatePicker allowClear={false} value={dayjs(paidOn)} onChange={(date) => date && setPaidOn(date.format('YYYY-MM-DD'))} />,
      )}
      {line(
        t(text.payee),
        <Input
          aria-label={t(text.payee)}
          style={{ width: 260 }}
          maxLength={100}
          value={payee}
          onChange={(event) => setPayee(event.target.value)}
        />,
      )}
      {line(
        t(text.label),
        <Input
          aria-label={t(text.label)}
          style={{ width: 260 }}
          maxLength={60}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />,
      )}
    </Modal>
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
