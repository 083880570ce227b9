// 医师、药店画像: one of them with volume, mix, peers, findings, points and alerts.
import {
  analysisTables,
  departmentWords,
  type PracticeIndicatorName,
  type PracticeKind,
  practiceIndicators,
  settingWords,
} from '@hengjian/domain';
import type { PracticePageJson, PracticePartJson } from '@hengjian/server/schemas/practice.ts';
import { Link, useParams as usePath } from '@tanstack/react-router';
import { Button, Input, Tag } from 'antd';
import { useGet } from '../../api.ts';
import { count, DASH, day, number, wan, yuan } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Chart } from '../../ui/chart.tsx';
import { FunnelPlot, FunnelTag, funnelValue } from '../../ui/funnel-plot.tsx';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { useAlertWords } from '../alerts/words.ts';
import { valueWord } from '../decision/value-words.tsx';
import '../decision/decision.css';
import { StandingTag } from '../points/standing-tag.tsx';

const text = texts.practice;
interface Of {
  readonly kind: PracticeKind;
  readonly data: PracticePageJson;
}

const useNo = () => (usePath({ strict: false }) as { no: string }).no;
export const PhysicianPage = () => <PracticeView kind="physician" no={useNo()} />;
export const PharmacyPage = () => <PracticeView kind="pharmacy" no={useNo()} />;

export function PracticeView({ kind, no }: { kind: PracticeKind; no: string }) {
  const { t, language } = useSpeech();
  const [params] = useParams();
  const month = (value: string | undefined) => (value && /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? value : undefined);
  const found = useGet<PracticePageJson>(
    `/api/practice/${kind}/${encodeURIComponent(no)}`,
    { from: month(one(params.from)), to: month(one(params.to)), indicator: one(params.indicator) },
    { keep: true },
  );
  const data = found.data;
  const places = (data?.providers ?? []).map(({ providerNo, name }) => name ?? providerNo).join('、');
  const where = [
    kind === 'physician' ? places : '',
    data?.department ? (departmentWords[data.department]?.[language] ?? data.department) : '',
  ].filter(Boolean);
  return (
    <Page
      title={`${data?.name ?? ''} ${no}`.trim()}
      about={[...where, data?.totals ? t(text.last, { day: day(data.totals.lastDay) }) : ''].filter(Boolean).join(' · ')}
      extra={<Button onClick={() => window.print()}>{t(texts.common.print)}</Button>}
    >
      <Loaded of={found}>{(page) => <Body kind={kind} data={page} />}</Loaded>
    </Page>
  );
}

function Body({ kind, data }: Of) {
  const t = useTexts();
  return (
    <>
      <Span data={data} />
      <Tiles kind={kind} data={data} />
      {data.totals ? (
        <>
          <Volume data={data} />
          <Peers kind={kind} data={data} />
        </>
      ) : (
        <Panel>
          <Nothing title={t(text.nothingIn)} help={t(text.nothingInHelp)} />
        </Panel>
      )}
      <Findings kind={kind} data={data} />
      {data.alerts ? <Alerts alerts={data.alerts} /> : null}
      {data.totals ? <Mix kind={kind} data={data} /> : null}
    </>
  );
}

function Span({ data }: { data: PracticePageJson }) {
  const t = useTexts();
  const [, change] = useParams();
  return (
    <div className="filters no-print">
      {(['from', 'to'] as const).map((end) => (
        <Input
          key={`${end}${data.period[end]}`}
          aria-label={t(text[end])}
          prefix={t(text[end])}
          defaultValue={data.period[end]}
          style={{ width: 130 }}
          onBlur={(event) => event.target.value !== data.period[end] && change({ [end]: event.target.value || undefined })}
          onPressEnter={(event) => change({ [end]: event.currentTarget.value || undefined })}
        />
      ))}
      <span className="soft">
        {data.known.from} ~ {data.known.to}
      </span>
    </div>
  );
}

function Tiles({ kind, data }: Of) {
  const t = useTexts();
  const { totals, findings, points } = data;
  const tile = (name: string, value: string, sub?: React.ReactNode) => (
    <div className="tile">
      <div className="name">{name}</div>
      <div className="value">{value}</div>
      {sub ? <div className="sub">{sub}</div> : null}
    </div>
  );
  return (
    <div className="tiles wide">
      {tile(t(text.encounters), count(totals?.encounters ?? 0), `${t(text.people)} ${count(totals?.people ?? 0)}`)}
      {tile(t(texts.common.aside, { what: t(text.total), aside: t(texts.common.wan) }), wan(totals?.totalFen ?? 0))}
      {tile(t(texts.common.aside, { what: t(text.fund), aside: t(texts.common.wan) }), wan(totals?.fundFen ?? 0))}
      {tile(
        t(text.findings),
        count(findings.count),
        `${t(texts.common.aside, { what: t(texts.overview.amount), aside: t(texts.common.wan) })} ${wan(findings.amountFen)}`,
      )}
      {kind === 'physician'
        ? tile(
            t(text.points),
            points ? t(text.pointsOf, { n: points.points }) : DASH,
            points ? (
              <>
                <StandingTag of={{ standing: points.standing as 'normal' }} />
                {t(text.pointsRecords, { n: points.records, open: points.openCount })}{' '}
                <Link to="/practitioners" search={{ open: data.no }}>
                  {t(text.pointsFile)}
                </Link>
              </>
            ) : (
              t(text.notRegistered)
            ),
          )
        : null}
    </div>
  );
}

function Volume({ data }: { data: PracticePageJson }) {
  const t = useTexts();
  const money = (fen: number) => Number((fen / 1_000_000).toFixed(4));
  return (
    <Panel title={t(text.volume)}>
      <Chart
        height={240}
        label={t(text.volume)}
        option={{
          grid: { left: 8, right: 8, top: 36, bottom: 4, containLabel: true },
          legend: { top: 0, left: 'center' },
          tooltip: { trigger: 'axis' },
          xAxis: { type: 'category', data: data.months.map(({ month }) => month) },
          yAxis: [
            { type: 'value', name: t(text.encounters), nameTextStyle: { align: 'left' } },
            { type: 'value', name: t(texts.common.wan), nameTextStyle: { align: 'right' }, splitLine: { show: false } },
          ],
          series: [
            { type: 'bar', name: t(text.encounters), barMaxWidth: 22, data: data.months.map((one) => one.encounters) },
            { type: 'bar', name: t(text.people), barMaxWidth: 22, data: data.months.map((one) => one.people) },
            { type: 'line', name: t(text.total), yAxisIndex: 1, data: data.months.map((one) => money(one.totalFen)) },
            { type: 'line', name: t(text.fund), yAxisIndex: 1, data: data.months.map((one) => money(one.fundFen)) },
            {
              type: 'line',
              name: t(texts.overview.amount),
              yAxisIndex: 1,
              itemStyle: { color: '#b42318' },
              data: data.months.map((one) => money(one.findingFen)),
            },
          ],
        }}
      />
    </Panel>
  );
}

function Peers({ kind, data }: Of) {
  const { t, language } = useSpeech();
  const [, change] = useParams();
  const { peers, level } = data;
  if (!peers)
    return (
      <Panel title={t(text.peers)}>
        <p className="soft">{t(text.peersHidden)}</p>
      </Panel>
    );
  const who =
    kind === 'physician'
      ? t(text.peersPhysician, {
          department:
            data.department === null ? t(texts.common.unknown) : (departmentWords[data.department]?.[language] ?? data.department),
          level: level === null ? t(texts.common.unknown) : valueWord(t, 'level', String(level)),
          n: peers.count,
        })
      : t(text.peersPharmacy, { n: peers.count });
  const shown = peers.funnel ? practiceIndicators[peers.funnel.indicator] : undefined;
  return (
    <Panel title={t(text.peers)} extra={<span className="soft">{who}</span>}>
      <div className="scroll-x">
        <table className="plain">
          <thead>
            <tr>
              <th>{t(text.indicator)}</th>
              <th className="num">{t(text.counted)}</th>
              <th className="num">{t(kind === 'physician' ? text.value : text.valuePharmacy)}</th>
              <th className="num">{t(text.centre)}</th>
              <th className="num">{t(text.score)}</th>
              <th>{t(text.mark)}</th>
            </tr>
          </thead>
          <tbody>
            {peers.marks.map((row) => (
              <tr key={row.indicator} className={row.indicator === peers.funnel?.indicator ? 'chosen' : ''}>
                <td>
                  <Button type="link" size="small" onClick={() => change({ indicator: row.indicator }, { replace: true })}>
                    {practiceIndicators[row.indicator as PracticeIndicatorName][language]}
                  </Button>
                </td>
                <td className="num">{count(row.n)}</td>
                <td className="num">{funnelValue(practiceIndicators[row.indicator].unit, row.value)}</td>
                <td className="num">{funnelValue(practiceIndicators[row.indicator].unit, row.centre)}</td>
                <td className="num">{row.mark === 'small' ? DASH : number(row.score, 1)}</td>
                <td>
                  <FunnelTag of={row.mark} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {peers.funnel && shown ? (
        <>
          <FunnelPlot
            {...peers.funnel}
            points={peers.funnel.rows.map((row) => ({
              ...row,
              name: row.own ? (data.name ?? data.no) : (row.name ?? row.no ?? t(text.other)),
            }))}
            unit={shown.unit}
            label={shown[language]}
            counted={t(text.counted)}
            member={shown[language]}
          />
          <p className="hint">{t(text.method, { phi: number(peers.funnel.overdispersion, 2), least: peers.least })}</p>
        </>
      ) : null}
    </Panel>
  );
}

function Findings({ kind, data }: Of) {
  const t = useTexts();
  const mayRead = useMay('finding.read');
  const { findings, no } = data;
  const search = kind === 'physician' ? { practitioner: no } : { provider: no };
  return (
    <Panel
      title={t(text.findingsOf)}
      flush
      extra={
        mayRead && findings.count > 0 ? (
          <Link to="/findings" search={search}>
            {t(text.allFindings)}
          </Link>
        ) : null
      }
    >
      {findings.count === 0 ? (
        <p className="sums">{t(text.noFindings)}</p>
      ) : (
        <>
          <p className="sums">
            {t(text.sum, { n: count(findings.count), amount: yuan(findings.amountFen), fund: yuan(findings.fundFen) })}
          </p>
          <div className="grid parts" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 360px), 1fr))' }}>
            <table className="plain">
              <thead>
                <tr>
                  <th>{t(text.byRule)}</th>
                  <th className="num">{t(text.findings)}</th>
                  <th className="num">{t(text.money)}</th>
                </tr>
              </thead>
              <tbody>
                {findings.byRule.map((row) => (
                  <tr key={row.ruleId}>
                    <td>
                      {mayRead ? (
                        <Link to="/findings" search={{ ...search, rule: row.ruleId }}>
                          {row.title}
                        </Link>
                      ) : (
                        row.title
                      )}
                    </td>
                    <td className="num">{count(row.count)}</td>
                    <td className="num">{yuan(row.amountFen)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <table className="plain">
              <thead>
                <tr>
                  <th>{t(text.latest)}</th>
                  <th className="num">{t(text.money)}</th>
                </tr>
              </thead>
              <tbody>
                {findings.latest.map((row) => (
                  <tr key={row.findingId}>
                    <td>
                      <span className="faint">{day(row.day)}</span>{' '}
                      {mayRead ? (
                        <Link to="/findings/$finding" params={{ finding: row.findingId }}>
                          {row.explanation}
                        </Link>
                      ) : (
                        row.explanation
                      )}
                    </td>
                    <td className="num">{yuan(row.amountFen)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Panel>
  );
}

function Alerts({ alerts }: { alerts: NonNullable<PracticePageJson['alerts']> }) {
  const t = useTexts();
  const { say } = useAlertWords();
  return (
    <Panel title={t(text.alerts)} flush>
      {alerts.length === 0 ? (
        <p className="sums">{t(text.noAlerts)}</p>
      ) : (
        <table className="plain">
          <tbody>
            {alerts.map((one) => (
              <tr key={one.storyId}>
                <td>
                  <Link to="/alerts/$story" params={{ story: one.storyId }}>
                    {one.titles.join('、')}
                  </Link>
                </td>
                <td className="nowrap">
                  {day(one.fromDay)} ~ {day(one.toDay)}
                </td>
                <td>{t(text.signals, { n: one.signalCount })}</td>
                <td>
                  <Tag>{say('states', one.state)}</Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Mix({ kind, data }: Of) {
  const { t, language } = useSpeech();
  const word = (values: Readonly<Record<string, { zh: string; en: string }>>, key: string | null) =>
    key === null ? t(texts.common.unknown) : (values[key]?.[language] ?? key);
  const parts = (
    title: string,
    rows: readonly PracticePartJson[],
    nameOf: (row: PracticePartJson) => React.ReactNode,
    counted: string,
    aside?: string,
  ) => (
    <Panel title={title} flush extra={aside ? <span className="soft">{aside}</span> : null}>
      <table className="plain">
        <thead>
          <tr>
            <th> </th>
            <th className="num">{counted}</th>
            <th className="num">{t(text.people)}</th>
            <th className="num">{t(text.money)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key ?? ''}>
              <td>{nameOf(row)}</td>
              <td className="num">{count(row.n)}</td>
              <td className="num">{count(row.people)}</td>
              <td className="num">{yuan(row.fen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
  const coded = (row: PracticePartJson) =>
    row.key === null ? (
      t(texts.common.unknown)
    ) : (
      <>
        {row.name} <span className="code faint">{row.key}</span>
      </>
    );
  return (
    <div className="grid parts" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))' }}>
      {parts(t(text.items), data.items, coded, t(text.lines), t(kind === 'physician' ? text.itemsPhysician : text.itemsPharmacy))}
      {parts(t(text.diagnoses), data.diagnoses, coded, t(text.encounters), t(text.first15))}
      {parts(t(text.settings), data.settings, (row) => word(settingWords, row.key), t(text.encounters))}
      {parts(t(text.kinds), data.kinds, (row) => word(analysisTables.line.dimensions.itemKind.values, row.key), t(text.lines))}
    </div>
  );
}
