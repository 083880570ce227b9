// One transfer: the tree of its money, its labels, the targets that went with it, dividing it by factors, its history.
import type { TransferFileJson } from '@hengjian/server/schemas/transfers.ts';
import { Link, useParams as usePath } from '@tanstack/react-router';
import { Alert, Button, DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useGet } from '../../api.ts';
import { day, dayFrom, instant, share, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Loaded, Page, Panel } from '../../ui/page.tsx';
import { AllocationView } from './allocation-view.tsx';
import { RolledView } from './rolled-view.tsx';
import { SimulationView } from './simulation-view.tsx';

const text = texts.transfers;
const views = ['allocation', 'simulate', 'targets', 'history'] as const;

export function TransferPage() {
  const t = useTexts();
  const { transfer: id } = usePath({ strict: false }) as { transfer: string };
  const [params, change] = useParams();
  const asOf = one(params.asOf);
  const transfer = useGet<TransferFileJson>(`/api/transfers/${encodeURIComponent(id)}`, { asOf: dayFrom(asOf) }, { keep: true });
  const view = one(params.view) ?? 'allocation';
  const { data } = transfer;
  return (
    <Page
      title={data ? `${data.notice.year} ${data.notice.name}` : t(text.title)}
      about={
        data ? (
          <>
            {data.notice.documentNo} · {data.notice.issuedBy} → {data.notice.receiver} · {day(data.notice.issuedOn)} ·{' '}
            {data.notice.label ?? t(text.noLabel)} · {data.notice.incomeCode} / {data.notice.spendingCode}
          </>
        ) : null
      }
      extra={
        <>
          <span className="row">
            {t(text.asOf)}
            <DatePicker
              aria-label={t(text.asOf)}
              value={asOf ? dayjs(asOf) : null}
              onChange={(date) => change({ asOf: date ? date.format('YYYY-MM-DD') : undefined }, { replace: true })}
            />
          </span>
          <Link to="/transfers">
            <Button>{t(text.title)}</Button>
          </Link>
        </>
      }
    >
      <Loaded of={transfer}>
        {(file) => (
          <>
            <Sums file={file} />
            <Segmented
              className="no-print"
              style={{ marginBottom: 10 }}
              value={view}
              onChange={(next) => change({ view: next === 'allocation' ? undefined : String(next) }, { replace: true })}
              options={views.map((value) => ({ value, label: t(text[value]) }))}
            />
            {view === 'allocation' ? <AllocationView file={file} /> : null}
            {view === 'simulate' ? <SimulationView key={`${file.transferId} ${file.leftFen}`} file={file} /> : null}
            {view === 'targets' ? <RolledView file={file} /> : null}
            {view === 'history' ? <History file={file} /> : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Sums({ file }: { file: TransferFileJson }) {
  const t = useTexts();
  const tile = (name: string, value: string) => (
    <span>
      <span className="soft">{name}</span> <strong>{value}</strong>
    </span>
  );
  const told = (label: string | null) => label ?? t(text.noLabel);
  return (
    <>
      <Panel>
        <span className="row" style={{ gap: 28, flexWrap: 'wrap' }}>
          {tile(t(text.due), yuan(file.dueFen))}
          {tile(t(text.handed), yuan(file.handedFen))}
          {tile(t(text.paid), yuan(file.paidFen))}
          {tile(t(text.left), yuan(file.leftFen))}
          {tile(t(text.progress), share(file.paidRatio))}
          {tile(t(text.time), share(file.timeRatio))}
          {file.breaks.length === 0 && file.shares.length > 0 && file.notice.label ? (
            <span className="green">{t(text.unbroken)}</span>
          ) : null}
        </span>
      </Panel>
      {file.breaks.length > 0 ? (
        <Alert
          className="problem"
          type="error"
          showIcon
          title={t(text.breaksTitle, { n: file.breaks.length })}
          description={file.breaks.map((gap) => (
            <div key={gap.id}>
              {t(gap.at === 'share' ? text.breakShare : text.breakPayment, {
                who: [gap.receiver, gap.project].filter(Boolean).join(' '),
                before: told(gap.before),
                after: told(gap.after),
              })}
            </div>
          ))}
        />
      ) : null}
    </>
  );
}

function History({ file }: { file: TransferFileJson }) {
  const t = useTexts();
  return (
    <Panel flush>
      <table className="plain">
        <tbody>
          {file.events.toReversed().map((event) => (
            <tr key={event.serial}>
              <td className="nowrap">{instant(event.at)}</td>
              <td>{event.by}</td>
              <td>{t(text[`event.${event.kind as 'notice'}`])}</td>
              <td className="num">{event.fen === null ? '' : yuan(event.fen)}</td>
              <td>{event.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
