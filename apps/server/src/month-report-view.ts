// The facts of a month for its report: the fund's page, the funnel and the findings, asked as the pages ask them.
import {
  type AnalysisDimension,
  analysisTables,
  areaWord,
  explainGrowth,
  funnelOf,
  type Language,
  type MonthFacts,
  type MonthFigures,
  monthAfter,
  monthReport,
  type Report,
  type ReportTable,
} from '@hengjian/domain';
import { benchmarkSums, findingsByMonth, savedViews, stayLevels } from '@hengjian/store';
import { answerTable, questionOf } from './analysis-words.ts';
import { fundView, growthView } from './fund-view.ts';
import type { FundJson } from './schemas/fund.ts';
import type { Services } from './services.ts';

const TOP = 8;
const titles = {
  insurance: { zh: '险种', en: 'insurance' },
  setting: { zh: '就医方式', en: 'setting' },
  level: { zh: '机构级别', en: 'class of institution' },
  area: { zh: '参保区划', en: 'area of insurance' },
  outOfArea: { zh: '就医地', en: 'place of care' },
  provider: { zh: '机构', en: 'institution' },
} as const;
const places = { home: { zh: '本地', en: 'within the area' }, away: { zh: '异地', en: 'elsewhere' } } as const;
const unknown = { zh: '未知', en: 'unknown' } as const;

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

/** The report of a month in a language; null where neither claims nor books know it. */
export async function monthReportView(services: Services, month: string, least: number, language: Language): Promise<Report | null> {
  const last = monthAfter(month, -1);
  const fund = await fundView(services, { from: month, to: month });
  if (!fund.known) return null;
  const before = last >= fund.known.from ? await fundView(services, { from: last, to: last }) : null;
  const growth = await growthView(services, { from: month, to: month });
  const trend = await fundView(services, {
    from: [fund.known.from, monthAfter(month, -11)].sort()[1],
    to: month,
  });
  const [providers, areas] = [await services.names.providers(), await services.names.areas()];
  const found = (await findingsByMonth(services.home.db, { standing: 'live', scope: null })).find((row) => row.month === month);
  const word = (dimension: keyof typeof titles, key: string | null): string => {
    if (key === null) return unknown[language];
    if (dimension === 'provider') return providers.get(key)?.name ?? key;
    if (dimension === 'area') return areaWord(areas, key);
    if (dimension === 'outOfArea') return places[key === 'true' ? 'away' : 'home'][language];
    const { values }: AnalysisDimension = analysisTables.settlement.dimensions[dimension];
    return values?.[key]?.[language] ?? key;
  };
  const facts: MonthFacts = {
    month,
    now: figuresOf(fund),
    before: before && figuresOf(before),
    growth: growth && { basis: growth.basis, of: explainGrowth(growth.was, growth.is) },
    standings: fund.standings,
    lastStandings: before?.standings ?? [],
    parts: fund.parts.map(({ dimension, rows }) => ({
      title: titles[dimension][language],
      rows: rows.slice(0, TOP).map(({ key, ...figures }) => ({ name: word(dimension, key), figures })),
    })),
    trend: trend.months.map((one) => ({ month: one.month, fundFen: one.settledFundFen ?? 0 })),
    findings: { count: found?.count ?? 0, amountFen: found?.amountFen ?? 0, fundFen: found?.fundFen ?? 0 },
    strange: await strangeIn(services, month, least),
    lastStrange: await strangeIn(services, last, least),
    kept: await keptTables(services, month, language),
  };
  return monthReport(facts, language);
}

/** Rows of a kept question that a page of the report has room for. */
const KEPT_ROWS = 40;
const cutWords = {
  zh: (all: number) => `（共 ${all} 行，列前 ${KEPT_ROWS} 行）`,
  en: (all: number) => ` (the first ${KEPT_ROWS} of ${all} rows)`,
} as const;
const cellText = (cell: string | number | null): string =>
  cell === null ? '—' : typeof cell === 'number' && !Number.isInteger(cell) ? cell.toFixed(2) : String(cell);

/** Kept questions that belong to the report: of its month, or of the twelve months up to it where they go by month. */
async function keptTables({ home, analysis, names }: Services, month: string, language: Language): Promise<ReportTable[]> {
  const tables: ReportTable[] = [];
  for (const view of await savedViews(home.db)) {
    const { ask, unknown } = questionOf(view.question);
    if (!view.places.includes('month') || unknown.length > 0) continue;
    const span = { from: ask.by.includes('month') ? monthAfter(month, -11) : month, to: month };
    const { heads, rows } = await answerTable(ask, await analysis.ask({ ...ask, ...span }), names, language);
    const title = rows.length > KEPT_ROWS ? `${view.title}${cutWords[language](rows.length)}` : view.title;
    tables.push({ title, heads, rows: rows.slice(0, KEPT_ROWS).map((row) => row.map(cellText)) });
  }
  return tables;
}
