/** A year's settlements from the lake for a what-if, bucket by bucket in columns: two million in a few seconds. */
import { dayOfDate, type Insurance, type Lever, type PastSettlement, type Setting } from '@hengjian/domain';
import { literal } from '../lake/duck.ts';
import type { Lake } from '../lake/lake.ts';

const list = (values: readonly (string | number)[]) =>
  values.map((value) => (typeof value === 'number' ? String(value) : literal(value))).join(', ');

/** Lines that a lever on items is about. */
function linesOf({ insurance, setting, level, items }: Lever): string {
  const codes = items.map((prefix) => `starts_with(i.code, ${literal(prefix)})`).join(' OR ');
  return [
    codes ? `(${codes})` : 'false',
    ...(insurance.length > 0 ? [`l.insurance IN (${list(insurance)})`] : []),
    ...(setting.length > 0 ? [`l.setting IN (${list(setting)})`] : []),
    ...(level.length > 0 ? [`l.level IN (${list(level)})`] : []),
  ].join(' AND ');
}

/** Per settlement: what total and scope would change by. Empty without levers on items. */
function changes(levers: readonly Lever[], from: number, to: number): string | null {
  const own = levers.filter(({ kind }) => kind === 'price' || kind === 'scope');
  if (own.length === 0) return null;
  const cases = (value: (lever: Lever) => string) =>
    own.map((lever) => `CASE WHEN ${linesOf(lever)} THEN ${value(lever)} ELSE 0 END`).join(' + ');
  return `SELECT l.settlement, round(sum(${cases((lever) => (lever.kind === 'price' ? `l."amountFen" * ${lever.by} / 10000.0` : '0'))})) AS total,
    round(sum(${cases((lever) => (lever.kind === 'price' ? `l."inScopeFen" * ${lever.by} / 10000.0` : `l."amountFen" * ${lever.by} / 10000.0 - l."inScopeFen"`))})) AS scope
    FROM line l JOIN item i ON i.item = l.item WHERE l."settledDay" BETWEEN ${from} AND ${to} AND (${own.map((lever) => `(${linesOf(lever)})`).join(' OR ')}) GROUP BY 1`;
}

const AGES =
  "CASE WHEN age < 7 THEN '00–06' WHEN age < 18 THEN '07–17' WHEN age < 35 THEN '18–34' WHEN age < 50 THEN '35–49' WHEN age < 60 THEN '50–59' WHEN age < 70 THEN '60–69' WHEN age < 80 THEN '70–79' ELSE '80+' END";
/** By what a person's care of the year cost in all: the ill and the well fare differently. */
const COSTS =
  "CASE WHEN cost < 100000 THEN '1' WHEN cost < 500000 THEN '2' WHEN cost < 2000000 THEN '3' WHEN cost < 5000000 THEN '4' ELSE '5' END";

const MEMORY_MB = 600;

/** Settlements of a calendar year, in the order of person and moment. */
export async function pastSettlements(
  lake: Lake,
  year: number,
  levers: readonly Lever[],
  take: (one: PastSettlement) => void,
  progress: (done: number, total: number) => void,
): Promise<{ lakeVersion: number }> {
  const snapshot = await lake.snapshot();
  if (snapshot.version === 0) return { lakeVersion: 0 };
  const [from, to] = [dayOfDate(year, 1, 1), dayOfDate(year, 12, 31)];
  const moved = changes(levers, from, to);
  const connection = await snapshot.connect({ memoryLimitMb: MEMORY_MB });
  try {
    for (let bucket = 0; bucket < snapshot.buckets; bucket += 1) {
      progress(bucket, snapshot.buckets);
      await connection.useBucket(bucket, 'net');
      const reader = await connection.connection.runAndReadAll(`
        WITH own AS (SELECT s.*, CAST(date_diff('day', DATE '1970-01-01' + CAST(s."birthDay" AS INTEGER), DATE '1970-01-01' + CAST(s."settledDay" AS INTEGER)) / 365.2425 AS INTEGER) AS age,
            sum(s."totalFen") OVER (PARTITION BY s.person) AS cost FROM settlement s WHERE s."settledDay" BETWEEN ${from} AND ${to})
        SELECT s."settlementNo", CAST(s.person AS INTEGER), s.insurance, s.setting, CAST(s.level AS INTEGER), s."outOfArea",
          s."totalFen" IS NOT NULL AND s."inScopeFen" IS NOT NULL AND s."poolFen" IS NOT NULL,
          CAST(coalesce(s."totalFen", 0) AS DOUBLE), CAST(coalesce(s."inScopeFen", 0) AS DOUBLE), CAST(coalesce(s."poolFen", 0) AS DOUBLE), CAST(coalesce(s."aidFen", 0) AS DOUBLE),
          CAST(${moved ? 'coalesce(c.total, 0)' : '0'} AS DOUBLE), CAST(${moved ? 'coalesce(c.scope, 0)' : '0'} AS DOUBLE),
          coalesce(s.insurance, '') || '/' || coalesce(s.setting, ''), coalesce(CAST(s.level AS VARCHAR), ''), ${AGES}, ${COSTS}, coalesce(p.area, ''), v."providerNo"
        FROM own s JOIN person p ON p.person = s.person JOIN provider v ON v.provider = s.provider
          ${moved ? `LEFT JOIN (${moved}) c ON c.settlement = s.settlement` : ''}
        ORDER BY s.person, s."settledAt", s."settlementNo"`);
      const columns = reader.getColumns();
      const [no, person, insurance, setting, level, out, known, total, scope, pool, aid, totalChange, scopeChange, ...groups] =
        columns as unknown[][];
      for (let i = 0; i < reader.currentRowCount; i += 1)
        take({
          settlementNo: no?.[i] as string,
          person: person?.[i] as number,
          year,
          insurance: insurance?.[i] as Insurance | null,
          setting: setting?.[i] as Setting | null,
          level: level?.[i] as number | null,
          outOfArea: out?.[i] as boolean | null,
          known: known?.[i] as boolean,
          totalFen: total?.[i] as number,
          inScopeFen: scope?.[i] as number,
          poolFen: pool?.[i] as number,
          aidFen: aid?.[i] as number,
          aided: (aid?.[i] as number) > 0,
          totalChangeFen: totalChange?.[i] as number,
          inScopeChangeFen: scopeChange?.[i] as number,
          groups: groups.map((values) => values[i] as string),
        });
    }
  } finally {
    connection.close();
  }
  return { lakeVersion: snapshot.version };
}
