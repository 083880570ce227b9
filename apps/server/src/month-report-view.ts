// The facts of a month for its report: the fund's page, the funnel and the findings, asked as the pages ask them.
import {
  explainGrowth,
  funnelOf,
  insuranceWords,
  type MonthFacts,
  type MonthFigures,
  monthAfter,
  monthReport,
  type Report,
  type ReportTable,
  settingWords,
} from '@hengjian/domain';
import { benchmarkSums, findingsByMonth, savedViews, stayLevels } from '@hengjian/store';
import { answerTable, questionOf } from './analysis-words.ts';
import { fundView, growthView } from './fund-view.ts';
import type { FundJson } from './schemas/fund.ts';
import type { Services } from './services.ts';

const TOP = 8;
const levels: Readonly<Record<string, string>> = { '3': '三级', '2': '二级', '1': '一级', '0': '未定级' };

const figuresOf = (fund: FundJson): MonthFigures => {
  const rows = fund.parts[0]?.rows ?? [];
  const sum = (key: 'settlements' | 'totalFen' | 'fundFen') => rows.reduce((total, row) => total + row[key], 0);
  return { settlements: sum('settlements'), totalFen: sum('totalFen'), fundFen: sum('fundFen') };
};

async function strangeIn({ lake, names }: Services, to: string, least: number): Promise<string[]> {
  const providers = await names.providers();
  return lake.read(async (connection) => {
    const found: string[] = [];
    for (const { level } of await stayLevels(connection)) {
      const sums = await benchmarkSums(connection, { indicator: 'costIndex', level, from: monthAfter(to, -2), to });
      for (const row of funnelOf(sums, least).rows) if (row.mark === 'high') found.push(providers.get(row.no)?.name ?? row.no);
    }
    return found;
  });
}

/** The report of a month; null where neither claims nor books know it. */
export async function monthReportView(services: Services, month: string, least: number): Promise<Report | null> {
  const last = monthAfter(month, -1);
  const fund = await fundView(services, { from: month, to: month });
  if (!fund.known) return null;
  const before = last >= fund.known.from ? await fundView(services, { from: last, to: last }) : null;
  const growth = await growthView(services, { from: month, to: month });
  const trend = await fundView(services, {
    from: [fund.known.from, monthAfter(month, -11)].sort()[1],
    to: month,
  });
  const providers = await services.names.providers();
  const found = (await findingsByMonth(services.home.db, { standing: 'live', scope: null })).find((row) => row.month === month);
  const word = (dimension: string, key: string | null): string => {
    if (key === null) return '未知';
    if (dimension === 'insurance') return (insuranceWords as Readonly<Record<string, { zh: string }>>)[key]?.zh ?? key;
    if (dimension === 'setting') return (settingWords as Readonly<Record<string, { zh: string }>>)[key]?.zh ?? key;
    if (dimension === 'level') return levels[key] ?? key;
    if (dimension === 'outOfArea') return key === 'true' ? '异地' : '本地';
    return providers.get(key)?.name ?? key;
  };
  const titles = {
    insurance: '险种',
    setting: '就医方式',
    level: '机构级别',
    area: '参保区划',
    outOfArea: '就医地',
    provider: '机构',
  } as const;
  const facts: MonthFacts = {
    month,
    now: figuresOf(fund),
    before: before && figuresOf(before),
    growth: growth && { basis: growth.basis, of: explainGrowth(growth.was, growth.is) },
    standings: fund.standings,
    lastStandings: before?.standings ?? [],
    parts: fund.parts.map(({ dimension, rows }) => ({
      title: titles[dimension],
      rows: rows.slice(0, TOP).map(({ key, ...figures }) => ({ name: word(dimension, key), figures })),
    })),
    trend: trend.months.map((one) => ({ month: one.month, fundFen: one.settledFundFen ?? 0 })),
    findings: { count: found?.count ?? 0, amountFen: found?.amountFen ?? 0, fundFen: found?.fundFen ?? 0 },
    strange: await strangeIn(services, month, least),
    lastStrange: await strangeIn(services, last, least),
  };
  const report = monthReport(facts);
  const kept = await keptTables(services, month);
  // numbered as the chapters before it
  return kept.length === 0
    ? report
    : {
        ...report,
        sections: [...report.sections, { heading: `${chapterNumber(report.sections.length)}、重点关注`, sentences: [], tables: kept }],
      };
}

const chapterNumber = (before: number): string =>
  ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'][before] ?? String(before + 1);
/** Rows of a kept question that a page of the report has room for. */
const KEPT_ROWS = 40;
const cellText = (cell: string | number | null): string =>
  cell === null ? '—' : typeof cell === 'number' && !Number.isInteger(cell) ? cell.toFixed(2) : String(cell);

/** Kept questions that belong to the report: of its month, or of the twelve months up to it where they go by month. */
async function keptTables({ home, analysis, names }: Services, month: string): Promise<ReportTable[]> {
  const tables: ReportTable[] = [];
  for (const view of await savedViews(home.db)) {
    const { ask, unknown } = questionOf(view.question);
    if (!view.places.includes('month') || unknown.length > 0) continue;
    const span = { from: ask.by.includes('month') ? monthAfter(month, -11) : month, to: month };
    const { heads, rows } = answerTable(ask, await analysis.ask({ ...ask, ...span }), await names.providers());
    const title = rows.length > KEPT_ROWS ? `${view.title}（共 ${rows.length} 行，列前 ${KEPT_ROWS} 行）` : view.title;
    tables.push({ title, heads, rows: rows.slice(0, KEPT_ROWS).map((row) => row.map(cellText)) });
  }
  return tables;
}
