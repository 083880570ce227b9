/**
 * Stays prepared once a version of the lake for comparisons between institutions: what each cost, how long it took, whether its person came
 * back, left for another hospital or died; and sums of Y, X and their products by institution.
 */
import { type RatioSums, type StayIndicatorName, stayIndicators } from '@hengjian/domain';
import { literal } from '../lake/duck.ts';
import type { LakeConnection } from '../lake/lake.ts';

const OPEN = 2_000_000;
/** Where the region's deaths in a diagnosis are rarer than this, among at least as many stays, one is a low-risk death. */
const LOW_RISK_RATE = 0.005;
const LOW_RISK_STAYS = 100;
/** What is expected comes from stays of the same diagnosis, age and sex where there are as many, else of the diagnosis, else of all. */
const CELL = 10;

const prepared = new WeakSet<LakeConnection>();

async function prepare(lake: LakeConnection): Promise<void> {
  if (prepared.has(lake)) return;
  await lake.useBucket(undefined, 'net');
  const back = (days: number) =>
    `CASE WHEN gap <= ${days} THEN 1 WHEN "endedDay" + ${days} > last THEN NULL ELSE 0 END AS readmitted${days}`;
  // Coming back is beginning another stay, anywhere, on the day of discharge or later; what no record can tell yet is not known.
  await lake.run(`CREATE TABLE prepared_stay AS
    WITH stay AS (SELECT e.*, greatest(1, e."endedDay" - e."begunDay") AS days,
        lead(e."begunDay") OVER (PARTITION BY e.person ORDER BY e."begunDay", e."endedDay", e."encounterNo") - e."endedDay" AS gap,
        max(e."settledDay") OVER () AS last
      FROM encounter e WHERE e.setting = 'inpatient' AND e."endedDay" < ${OPEN} AND e."settledDay" IS NOT NULL AND e."totalFen" > 0),
    marked AS (SELECT *, CAST("dischargeWay" = '5' AS INTEGER) AS died FROM stay)
    SELECT m.provider, m.level, strftime(DATE '1970-01-01' + CAST(m."settledDay" AS INTEGER), '%Y-%m') AS month,
      left(coalesce(m."mainDiagnosis", ''), 3) AS category, least(9, greatest(0, (m."begunDay" - m."birthDay") // 3652)) AS age, m.sex,
      CAST(m."totalFen" AS DOUBLE) AS "costFen", CAST(m.days AS DOUBLE) AS days, CAST(m."totalFen" - m."inScopeFen" AS DOUBLE) AS "selfPaidFen",
      CAST(m."drugFen" AS DOUBLE) AS "drugFen", CAST(m."consumableFen" AS DOUBLE) AS "consumableFen", CAST(m."examFen" AS DOUBLE) AS "examFen",
      CAST(m."labFen" AS DOUBLE) AS "labFen", CAST(m."fundFen" AS DOUBLE) AS "fundFen",
      ${[7, 14, 30, 31].map(back).join(', ')}, CAST(m."dischargeWay" = '2' AS INTEGER) AS transferred, m.died,
      CASE WHEN count(*) OVER c >= ${LOW_RISK_STAYS} AND avg(m.died) OVER c < ${LOW_RISK_RATE} THEN m.died END AS "lowRiskDied"
    FROM marked m WINDOW c AS (PARTITION BY left(coalesce(m."mainDiagnosis", ''), 3))`);
  prepared.add(lake);
}

export interface BenchmarkAsk {
  readonly indicator: StayIndicatorName;
  /** Class of the institutions. */
  readonly level: number;
  readonly from: string;
  readonly to: string;
}

/** Classes that have stays, with how many institutions. */
export async function stayLevels(lake: LakeConnection): Promise<{ level: number; providers: number }[]> {
  await prepare(lake);
  return lake.rows(
    `SELECT CAST(level AS INTEGER) AS level, CAST(count(DISTINCT provider) AS INTEGER) AS providers FROM prepared_stay WHERE level IS NOT NULL GROUP BY 1 ORDER BY 1 DESC`,
  );
}

/** Sums by institution of one class and period; stays whose Y or X is not known take no part. */
export async function benchmarkSums(lake: LakeConnection, { indicator, level, from, to }: BenchmarkAsk): Promise<RatioSums[]> {
  await prepare(lake);
  const { y, over } = stayIndicators[indicator];
  const mean = (by: string) => `avg(y) OVER (PARTITION BY ${by})`;
  const many = (by: string) => `count(*) OVER (PARTITION BY ${by}) >= ${CELL}`;
  const x =
    over === 'one'
      ? '1.0'
      : over === 'cost'
        ? '"costFen"'
        : `CASE WHEN ${many('category, age, sex')} THEN ${mean('category, age, sex')} WHEN ${many('category')} THEN ${mean('category')} ELSE avg(y) OVER () END`;
  return lake.rows<RatioSums>(`
    WITH own AS (SELECT *, CAST("${y}" AS DOUBLE) AS y FROM prepared_stay
      WHERE level = ${level} AND month BETWEEN ${literal(from)} AND ${literal(to)} AND "${y}" IS NOT NULL),
    guessed AS (SELECT provider, y, CAST(${x} AS DOUBLE) AS x FROM own),
    -- expectations of cells of different size do not add up to what happened: scaled so that the peers together are 1
    pair AS (SELECT provider, y, ${over === 'expected' ? 'x * sum(y) OVER () / nullif(sum(x) OVER (), 0)' : 'x'} AS x FROM guessed)
    SELECT v."providerNo" AS no, CAST(count(*) AS INTEGER) AS n, sum(y) AS y, sum(x) AS x, sum(y * y) AS yy, sum(x * y) AS xy, sum(x * x) AS xx
    FROM pair JOIN provider v USING (provider) WHERE x IS NOT NULL GROUP BY 1 ORDER BY 1`);
}
