// 基金运行: how long the fund lasts, what comes in and goes out, why it changed; every number narrows the page and opens its settlements.
import type { FundJson, FundRecordsJson, GrowthJson } from '@hengjian/server/schemas/fund.ts';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Tag } from 'antd';
import { useGet } from '../../api.ts';
import { count, DASH, day, number, share, wan, yuan } from '../../format.ts';
import { useSession } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, type Params, useParams } from '../../ui/address.ts';
import { useAreaWord } from '../../ui/areas.ts';
import { Chart } from '../../ui/chart.tsx';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { type Columns, QueryTable } from '../../ui/query-table.tsx';
import './decision.css';
import { MonthSpan } from './month-span.tsx';
import { valueWord } from './value-words.tsx';

const text = texts.decision;
const dimensions = ['insurance', 'setting', 'level', 'area', 'outOfArea', 'provider'] as const;
const stepColours = { excess: 'purple', green: 'green', blue: 'blue', yellow: 'gold', orange: 'orange', red: 'red' } as const;

/** What the page's address says of period and filters. */
function queryOf(params: Params): Record<string, string | undefined> {
  return Object.fromEntries(['from', 'to', ...dimensions].map((name) => [name, one(params[name])]));
}

/** Words for the values of what the fund is looked at by. */
function useWord(): (dimension: (typeof dimensions)[number], key: string | null) => string {
  const t = useTexts();
  const area = useAreaWord();
  const providers = useGet<{ providerNo: string; name: string | null }[]>('/api/providers');
  const names = new Map((providers.data ?? []).map((row) => [row.providerNo, row.name]));
  return (dimension, key) =>
    key && dimension === 'provider' ? (names.get(key) ?? key) : key && dimension === 'area' ? area(key) : valueWord(t, dimension, key);
}

export function FundPage() {
  const t = useTexts();
  const [params] = useParams();
  const fund = useGet<FundJson>('/api/fund', queryOf(params), { keep: true });
  const known = fund.data?.known;
  return (
    <Page
      title={t(text.fund)}
      about={known ? t(text.fundAbout, { from: known.from, to: known.to }) : null}
      extra={<Button onClick={() => window.print()}>{t(texts.common.print)}</Button>}
    >
      <Loaded of={fund}>
        {(data) =>
          data.period ? (
            <Body data={data} />
          ) : (
            <Panel>
              <Nothing title={t(text.empty)} help={t(text.emptyHelp)} command={t(texts.imports.command)} />
            </Panel>
          )
        }
      </Loaded>
    </Page>
  );
}

function Body({ data }: { data: FundJson }) {
  return (
    <>
      <Filters data={data} />
      <Standings data={data} />
      <div className="grid" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 460px), 1fr))' }}>
        <Months data={data} />
        <GrowthPanel />
      </div>
      <Parts data={data} />
      <Records />
    </>
  );
}

function Filters({ data }: { data: FundJson }) {
  const t = useTexts();
  const [params, change] = useParams();
  const word = useWord();
  const chosen = dimensions.filter((name) => one(params[name]) !== undefined);
  return (
    <div className="filters no-print">
      <MonthSpan known={data.known} period={data.period} />
      {chosen.map((name) => (
        <Tag key={name} closable onClose={() => change({ [name]: undefined })}>
          {t(texts.common.named, { name: t(text[name]), value: word(name, one(params[name]) ?? null) })}
        </Tag>
      ))}
      {chosen.length > 0 ? (
        <Button size="small" type="link" onClick={() => change(Object.fromEntries(chosen.map((name) => [name, undefined])))}>
          {t(text.clearFilters)}
        </Button>
      ) : null}
    </div>
  );
}

function Standings({ data }: { data: FundJson }) {
  const t = useTexts();
  if (data.standings.length === 0)
    return (
      <Alert
        className="problem"
        type="info"
        showIcon
        title={t(text.noBooks)}
        action={
          <Link to="/registers/$register" params={{ register: 'fund-accounts' }}>
            {t(text.toBooks)}
          </Link>
        }
      />
    );
  return (
    <>
      <div className="tiles wide">
        {data.standings.map((one) => (
          <Link key={one.insurance} className="tile" to="/registers/$register" params={{ register: 'fund-accounts' }}>
            <div className="name">
              {valueWord(t, 'insurance', one.insurance)} · {t(text.monthsPayable)}
            </div>
            <div className="value">
              {one.monthsPayable === null ? DASH : number(one.monthsPayable, 1)} <small>{t(text.months)}</small>{' '}
              {one.step ? <Tag color={stepColours[one.step]}>{t(text[one.step])}</Tag> : null}
            </div>
            <div className="sub">
              {t(text.averageSub, { balance: wan(one.balanceFen), n: one.averagedMonths, average: wan(one.averageFen) })}
            </div>
            <div className="sub">{t(text.ofYear, { month: one.month, income: wan(one.incomeFen), out: wan(one.expenditureFen) })}</div>
            <div className="sub">
              {one.executed === null
                ? t(text.noBudget)
                : t(text.executionSub, { executed: share(one.executed), elapsed: share(one.elapsed) })}
            </div>
            {one.signals.map((signal) => (
              <Tag key={signal} color="red">
                {t(text[signal])}
              </Tag>
            ))}
          </Link>
        ))}
      </div>
      <p className="hint">{t(text.ladderHelp, data.ladder)}</p>
    </>
  );
}

const inWan = (fen: number | null) => (fen === null ? null : Number((fen / 1_000_000).toFixed(2)));

function Months({ data }: { data: FundJson }) {
  const t = useTexts();
  const [, change] = useParams();
  const booked = data.months.some((month) => month.incomeFen !== null);
  const line = (name: string, key: keyof FundJson['months'][number], colour: string, axis = 0) => ({
    type: 'line' as const,
    name,
    yAxisIndex: axis,
    symbolSize: 5,
    itemStyle: { color: colour },
    lineStyle: { width: 2, ...(axis ? { type: 'dashed' as const } : {}) },
    data: data.months.map((month) => inWan(month[key] as number | null)),
  });
  return (
    <Panel title={t(text.byMonth)}>
      <Chart
        height={260}
        label={t(text.byMonth)}
        onPick={(month) => change({ from: month, to: month })}
        option={{
          legend: {},
          tooltip: {
            trigger: 'axis',
            valueFormatter: (value) => (value === null ? DASH : `${Number(value).toFixed(2)} ${t(texts.common.wan)}`),
          },
          xAxis: { type: 'category', name: t(texts.axes.month), data: data.months.map(({ month }) => month), axisTick: { show: false } },
          yAxis: [
            { type: 'value', name: t(texts.axes.wan) },
            ...(booked
              ? [
                  {
                    type: 'value' as const,
                    name: t(texts.common.aside, { what: t(text.balance), aside: t(texts.common.wan) }),
                    splitLine: { show: false },
                  },
                ]
              : []),
          ],
          series: [
            {
              type: 'bar',
              name: t(text.settled),
              data: data.months.map((month) => inWan(month.settledFundFen)),
              barMaxWidth: 22,
              itemStyle: { color: '#9db8d2' },
            },
            ...(booked
              ? [
                  line(t(text.income), 'incomeFen', '#2e8b72'),
                  line(t(text.expenditure), 'expenditureFen', '#c0392b'),
                  line(t(text.balance), 'balanceFen', '#6b5b95', 1),
                ]
              : []),
          ],
        }}
      />
    </Panel>
  );
}

const shown = {
  people: (n: number) => count(n),
  frequency: (n: number) => number(n, 3),
  cost: (n: number) => yuan(Math.round(n)),
  share: (n: number) => share(n, 2),
};

function GrowthPanel() {
  const t = useTexts();
  const [params] = useParams();
  const growth = useGet<GrowthJson>('/api/fund/growth', queryOf(params), { keep: true });
  const span = ({ from, to }: { from: string; to: string }) => (from === to ? from : `${from} ~ ${to}`);
  return (
    <Panel
      title={t(text.growth)}
      extra={
        growth.data ? (
          <span className="soft">{t(text.growthOf, { now: span(growth.data.now), before: span(growth.data.before) })}</span>
        ) : null
      }
    >
      <Loaded of={growth}>
        {(data) =>
          data === null ? (
            <Nothing title={t(text.noGrowth)} />
          ) : (
            <>
              <p className="soft">{t(text[data.basis])}</p>
              {data.parts ? (
                <table className="plain">
                  <thead>
                    <tr>
                      <th>{t(text.factor)}</th>
                      <th className="num">{t(text.before)}</th>
                      <th className="num">{t(text.after)}</th>
                      <th className="num">{t(text.contribution)}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.parts.map((part) => (
                      <tr key={part.factor}>
                        <td>{t(text[part.factor])}</td>
                        <td className="num">{shown[part.factor](part.before)}</td>
                        <td className="num">{shown[part.factor](part.after)}</td>
                        <td className={part.fen > 0 ? 'num red' : 'num green'}>{signed(part.fen)}</td>
                      </tr>
                    ))}
                    <tr className="sum">
                      <td>
                        {t(text.change)} {data.rate === null ? '' : `${data.rate > 0 ? '+' : ''}${share(data.rate, 2)}`}
                      </td>
                      <td className="num">{yuan(data.was.fundFen)}</td>
                      <td className="num">{yuan(data.is.fundFen)}</td>
                      <td className="num strong">{signed(data.changeFen)}</td>
                    </tr>
                  </tbody>
                </table>
              ) : (
                <Nothing title={t(text.noParts)} />
              )}
              <p className="hint">{t(text.growthMethod)}</p>
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
const signed = (fen: number) => `${fen > 0 ? '+' : ''}${yuan(fen)}`;

const TOP = 12;

function Parts({ data }: { data: FundJson }) {
  const t = useTexts();
  const word = useWord();
  const [params, change] = useParams();
  return (
    <div className="grid parts" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 400px), 1fr))' }}>
      {data.parts.map(({ dimension, rows }) => {
        const all = rows.reduce((sum, row) => sum + row.fundFen, 0);
        const most = Math.max(1, ...rows.map((row) => row.fundFen));
        return (
          <Panel key={dimension} flush title={`${t(text.parts)} · ${t(text[dimension])}`}>
            <table className="plain clickable">
              <thead>
                <tr>
                  <th>{t(text[dimension])}</th>
                  <th className="num">{t(text.fundPaid)}</th>
                  <th className="num">{t(text.ofAll)}</th>
                  <th className="num">{t(text.times)}</th>
                  <th className="num">{t(text.paidShare)}</th>
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, TOP).map((row) => (
                  <tr
                    key={row.key ?? ''}
                    className={one(params[dimension]) === row.key ? 'chosen' : ''}
                    onClick={() => change({ [dimension]: row.key === null || one(params[dimension]) === row.key ? undefined : row.key })}
                  >
                    <td>{word(dimension, row.key)}</td>
                    <td className="num bar-cell">
                      {wan(row.fundFen)}
                      <i style={{ width: `${(Math.max(0, row.fundFen) / most) * 100}%` }} />
                    </td>
                    <td className="num">{all ? share(row.fundFen / all) : DASH}</td>
                    <td className="num">{count(row.settlements)}</td>
                    <td className="num">{row.totalFen ? share(row.fundFen / row.totalFen) : DASH}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Panel>
        );
      })}
    </div>
  );
}

function Records() {
  const t = useTexts();
  const [params, change] = useParams();
  const session = useSession();
  const open = one(params.records) === '1';
  const records = useGet<FundRecordsJson>(
    '/api/fund/records',
    { ...queryOf(params), page: one(params.page), size: one(params.size) },
    { enabled: open, keep: true },
  );
  if (!session?.actions.includes('decision.records')) return null;
  const columns: Columns<FundRecordsJson['rows'][number]> = [
    { key: 'day', title: t(text.day), render: (_, row) => day(row.settledDay), width: 100 },
    { key: 'settlementNo', title: t(text.settlementNo), render: (_, row) => <span className="code nowrap">{row.settlementNo}</span> },
    { key: 'person', title: t(text.person), render: (_, row) => <span className="code nowrap">{row.personNo}</span> },
    { key: 'provider', title: t(text.provider), render: (_, row) => row.name ?? row.providerNo },
    { key: 'setting', title: t(text.setting), render: (_, row) => valueWord(t, 'setting', row.setting) },
    { key: 'insurance', title: t(text.insurance), render: (_, row) => valueWord(t, 'insurance', row.insurance) },
    ...(['totalFen', 'inScopeFen', 'fundFen', 'accountFen', 'cashFen'] as const).map((key, i) => ({
      key,
      title: t([text.total, text.inScope, text.fundFen, text.account, text.cash][i] as (typeof text)['total']),
      align: 'right' as const,
      render: (_: unknown, row: FundRecordsJson['rows'][number]) => yuan(row[key]),
    })),
  ];
  return (
    <Panel
      flush
      title={t(text.records)}
      extra={
        <Button size="small" onClick={() => change({ records: open ? undefined : '1' })}>
          {t(open ? text.hideRecords : text.showRecords)}
        </Button>
      }
    >
      {open ? (
        <Loaded of={records}>
          {(data) => <QueryTable rowKey="settlementNo" columns={columns} rows={data.rows} total={data.total} scroll={{ x: 900 }} />}
        </Loaded>
      ) : null}
    </Panel>
  );
}
