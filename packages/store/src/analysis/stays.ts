/**
 * Stays prepared once a version of the lake for comparisons between institutions: what each cost, how long it took, whether its person came
 * back, left for another hospital or died; and sums of Y, X and their products by institution.
 */
import {
  comorbidityBands,
  comorbidityGroups,
  type GuidelineItem,
  guidelineItems,
  infectionsOfCare,
  type RatioSums,
  type StayIndicator,
  type StayIndicatorName,
  stayIndicators,
} from '@hengjian/domain';
import { literal, quoted } from '../lake/duck.ts';
import type { LakeConnection } from '../lake/lake.ts';

const OPEN = 2_000_000;
/** Where the region's deaths in a diagnosis are rarer than this, among at least as many stays, one is a low-risk death. */
const LOW_RISK_RATE = 0.005;
const LOW_RISK_STAYS = 100;
/** What is expected comes from stays of the same diagnosis, age, sex and severity where there are as many, else of coarser cells. */
const CELL = 10;
const CELLS = ['category, age, sex, severity', 'category, severity', 'category', 'severity'];

const prepared = new WeakSet<LakeConnection>();

async function prepare(lake: LakeConnection): Promise<void> {
  if (prepared.has(lake)) return;
  await lake.useBucket(undefined, 'net');
  await prepareSeverity(lake);
  const guided: readonly [string, GuidelineItem][] = Object.entries(guidelineItems);
  for (const [name, item] of guided) await lake.run(guidelineSql(name, item));
  const back = (days: number) =>
    `CASE WHEN gap <= ${days} THEN 1 WHEN "endedDay" + ${days} > last THEN NULL ELSE 0 END AS readmitted${days}`;
  // Coming back is beginning another stay, anywhere, on the day of discharge or later; what no record can tell yet is not known.
  await lake.run(`CREATE TABLE prepared_stay AS
    WITH stay AS (SELECT e.*, greatest(1, e."endedDay" - e."begunDay") AS days,
        lead(e."begunDay") OVER (PARTITION BY e.person ORDER BY e."begunDay", e."endedDay", e."encounterNo") - e."endedDay" AS gap,
        max(e."settledDay") OVER () AS last
      FROM encounter e WHERE e.setting = 'inpatient' AND e."endedDay" < ${OPEN} AND e."settledDay" IS NOT NULL AND e."totalFen" > 0),
    marked AS (SELECT *, CAST("dischargeWay" = '5' AS INTEGER) AS died FROM stay)
    SELECT m.provider, m.level, coalesce(v.severity, 0) AS severity, 
      -- an institution without another diagnosis in a whole year records none: what it does not say is not known
      CASE WHEN count(v.encounter) OVER (PARTITION BY m.provider, year(DATE '1970-01-01' + CAST(m."settledDay" AS INTEGER))) > 0 THEN coalesce(v.infected, 0) END AS infected,
      ${guided.map(([name]) => `${quoted(`guided_${name}`)}.${quoted(name)}`).join(', ')}, strftime(DATE '1970-01-01' + CAST(m."settledDay" AS INTEGER), '%Y-%m') AS month,
      left(coalesce(m."mainDiagnosis", ''), 3) AS category, least(9, greatest(0, (m."begunDay" - m."birthDay") // 3652)) AS age, m.sex,
      CAST(m."totalFen" AS DOUBLE) AS "costFen", CAST(m.days AS DOUBLE) AS days, CAST(m."totalFen" - m."inScopeFen" AS DOUBLE) AS "selfPaidFen",
      CAST(m."drugFen" AS DOUBLE) AS "drugFen", CAST(m."consumableFen" AS DOUBLE) AS "consumableFen", CAST(m."examFen" AS DOUBLE) AS "examFen",
      CAST(m."labFen" AS DOUBLE) AS "labFen", CAST(m."fundFen" AS DOUBLE) AS "fundFen",
      ${[7, 14, 30, 31].map(back).join(', ')}, CAST(m."dischargeWay" = '2' AS INTEGER) AS transferred, m.died,
      CASE WHEN count(*) OVER c >= ${LOW_RISK_STAYS} AND avg(m.died) OVER c < ${LOW_RISK_RATE} THEN m.died END AS "lowRiskDied"
    FROM marked m LEFT JOIN stay_severity v USING (encounter)
      ${guided.map(([name]) => `LEFT JOIN ${quoted(`guided_${name}`)} USING (encounter)`).join(' ')} WINDOW c AS (PARTITION BY left(coalesce(m."mainDiagnosis", ''), 3))`);
  prepared.add(lake);
}

const startsWithAny = (column: string, prefixes: readonly string[]) =>
  `(${prefixes.map((prefix) => `starts_with(${column}, ${literal(prefix)})`).join(' OR ')})`;

/** Of each stay with other diagnoses: its band of comorbidity, and whether an infection that came with the care is among them. */
async function prepareSeverity(lake: LakeConnection): Promise<void> {
  const groups = comorbidityGroups.flatMap(({ family, weight, prefixes }) =>
    prefixes.map((prefix) => `(${literal(family)}, ${weight}, ${literal(prefix)})`),
  );
  await lake.run(`CREATE TEMP TABLE stay_other AS SELECT d.encounter, d.code FROM diagnosis d JOIN encounter e USING (encounter)
    WHERE d.setting = 'inpatient' AND NOT coalesce(d.main, false) AND d.code <> coalesce(e."mainDiagnosis", '')`);
  // codes are few: each is looked up once
  await lake.run(`CREATE TEMP TABLE stay_severity AS
    WITH groups(family, weight, prefix) AS (VALUES ${groups.join(', ')}),
    known AS (SELECT code, family, max(weight) AS weight FROM (SELECT DISTINCT code FROM stay_other) JOIN groups ON starts_with(code, prefix) GROUP BY ALL),
    weighed AS (SELECT encounter, family, max(weight) AS weight FROM stay_other JOIN known USING (code) GROUP BY ALL),
    rated AS (SELECT encounter, sum(weight) AS points FROM weighed GROUP BY 1),
    infected AS (SELECT DISTINCT encounter FROM stay_other WHERE ${startsWithAny('code', infectionsOfCare)})
    SELECT encounter, ${comorbidityBands.map((from) => `CAST(coalesce(points, 0) >= ${from} AS INTEGER)`).join(' + ')} AS severity,
      CAST(i.encounter IS NOT NULL AS INTEGER) AS infected
    FROM (SELECT DISTINCT encounter FROM stay_other) LEFT JOIN rated USING (encounter) LEFT JOIN infected i USING (encounter)`);
  await lake.run('DROP TABLE stay_other');
}

/** Stays that an item of a guideline is about, with 1 where the service or drug is charged in time. */
const guidelineSql = (name: string, { diagnoses, incision, items, daysBefore, until }: GuidelineItem) => `
  CREATE TEMP TABLE ${quoted(`guided_${name}`)} AS
  WITH about AS (SELECT e.encounter, e.person, e."begunDay" - ${daysBefore} AS "from", ${until === 'operation' ? 'o.day' : 'e."endedDay"'} AS "to"
    FROM encounter e ${
      incision
        ? `JOIN (SELECT encounter, min(day) AS day, min(left(incision, 1)) AS least, max(left(incision, 1)) AS most FROM operation
            WHERE incision IS NOT NULL GROUP BY 1) o USING (encounter)
          WHERE e.setting = 'inpatient' AND o.least IN (${incision.map(literal).join(', ')}) AND o.most IN (${incision.map(literal).join(', ')})`
        : `WHERE e.setting = 'inpatient' AND ${startsWithAny('e."mainDiagnosis"', diagnoses)}`
    }),
  wanted AS (SELECT item FROM item WHERE ${items.map((code) => `contains(code, ${literal(code)})`).join(' OR ')}),
  given AS (SELECT DISTINCT l.person, l.day FROM line l SEMI JOIN wanted USING (item) SEMI JOIN about USING (person) WHERE l.quantity > 0)
  SELECT a.encounter, CAST(count(g.day) > 0 AS INTEGER) AS ${quoted(name)} FROM about a
    LEFT JOIN given g ON g.person = a.person AND g.day BETWEEN a."from" AND a."to" GROUP BY a.encounter`;

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

/** Sums by institution of one class and period; stays whose Y or X is not known take no part, and an institution that records none has 0. */
export async function benchmarkSums(lake: LakeConnection, { indicator, level, from, to }: BenchmarkAsk): Promise<RatioSums[]> {
  await prepare(lake);
  const { y, over, unrecorded }: StayIndicator = stayIndicators[indicator];
  const mean = (by: string) => `avg(y) OVER (PARTITION BY ${by})`;
  const many = (by: string) => `count(*) OVER (PARTITION BY ${by}) >= ${CELL}`;
  const x =
    over === 'one'
      ? '1.0'
      : over === 'cost'
        ? '"costFen"'
        : `CASE ${CELLS.map((cell) => `WHEN ${many(cell)} THEN ${mean(cell)}`).join(' ')} ELSE avg(y) OVER () END`;
  const peers = `level = ${level} AND month BETWEEN ${literal(from)} AND ${literal(to)}`;
  return lake.rows<RatioSums>(`
    WITH own AS (SELECT *, CAST("${y}" AS DOUBLE) AS y FROM prepared_stay
      WHERE ${peers} AND "${y}" IS NOT NULL),
    guessed AS (SELECT provider, y, CAST(${x} AS DOUBLE) AS x FROM own),
    -- expectations of cells of different size do not add up to what happened: scaled so that the peers together are 1
    pair AS (SELECT provider, y, ${over === 'expected' ? 'x * sum(y) OVER () / nullif(sum(x) OVER (), 0)' : 'x'} AS x FROM guessed)
    SELECT v."providerNo" AS no, CAST(count(*) AS INTEGER) AS n, sum(y) AS y, sum(x) AS x, sum(y * y) AS yy, sum(x * y) AS xy, sum(x * x) AS xx
    FROM pair JOIN provider v USING (provider) WHERE x IS NOT NULL GROUP BY 1
    ${unrecorded ? `UNION ALL SELECT v."providerNo", 0, 0, 0, 0, 0, 0 FROM (SELECT * FROM prepared_stay WHERE ${peers}) s JOIN provider v USING (provider) GROUP BY 1 HAVING count(s."${y}") = 0` : ''}
    ORDER BY 1`);
}
