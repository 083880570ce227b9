// 医师、药店画像: one of them with volume, mix, peers, findings, points and alerts.
import { departmentWords, type PracticeKind } from '@hengjian/domain';
import type { PracticePageJson } from '@hengjian/server/schemas/practice.ts';
import { Link, useParams as usePath } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useGet } from '../../api.ts';
import { count, DASH, day, wan } from '../../format.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Chart } from '../../ui/chart.tsx';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import '../decision/decision.css';
import { StandingTag } from '../points/standing-tag.tsx';
import { Alerts, Findings } from './findings.tsx';
import { Mix } from './mix.tsx';
import { Peers } from './peers.tsx';
import type { Of } from './shown.ts';

const text = texts.practice;

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
  const places = (data?.providers ?? []).map(({ providerNo, name }) => name ?? providerNo).join(t(texts.common.comma));
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
      {tile(t(texts.common.aside, { what: t(text.fund), aside: t(texts.common.wan) }), wan(totals ? totals.fundFen : 0))}
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
  // what is not known leaves a gap
  const money = (fen: number | null) => (fen === null ? null : Number((fen / 1_000_000).toFixed(4)));
  return (
    <Panel title={t(text.volume)}>
      <Chart
        height={240}
        label={t(text.volume)}
        option={{
          legend: {},
          tooltip: { trigger: 'axis' },
          xAxis: { type: 'category', name: t(texts.axes.month), data: data.months.map(({ month }) => month) },
          yAxis: [
            { type: 'value', name: t(text.counted) },
            { type: 'value', name: t(texts.axes.wan), splitLine: { show: false } },
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
