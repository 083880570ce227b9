// The case of a finding: where it stands, what may be done, how it came here, its money, and what was decided on the like of it.
import type { FindingCaseJson } from '@hengjian/server/schemas/finding-life.ts';
import type { FindingFileJson } from '@hengjian/server/schemas/findings.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { App, Button, Tag } from 'antd';
import { post, saveFile, speaking, useGet } from '../../api.ts';
import { bytes, day, instant, yuan } from '../../format.ts';
import { useAccountName, useMay } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one as first, useParams } from '../../ui/address.ts';
import { useKeys } from '../../ui/keys.ts';
import { Panel } from '../../ui/page.tsx';
import { CluesAbout } from '../clues/clues-about.tsx';
import { MoneyTable } from './money-table.tsx';
import { StepForm } from './step-form.tsx';
import { LifeState, useLifeWords } from './words.tsx';

const text = texts.life;
/** The decision against the institution stands, so that points may be proposed for who is responsible (医保发〔2024〕23号). */
const decided = ['confirmed', 'recovery', 'closed'] as const satisfies readonly FindingCaseJson['state'][];

/** Takes the next finding of a state and opens it; says when none is left. */
export function useNext(state: string | undefined) {
  const t = useTexts();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const account = useAccountName();
  return async (after?: string) => {
    if (!state) return;
    // what is handed out belongs to a name, and the same name decides it
    if (!account && !speaking.operator) return void message.warning(t(text.needBy));
    const { findingId } = await post<{ findingId: string | null }>('/api/finding-work/next', {
      state,
      ...(after && { after }),
      ...(speaking.operator && { by: speaking.operator }),
    });
    if (findingId) void navigate({ to: '/findings/$finding', params: { finding: findingId }, search: { work: state } });
    else {
      void message.info(t(text.nothingLeft));
      void navigate({ to: '/work', search: { state } });
    }
  };
}

export function LifePanel({ file }: { file: FindingFileJson }) {
  const t = useTexts();
  const [params] = useParams();
  const work = first(params.work);
  const next = useNext(work);
  const mayPropose = useMay('points.propose');
  const found = useGet<FindingCaseJson>(`/api/finding-cases/${encodeURIComponent(file.findingId)}`);
  useKeys(work ? { s: () => void next(file.findingId), n: () => void next(file.findingId) } : {});
  const one = found.data;
  if (!one) return null;
  return (
    <Panel
      title={
        <span className="row">
          {t(text.title)} <LifeState of={one.state} /> <Clock one={one} />
          {one.origin === 'selfCheck' ? <Tag color="cyan">{t(text.selfCheck)}</Tag> : null}
          {one.escalated ? <Tag color="volcano">{t(text.escalated)}</Tag> : null}
          <CluesAbout of={one.clues} />
        </span>
      }
      extra={
        <span className="row no-print">
          {one.lockedBy ? <span className="faint">{t(text.lockedBy, { by: one.lockedBy })}</span> : null}
          <Button onClick={() => void saveFile(`/api/findings/${encodeURIComponent(file.findingId)}/evidence`)}>{t(text.evidence)}</Button>
          {mayPropose && (decided as readonly string[]).includes(one.state) ? (
            <Link to="/practitioners" search={{ finding: file.findingId }}>
              <Button>{t(texts.points.propose)}</Button>
            </Link>
          ) : null}
          {work ? <Button onClick={() => void next(file.findingId)}>{t(text.skip)}</Button> : null}
        </span>
      }
    >
      {one.escalationAdvised ? <p className="amber">{t(text[`escalation_${one.escalationAdvised}`])}</p> : null}
      {one.experts.length > 0 && one.state === 'panel' ? (
        <p>
          {t(texts.common.named, {
            name: t(text.panelOf, { n: one.experts.length, voted: one.votedCount }),
            value: one.experts.join(t(texts.common.comma)),
          })}
        </p>
      ) : null}
      <StepForm key={`${one.findingId} ${one.state}`} file={file} one={one} onDone={() => (work ? void next(file.findingId) : undefined)} />
      <div className="grid" style={{ gridTemplateColumns: 'minmax(0, 1.5fr) minmax(0, 1fr)', marginTop: 12 }}>
        <Steps one={one} />
        <div>
          <Money one={one} />
          <Attachments one={one} />
          <Precedents one={one} />
        </div>
      </div>
    </Panel>
  );
}

function Clock({ one }: { one: FindingCaseJson }) {
  const t = useTexts();
  if (one.dueDay === null) return null;
  return (
    <span className={one.overdue ? 'red' : 'soft'}>
      {t(text.due, { day: day(one.dueDay) })}
      {one.overdue ? ` ${t(text.overdue)}` : one.leftDays === null ? '' : ` ${t(text.left, { n: one.leftDays })}`}
    </span>
  );
}

function Steps({ one }: { one: FindingCaseJson }) {
  const t = useTexts();
  const words = useLifeWords();
  const said = ({ detail }: FindingCaseJson['events'][number]) =>
    [
      typeof detail?.cause === 'string' ? words.cause(detail.cause as never) : '',
      typeof detail?.amountFen === 'number' ? `${yuan(detail.amountFen)} ${t(texts.common.yuan)}` : '',
      typeof detail?.reference === 'string' ? detail.reference : '',
      typeof detail?.verdict === 'string' ? t(detail.verdict === 'uphold' ? text.verdict_uphold : text.verdict_dismiss) : '',
      Array.isArray(detail?.experts) ? detail.experts.join(t(texts.common.comma)) : '',
      Array.isArray(detail?.dismissedLines) ? t(text.linesLetGo, { n: detail.dismissedLines.length }) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <div>
      <h3>{t(text.steps)}</h3>
      {one.events.length === 0 ? <p className="faint">{t(text.stepsNone)}</p> : null}
      <ol className="life-steps">
        {one.events.map((event) => (
          <li key={event.serial}>
            <span className="faint">{instant(event.at)}</span> <strong>{words.action(event.action)}</strong> {event.by}
            {event.after !== event.before ? <span className="soft"> → {words.state(event.after)}</span> : null}
            <div>
              {event.why} <span className="soft">{said(event)}</span>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Money({ one }: { one: FindingCaseJson }) {
  const t = useTexts();
  return (
    <>
      <h3>{t(text.money)}</h3>
      <MoneyTable rows={one.money} />
    </>
  );
}

function Attachments({ one }: { one: FindingCaseJson }) {
  const t = useTexts();
  if (one.attachments.length === 0) return null;
  return (
    <>
      <h3>{t(text.attachments)}</h3>
      {one.attachments.map((kept) => (
        <div key={kept.attachmentId}>
          <Button type="link" size="small" onClick={() => void saveFile(`/api/finding-attachments/${kept.attachmentId}`)}>
            {kept.file}
          </Button>
          <span className="faint">
            {bytes(kept.size)} · {kept.by} · {instant(kept.at)}
          </span>
        </div>
      ))}
    </>
  );
}

function Precedents({ one }: { one: FindingCaseJson }) {
  const t = useTexts();
  const words = useLifeWords();
  if (one.precedents.length === 0) return null;
  return (
    <>
      <h3>{t(text.precedents)}</h3>
      {one.precedents.map((row) => (
        <div key={row.findingId} className="precedent">
          <Link to="/findings/$finding" params={{ finding: row.findingId }}>
            {row.state === 'dismissed' ? (row.cause ? words.cause(row.cause) : words.state('dismissed')) : words.state(row.state)}
          </Link>{' '}
          {row.appealed ? <Tag>{t(text.appealed)}</Tag> : null}
          <span className="soft">
            {row.sameProvider ? t(text.sameProvider) : row.providerName} · {yuan(row.worthFen)} · {row.why}
          </span>
        </div>
      ))}
    </>
  );
}
