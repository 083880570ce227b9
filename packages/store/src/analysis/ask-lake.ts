/**
 * Answers a declared question from the lake. What every page asks again and again (by month, insurance, setting, institution …) is
 * summed once per version into a projection held by the connection; distinct counts and rarer dimensions go to the records.
 */
import {
  type AnalysisAsk,
  type AnalysisDimension,
  type AnalysisRow,
  type AnalysisSum,
  type AnalysisTable,
  type AnalysisTableName,
  analysisTables,
} from '@hengjian/domain';
import { literal, quoted } from '../lake/duck.ts';
import type { LakeConnection } from '../lake/lake.ts';

/** More groups than anybody reads. */
export const ANALYSIS_LIMIT = 5000;

const date = (column: string) => `(DATE '1970-01-01' + CAST(s.${quoted(column)} AS INTEGER))`;
const AGE_BANDS = [1, 7, 18, 35, 50, 60, 70, 80] as const;

/** Tables that a dimension may look into, by what it comes from, with their alias. */
const joined = { provider: 'v', person: 'p', practitioner: 'd', item: 'i' } as const;

/** The dimension's value as a text, over records `s` joined with `joined`. */
function textOf({ from, column }: AnalysisDimension): string {
  switch (from) {
    case 'month':
      return `strftime(${date(column)}, '%Y-%m')`;
    case 'year':
      return `strftime(${date(column)}, '%Y')`;
    case 'quarter':
      return `strftime(${date(column)}, '%Y') || '-Q' || quarter(${date(column)})`;
    case 'age': {
      const age = `date_diff('year', DATE '1970-01-01' + CAST(s."birthDay" AS INTEGER), ${date(column)}) - CASE WHEN strftime(${date(column)}, '%m%d') < strftime(DATE '1970-01-01' + CAST(s."birthDay" AS INTEGER), '%m%d') THEN 1 ELSE 0 END`;
      const bands = AGE_BANDS.map(
        (to, i) => `WHEN ${age} < ${to} THEN '${String(AGE_BANDS[i - 1] ?? 0).padStart(2, '0')}–${String(to - 1).padStart(2, '0')}'`,
      );
      return `CASE WHEN s."birthDay" IS NULL THEN NULL ${bands.join(' ')} ELSE '${AGE_BANDS[AGE_BANDS.length - 1]}+' END`;
    }
    case 'provider':
    case 'person':
    case 'practitioner':
    case 'item':
      return `${joined[from]}.${quoted(column)}`;
    default:
      return `CAST(s.${quoted(column)} AS VARCHAR)`;
  }
}

const sumName = (sum: AnalysisSum): string =>
  sum.take === 'count'
    ? 'n'
    : sum.take === 'sum'
      ? sum.column
      : sum.take === 'days'
        ? `days_${sum.from}_${sum.to}`
        : `distinct_${sum.column}`;

/** Over the records. */
function aggregate(sum: AnalysisSum): string {
  if (sum.take === 'count') return 'count(*)';
  if (sum.take === 'distinct') return `count(DISTINCT s.${quoted(sum.column)})`;
  if (sum.take === 'days')
    return `sum(CASE WHEN s.${quoted(sum.to)} < ${OPEN} THEN greatest(1, s.${quoted(sum.to)} - s.${quoted(sum.from)}) END)`;
  return `sum(s.${quoted(sum.column)})`;
}
/** A stay that is not over has no length. */
const OPEN = 2_000_000;

const sumsOf = (table: AnalysisTable): Map<string, AnalysisSum> =>
  new Map(
    Object.values(table.measures)
      .flatMap(({ of, over }) => [of, ...(over ? [over] : [])])
      .map((sum) => [sumName(sum), sum]),
  );

function sourceOf(table: AnalysisTable, dimensions: readonly AnalysisDimension[]): string {
  const joins = (Object.keys(joined) as (keyof typeof joined)[])
    .filter((name) => dimensions.some(({ from }) => from === name))
    .map((name) => `LEFT JOIN ${name} ${joined[name]} ON ${joined[name]}.${name} = s.${name}`);
  return `${quoted(table.table)} s ${joins.join(' ')}`;
}
const onlyOf = ({ where, day }: AnalysisTable): string =>
  `s.${quoted(day)} IS NOT NULL${where ? ` AND s.${quoted(where.column)} = ${literal(where.is)}` : ''}`;

const projections = new WeakMap<LakeConnection, Set<string>>();

/** The table's projection on this connection, made when it is first asked for. */
async function projectionOf(lake: LakeConnection, name: AnalysisTableName): Promise<string> {
  const table: AnalysisTable = analysisTables[name];
  const made = projections.get(lake) ?? new Set();
  projections.set(lake, made);
  const view = `projected_${name}`;
  if (made.has(view)) return view;
  await lake.useBucket(undefined, 'net');
  const dimensions = Object.entries(table.dimensions).filter(([, dimension]) => dimension.projected);
  const sums = [...sumsOf(table)].filter(([, sum]) => sum.take !== 'distinct');
  await lake.run(`CREATE TABLE ${view} AS SELECT
    ${dimensions.map(([id, dimension]) => `${textOf(dimension)} AS ${quoted(id)}`).join(', ')},
    ${sums.map(([id, sum]) => `CAST(${aggregate(sum)} AS BIGINT) AS ${quoted(`sum_${id}`)}`).join(', ')}
    FROM ${sourceOf(
      table,
      dimensions.map(([, dimension]) => dimension),
    )} WHERE ${onlyOf(table)} GROUP BY ALL`);
  made.add(view);
  return view;
}

/** Everything that `ask` filters by, as SQL over `expression(dimension)`. */
function filterOf(ask: AnalysisAsk, expression: (id: string) => string): string[] {
  const lists = Object.entries(ask.where ?? {}).filter(([, values]) => values.length > 0);
  return [
    ...(ask.from ? [`${expression('month')} >= ${literal(ask.from)}`] : []),
    ...(ask.to ? [`${expression('month')} <= ${literal(ask.to)}`] : []),
    ...lists.map(([id, values]) => {
      const known = values.filter((value) => value !== '');
      const parts = [
        ...(known.length > 0 ? [`${expression(id)} IN (${known.map(literal).join(', ')})`] : []),
        ...(known.length < values.length ? [`${expression(id)} IS NULL`] : []),
      ];
      return `(${parts.join(' OR ')})`;
    }),
  ];
}

/** Groups in the order of their keys, at most `ANALYSIS_LIMIT`. The question's words must be known (`unknownWords`). */
export async function askLake(lake: LakeConnection, ask: AnalysisAsk): Promise<AnalysisRow[]> {
  const table: AnalysisTable = analysisTables[ask.table];
  const dimension = (id: string) => table.dimensions[id] as AnalysisDimension;
  const measures = ask.measures.map((id) => table.measures[id]).filter((measure) => measure !== undefined);
  const sums = measures.flatMap(({ of, over }) => [of, ...(over ? [over] : [])]);
  const asked = [...ask.by, ...Object.keys(ask.where ?? {}), ...(ask.from || ask.to ? ['month'] : [])];
  const quick = sums.every(({ take }) => take !== 'distinct') && asked.every((id) => dimension(id).projected);
  const expression = (id: string) => (quick ? quoted(id) : textOf(dimension(id)));
  const source = quick ? await projectionOf(lake, ask.table) : sourceOf(table, asked.map(dimension));
  if (!quick) await lake.useBucket(undefined, 'net');
  const summed = (sum: AnalysisSum) => (quick ? `sum(${quoted(`sum_${sumName(sum)}`)})` : aggregate(sum));
  const columns = [
    ...ask.by.map((id, i) => `${expression(id)} AS k${i}`),
    ...measures.flatMap(({ of, over }, i) => [
      `CAST(${summed(of)} AS BIGINT) AS a${i}`,
      `CAST(${over ? summed(over) : 'NULL'} AS BIGINT) AS b${i}`,
    ]),
  ];
  const conditions = [...(quick ? [] : [onlyOf(table)]), ...filterOf(ask, expression)];
  const keys = ask.by.map((_, i) => `k${i}`).join(', ');
  const rows = await lake.rows<Record<string, string | number | null>>(
    `SELECT ${columns.join(', ')} FROM ${source} ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
     ${keys ? `GROUP BY ${keys} ORDER BY ${keys}` : ''} LIMIT ${ANALYSIS_LIMIT}`,
  );
  const number = (value: string | number | null | undefined) => (typeof value === 'number' ? value : null);
  return rows.map((row) => ({
    keys: ask.by.map((_, i) => (row[`k${i}`] ?? null) as string | null),
    parts: measures.map((_, i) => ({ of: number(row[`a${i}`]), over: number(row[`b${i}`]) })),
  }));
}

export interface SettlementShown {
  settlementNo: string;
  personNo: string;
  providerNo: string;
  settledDay: number;
  setting: string | null;
  insurance: string | null;
  totalFen: number | null;
  inScopeFen: number | null;
  fundFen: number | null;
  accountFen: number | null;
  cashFen: number | null;
}

/** The settlements behind a number, largest payment of the fund first. */
export async function settlementsBehind(
  lake: LakeConnection,
  ask: Pick<AnalysisAsk, 'from' | 'to' | 'where'>,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: SettlementShown[]; total: number }> {
  const table: AnalysisTable = analysisTables.settlement;
  await lake.useBucket(undefined, 'net');
  const conditions = [
    onlyOf(table),
    ...filterOf({ ...ask, table: 'settlement', by: [], measures: [] }, (id) => textOf(table.dimensions[id] as AnalysisDimension)),
  ].join(' AND ');
  const source = `settlement s JOIN provider v ON v.provider = s.provider JOIN person p ON p.person = s.person WHERE ${conditions}`;
  const [count] = await lake.rows<{ n: number }>(`SELECT CAST(count(*) AS INTEGER) AS n FROM ${source}`);
  const rows =
    await lake.rows<SettlementShown>(`SELECT s."settlementNo", p."personNo", v."providerNo", s."settledDay", s.setting, s.insurance,
    s."totalFen", s."inScopeFen", s."fundFen", s."accountFen", s."cashFen" FROM ${source}
    ORDER BY s."fundFen" DESC NULLS LAST, s."settlementNo" LIMIT ${limit} OFFSET ${offset}`);
  return { rows, total: count?.n ?? 0 };
}
