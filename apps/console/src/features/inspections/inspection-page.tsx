// One inspection, made for a tablet held on the spot: what comes next on top, the record, the problems, the claims taken along.
import { type Inspection, inspectionLife, inspectionWords, selfReturnedFen } from '@hengjian/domain';
import type { MatterFileJson } from '@hengjian/server/schemas/matters.ts';
import { useParams as usePath } from '@tanstack/react-router';
import { Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, saveFile, useGet } from '../../api.ts';
import { DASH, day, instant, today, yuan } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { DayField } from '../../ui/day-field.tsx';
import { Fact, Loaded, Page, Panel, Problem } from '../../ui/page.tsx';
import { dayTyped } from '../../ui/typed.ts';
import { LinkTo } from '../clues/clues-page.tsx';
import { MatterHistory, NextStep, useMatterWords } from '../matters/matter-file.tsx';
import { useKindWords } from './plans-page.tsx';

const text = texts.enforcement;

export function InspectionPage() {
  const { inspection } = usePath({ strict: false }) as { inspection: string };
  const address = `/api/inspections/${inspection}`;
  const file = useGet<MatterFileJson<Inspection>>(address);
  return (
    <Loaded of={file}>
      {({ one, actions, steps }) => (
        <Page title={one.providerName} about={<Head one={one} />}>
          <div className="onsite">
            <NextStep address={address} life={inspectionLife as never} actions={actions} first={firstOf} />
            <Facts one={one} />
            <Problems one={one} />
            <Record one={one} />
            <Sample one={one} address={address} />
            <MatterHistory noun="inspection" steps={steps} />
          </div>
        </Page>
      )}
    </Loaded>
  );
}

const firstOf = (action: string): Record<string, string> =>
  action === 'selfReturn' || action === 'report' ? { on: today() } : action === 'start' ? { shown: 'true' } : {};

function Head({ one }: { one: Inspection & { overdue: boolean } }) {
  const t = useTexts();
  const words = useMatterWords('inspection');
  const { kind } = useKindWords();
  return (
    <>
      <span className="code">{one.matterId}</span> {kind(one.kind)} <Tag>{words.state(one.state)}</Tag>
      {one.closedOn === null && one.dueDay !== null ? `${t(texts.matters.due)} ${day(one.dueDay)}` : ''}{' '}
      {one.overdue ? <Tag color="red">{t(texts.matters.overdue)}</Tag> : null}
    </>
  );
}

function Facts({ one }: { one: Inspection }) {
  const t = useTexts();
  return (
    <Panel>
      <dl className="facts">
        <Fact name={t(text.team)}>
          {one.team
            .map(({ name, certificateNo }) => t(texts.common.aside, { what: name, aside: certificateNo }))
            .join(t(texts.common.comma))}
        </Fact>
        {one.recused.length > 0 ? (
          <Fact name={t(text.recused)}>
            {one.recused
              .map(({ name, replacedBy, why }) => `${name} → ${replacedBy}${t(texts.common.colon)}${why}`)
              .join(t(texts.common.semicolon))}
          </Fact>
        ) : null}
        <Fact name={t(text.basis)}>{one.basis}</Fact>
        <Fact name={t(text.plan)}>
          <a className="code" href={`/inspection-plans?open=${one.planId}`}>
            {one.planId}
          </a>
        </Fact>
        {one.startedAt === null ? null : (
          <Fact name={t(text.notice)}>
            {one.noticeNo} · {instant(one.startedAt)} {one.place} · {t(text.present)}
            {t(texts.common.colon)}
            {one.present}
          </Fact>
        )}
        {one.statement ? <Fact name={t(text.statement)}>{one.statement}</Fact> : null}
        {one.selfReturns.length > 0 ? (
          <Fact name={t(text.returned)}>
            {t(texts.common.aside, {
              what: yuan(selfReturnedFen(one)),
              aside: one.selfReturns
                .map(({ on, amountFen, voucher }) => `${day(on)} ${yuan(amountFen)} ${voucher}`)
                .join(t(texts.common.semicolon)),
            })}
          </Fact>
        ) : null}
        {one.rectification ? (
          <Fact name={t(text.rectification)}>
            {day(one.orderedOn)} {one.rectification}
          </Fact>
        ) : null}
        {one.report ? (
          <Fact name={t(text.report)}>
            {day(one.report.on)} {one.report.text}
          </Fact>
        ) : null}
        {one.checks.length > 0 ? (
          <Fact name={t(text.checks)}>
            {one.checks.map((check) => (
              <div key={`${check.on} ${check.text}`}>
                {day(check.on)} {check.by}{' '}
                <Tag color={check.passed ? 'green' : 'orange'}>{t(check.passed ? text.passed : text.failed)}</Tag> {check.text}
              </div>
            ))}
          </Fact>
        ) : null}
      </dl>
    </Panel>
  );
}

function Problems({ one }: { one: Inspection }) {
  const t = useTexts();
  const { language } = useSpeech();
  return (
    <Panel title={t(text.problems)}>
      {one.problems.length === 0 ? <p className="faint">{t(text.noProblems)}</p> : null}
      {one.problems.map((problem) => (
        <article key={problem.no} className="problem-item">
          <header>
            <strong>
              {problem.no}. {inspectionWords.problemKinds[problem.kind][language]}
            </strong>{' '}
            <Tag color={problem.state === 'open' ? 'orange' : 'default'}>{t(text.problemState[problem.state])}</Tag>
            <span className="faint">
              {t(text.amount)} {yuan(problem.amountFen)}
            </span>
          </header>
          <p style={{ whiteSpace: 'pre-wrap' }}>{problem.text}</p>
          {[
            ...problem.findingIds.map((id) => ['finding', id] as const),
            ...(problem.clueId ? [['clue', problem.clueId] as const] : []),
          ].map(([kind, id]) => (
            <span key={id} style={{ marginRight: 10 }}>
              <LinkTo kind={kind} id={id} />
            </span>
          ))}
          {problem.settlementNos.map((no) => (
            <span key={no} className="code" style={{ marginRight: 10 }}>
              {no}
            </span>
          ))}
        </article>
      ))}
    </Panel>
  );
}

function Record({ one }: { one: Inspection }) {
  const t = useTexts();
  return (
    <Panel title={t(text.record)}>
      {one.notes.length === 0 ? <p className="faint">{t(text.noRecord)}</p> : null}
      {one.notes.map((note) => (
        <article key={`${note.at} ${note.text}`} className="problem-item">
          <header className="faint">
            {instant(note.at)} {note.by}
          </header>
          <p style={{ whiteSpace: 'pre-wrap' }}>{note.text}</p>
        </article>
      ))}
    </Panel>
  );
}

function Sample({ one, address }: { one: Inspection; address: string }) {
  const t = useTexts();
  const may = useMay('inspection.sample');
  const [given, setGiven] = useState({ from: '', to: '', size: '30', seed: '' });
  const [error, setError] = useState<unknown>();
  if (!may) return null;
  const open = one.state === 'assigned' || one.state === 'onSite';
  if (!open && !one.sample) return null;
  const draw = async () => {
    setError(undefined);
    try {
      const seed = given.seed.trim() === '' ? null : Number(given.seed);
      await post(`${address}/sample`, { from: dayTyped(given.from), to: dayTyped(given.to), size: Number(given.size), seed });
      await queryClient.invalidateQueries();
    } catch (failure) {
      setError(failure);
    }
  };
  const write = (key: keyof typeof given, label: string, type: 'date' | 'text') => {
    const set = (value: string) => setGiven({ ...given, [key]: value });
    return (
      <div className="field">
        <span>{label}</span>
        {type === 'date' ? (
          <DayField label={label} width="100%" value={given[key]} onChange={set} />
        ) : (
          <Input aria-label={label} value={given[key]} onChange={(e) => set(e.target.value)} />
        )}
      </div>
    );
  };
  return (
    <Panel
      title={t(text.sample)}
      extra={one.sample ? <Button onClick={() => void saveFile(`${address}/sample.xlsx`).catch(setError)}>{t(text.export)}</Button> : null}
    >
      <p className="faint">{t(text.sampleHelp)}</p>
      {one.sample ? (
        <p>
          {t(texts.common.aside, {
            what: t(text.sampled, { population: one.sample.population, count: one.sample.encounterNos.length, seed: one.sample.seed }),
            aside: `${day(one.sample.from)} ~ ${day(one.sample.to)}`,
          })}
        </p>
      ) : (
        DASH
      )}
      {open ? (
        <form
          className="step-form"
          onSubmit={(event) => {
            event.preventDefault();
            void draw();
          }}
        >
          {write('from', t(text.sampleFrom), 'date')}
          {write('to', t(text.sampleTo), 'date')}
          {write('size', t(text.sampleSize), 'text')}
          {write('seed', t(text.seed), 'text')}
          <Button htmlType="submit" disabled={given.from === '' || given.to === ''}>
            {t(text.draw)}
          </Button>
        </form>
      ) : null}
      {error ? <Problem error={error} /> : null}
    </Panel>
  );
}
