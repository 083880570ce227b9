// One finding: why, on what ground, what it is worth, and the care it came from.
import type { FindingFileJson, NeighboursJson, Unmasked } from '@hengjian/server/schemas/findings.ts';
import { Link, useNavigate, useParams as usePath } from '@tanstack/react-router';
import { App, Button, Space, Tooltip } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { post, useGet } from '../../api.ts';
import { atLeast, count, DASH, day, localTime, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { useParams } from '../../ui/address.ts';
import { AskWhy } from '../../ui/ask-why.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Fact, Loaded, Page, Panel } from '../../ui/page.tsx';
import { PeerPlot } from '../../ui/peer-plot.tsx';
import { Certainty, Standing } from '../../ui/words.tsx';
import { LifePanel } from '../finding-life/life-panel.tsx';
import { CareOf } from './care.tsx';
import { writeFact, writeParam } from './facts.ts';
import { listParams, queryOf } from './filter.ts';

const text = texts.findings;

export function FindingPage() {
  const t = useTexts();
  const { finding: id } = usePath({ strict: false }) as { finding: string };
  const [params] = useParams();
  const navigate = useNavigate();
  const file = useGet<FindingFileJson>(`/api/findings/${encodeURIComponent(id)}`);
  const near = useGet<NeighboursJson>(`/api/findings/${encodeURIComponent(id)}/neighbours`, queryOf(params));
  const go = (to: string | null | undefined) =>
    to ? void navigate({ to: '/findings/$finding', params: { finding: to }, search: listParams(params) }) : undefined;
  const back = () => void navigate({ to: '/findings', search: listParams(params) });
  // A key pressed before the neighbours are known is not lost.
  const wish = useRef<'next' | 'previous' | null>(null);
  const step = (to: 'next' | 'previous') => {
    if (near.data) go(near.data[to]);
    else wish.current = to;
  };
  useEffect(() => {
    if (near.data && wish.current) go(near.data[wish.current]);
    wish.current = null;
  }, [near.data]);
  useKeys({ j: () => step('next'), k: () => step('previous'), Escape: back });
  return (
    <Page
      title={
        <span className="row">
          {file.data?.ruleTitle ?? t(text.title)}
          {file.data ? (
            <>
              <Certainty of={file.data.certainty} />
              {file.data.standing === 'live' ? null : <Standing of={file.data.standing} />}
            </>
          ) : null}
        </span>
      }
      about={<span className="code">{id}</span>}
      extra={
        <>
          {near.data?.position ? (
            <span className="faint">
              {t(text.position, { n: count(near.data.position), total: atLeast(near.data.total, near.data.more) })}
            </span>
          ) : null}
          <Space.Compact>
            <Button disabled={!near.data?.previous} onClick={() => go(near.data?.previous)}>
              {t(text.previous)}
            </Button>
            <Button disabled={!near.data?.next} onClick={() => go(near.data?.next)}>
              {t(text.next)}
            </Button>
          </Space.Compact>
          <Button onClick={back}>{t(text.back)}</Button>
          <Button onClick={() => window.print()}>{t(texts.common.print)}</Button>
        </>
      }
    >
      <Loaded of={file}>
        {(data) => (
          <>
            <Head file={data} />
            <LifePanel file={data} />
            <CareOf file={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Head({ file }: { file: FindingFileJson }) {
  const t = useTexts();
  return (
    <div className="grid" style={{ gridTemplateColumns: 'minmax(0, 1.35fr) minmax(0, 1fr)' }}>
      <Panel title={t(text.why)}>
        <p className="why">{file.explanation}</p>
        <dl className="facts" style={{ marginTop: 10 }}>
          {file.certainty === 'statistic' ? (
            <Fact name={t(text.amountShort)}>{t(text.statistic)}</Fact>
          ) : (
            <Fact name={t(text.amountShort)}>
              <strong className="red">{yuan(file.amountFen)}</strong> {t(texts.common.yuan)}
              <span className="soft"> · {t(text.fundPart)} </span>
              {file.fundFen === null ? (
                <Tooltip title={t(text.fundOpenHelp)}>
                  <span className="faint">{t(text.fundOpen)}</span>
                </Tooltip>
              ) : (
                `${yuan(file.fundFen)} ${t(texts.common.yuan)}`
              )}
            </Fact>
          )}
          <Fact name={t(text.values)}>
            <Values file={file} />
          </Fact>
          <Fact name={t(text.provider)}>
            {file.providers.map(({ providerNo, name }) => (
              <Link key={providerNo} to="/findings" search={{ provider: providerNo }} style={{ marginRight: 10 }}>
                {name ?? providerNo} <span className="faint code">{providerNo}</span>
              </Link>
            ))}
          </Fact>
          {file.personCount > 0 ? (
            <Fact name={t(text.people)}>
              <People file={file} />
            </Fact>
          ) : null}
        </dl>
      </Panel>
      <Panel title={t(text.basis)}>
        <dl className="facts">
          {file.basis.map(({ document, article }) => (
            <Fact key={`${document}${article}`} name={t(text.basis)}>
              《{document.replace(/^《|》$/g, '')}》{article ? <span className="soft"> {article}</span> : null}
            </Fact>
          ))}
          <Fact name={t(text.ruleEdition)}>
            <Link to="/rules/$rule" params={{ rule: file.ruleId }}>
              {file.ruleTitle}
            </Link>{' '}
            <span className="faint">
              {file.ruleCode} · {t(text.edition, { n: file.edition })}
            </span>
          </Fact>
          <Knowledge file={file} />
          <Fact name={t(text.recorded)}>
            {localTime(file.recordedAt)} <span className="faint code">{file.runId}</span>
          </Fact>
          {file.history.length ? (
            <Fact name={t(text.history)}>
              {file.history.map((entry) => (
                <div key={entry.version}>
                  {t(text.historyRow, {
                    n: entry.version,
                    state: t(entry.state === 'withdrawn' ? text.withdrawn : text.live),
                    amount: yuan(entry.amountFen),
                    at: localTime(entry.recordedAt),
                  })}
                </div>
              ))}
            </Fact>
          ) : null}
          {file.cause ? (
            <Fact name={t(text.withdrawn)}>{file.cause === 'notFoundAgain' ? t(text.causeNotFoundAgain) : file.cause}</Fact>
          ) : null}
        </dl>
      </Panel>
    </div>
  );
}

function Values({ file }: { file: FindingFileJson }) {
  const t = useTexts();
  const shown = Object.entries(file.facts).flatMap(([name, fact]) => {
    const words = writeFact(fact, t);
    return words === null ? [] : [[name, words] as const];
  });
  if (shown.length === 0) return <>{DASH}</>;
  return (
    <span className="row" style={{ columnGap: 16 }}>
      {shown.map(([name, words]) => (
        <span key={name}>
          <span className="faint">{writeParam(name, t)}</span> {words}
        </span>
      ))}
      <Peers file={file} />
    </span>
  );
}

/** Where the subject of a statistic stands among its peers. */
function Peers({ file }: { file: FindingFileJson }) {
  const t = useTexts();
  const { tenths, value, limit } = file.facts;
  if (!Array.isArray(tenths?.value) || typeof value?.value !== 'number') return null;
  const words = (n: number) => writeFact({ value: n, form: value.form }, t) ?? '';
  const bound = typeof limit?.value === 'number' ? limit.value : null;
  return <PeerPlot tenths={tenths.value as number[]} value={value.value} limit={bound} write={words} label={writeParam('tenths', t)} />;
}

function Knowledge({ file }: { file: FindingFileJson }) {
  const t = useTexts();
  if (!file.point) return <Fact name={t(text.point)}>{file.constraint || <span className="faint">{t(text.pointNone)}</span>}</Fact>;
  const { point } = file;
  return (
    <>
      <Fact name={t(text.point)}>
        <Link to="/knowledge" search={{ text: point.pointId }}>
          {point.subject || point.pointId}
        </Link>{' '}
        <span className="faint code">{point.pointId}</span>
      </Fact>
      <Fact name={t(text.constraint)}>{point.constraint || DASH}</Fact>
      <Fact name={t(text.inForce)}>
        {day(point.inForceFrom)} ~ {point.inForceTo === null ? t(text.openEnd) : day(point.inForceTo)}
        {point.batch ? <span className="faint"> {t(text.batch, { name: point.batch })}</span> : null}
      </Fact>
      {point.basis ? <Fact name={t(text.article)}>{point.basis}</Fact> : null}
    </>
  );
}

/** Person numbers are masked until someone asks; the server writes down who did. */
function People({ file }: { file: FindingFileJson }) {
  const t = useTexts();
  const { message } = App.useApp();
  const [whole, setWhole] = useState<string[] | null>(null);
  useEffect(() => setWhole(null), [file.findingId]);
  const show = (why: string) =>
    post<Unmasked>(`/api/findings/${encodeURIComponent(file.findingId)}/unmasking`, { why })
      .then((answer) => setWhole(answer.personNos))
      .catch((error: Error) => message.error(error.message));
  return (
    <span className="row">
      <span>
        <span className="code">{(whole ?? file.personNos).join(t(texts.common.comma))}</span>
        {!whole && file.personCount > file.personNos.length ? ` ${t(text.andPeople, { n: file.personCount })}` : null}
      </span>
      {whole ? null : (
        <AskWhy about={t(text.showHelp)} onGiven={show}>
          <Button size="small" type="link" className="no-print">
            {t(text.show)}
          </Button>
        </AskWhy>
      )}
      <Link className="no-print" to="/findings" search={{ peopleOf: file.findingId, standing: 'all' }}>
        {t(text.others)}
      </Link>
    </span>
  );
}
