/**
 * What was charged of items, summed once a version of the lake by item and month; and, for a few items, who used them: people, diagnoses,
 * doctors beside what doctors with the same diagnoses do.
 */
import { dayOfDate, type ItemKind, type ItemUse, type Months, type RatioSums } from '@hengjian/domain';
import { literal } from '../lake/duck.ts';
import type { LakeConnection } from '../lake/lake.ts';

/** Which items: all of these that are given must hold. */
export interface ItemChoice {
  readonly kind?: ItemKind | undefined;
  /** Codes that begin with one of these. */
  readonly prefixes?: readonly string[] | undefined;
  /** Codes as they are, or codes in which `part` stands. */
  readonly codes?: readonly string[] | undefined;
  readonly part?: string | undefined;
}

export interface ItemUsed extends ItemUse {
  readonly kind: ItemKind;
  readonly lines: number;
}

const prepared = new WeakSet<LakeConnection>();
async function prepare(lake: LakeConnection): Promise<void> {
  if (prepared.has(lake)) return;
  await lake.useBucket(undefined, 'net');
  await lake.run(`CREATE TEMP TABLE item_month AS
    SELECT i.item, i.code, s.kind, s.month, s.quantity, s."amountFen", s.lines FROM (
      SELECT item, kind, strftime(DATE '1970-01-01' + CAST("settledDay" AS INTEGER), '%Y-%m') AS month, CAST(sum(quantity) AS DOUBLE) AS quantity,
        CAST(sum("amountFen") AS DOUBLE) AS "amountFen", CAST(count(*) AS INTEGER) AS lines
      FROM line WHERE settlement IS NOT NULL GROUP BY ALL) s JOIN item i USING (item)`);
  prepared.add(lake);
}

const anyOf = (conditions: readonly string[]) => (conditions.length === 0 ? 'false' : `(${conditions.join(' OR ')})`);
function chosen({ kind, prefixes, codes, part }: ItemChoice): string {
  return [
    'true',
    ...(kind ? [`kind = ${literal(kind)}`] : []),
    ...(prefixes ? [anyOf(prefixes.map((prefix) => `starts_with(code, ${literal(prefix)})`))] : []),
    ...(codes || part
      ? [
          anyOf([
            ...(codes && codes.length > 0 ? [`code IN (${codes.map(literal).join(', ')})`] : []),
            ...(part ? [`contains(lower(code), lower(${literal(part)}))`] : []),
          ]),
        ]
      : []),
  ].join(' AND ');
}
const within = ({ from, to }: Months) => `month BETWEEN ${literal(from)} AND ${literal(to)}`;

/** By code, dearest first. */
export async function itemUses(lake: LakeConnection, choice: ItemChoice, period: Months): Promise<ItemUsed[]> {
  await prepare(lake);
  return lake.rows(`SELECT code, min(kind) AS kind, sum(quantity) AS quantity, sum("amountFen") AS "amountFen", CAST(sum(lines) AS INTEGER) AS lines
    FROM item_month WHERE ${chosen(choice)} AND ${within(period)} GROUP BY code ORDER BY 4 DESC, code`);
}

/** By month, in their order; months without use are not there. */
export async function itemMonths(lake: LakeConnection, choice: ItemChoice): Promise<{ month: string; amountFen: number }[]> {
  await prepare(lake);
  return lake.rows(`SELECT month, sum("amountFen") AS "amountFen" FROM item_month WHERE ${chosen(choice)} GROUP BY 1 ORDER BY 1`);
}

/** First day of the first month and last day of the last. */
function daysOf({ from, to }: Months): { from: number; to: number } {
  const first = (month: string, after: number) => dayOfDate(Number(month.slice(0, 4)), Number(month.slice(5, 7)) + after, 1);
  return { from: first(from, 0), to: first(to, 1) - 1 };
}

/** Chosen items as a list of surrogates, and encounters with one of them in a period. */
const usedSql = (choice: ItemChoice, period: Months) => {
  const { from, to } = daysOf(period);
  return `wanted AS (SELECT DISTINCT item FROM item_month WHERE ${chosen(choice)}),
    used AS (SELECT DISTINCT l.encounter, l.person FROM line l SEMI JOIN wanted USING (item)
      WHERE l.settlement IS NOT NULL AND l.quantity > 0 AND l."settledDay" BETWEEN ${from} AND ${to}),
    seen AS (SELECT e.encounter, e.practitioner, left(coalesce(e."mainDiagnosis", ''), 3) AS category, CAST(u.encounter IS NOT NULL AS INTEGER) AS y
      FROM encounter e LEFT JOIN (SELECT DISTINCT encounter FROM used) u USING (encounter)
      WHERE e."providerKind" = 'medical' AND e."settledDay" BETWEEN ${from} AND ${to})`;
};

/** People who used one of the items, and insured people that the lake knows. */
export async function itemPeople(lake: LakeConnection, choice: ItemChoice, period: Months): Promise<{ users: number; insured: number }> {
  await prepare(lake);
  await lake.useBucket(undefined, 'net');
  const [row] = await lake.rows<{ users: number; insured: number }>(
    `WITH ${usedSql(choice, period)} SELECT CAST(count(DISTINCT person) AS INTEGER) AS users, (SELECT CAST(count(*) AS INTEGER) FROM person) AS insured FROM used`,
  );
  return row ?? { users: 0, insured: 0 };
}

/** Categories of main diagnosis (three characters) with visits to medical institutions, and those with one of the items. */
export async function itemDiagnoses(
  lake: LakeConnection,
  choice: ItemChoice,
  period: Months,
): Promise<{ category: string; encounters: number; used: number }[]> {
  await prepare(lake);
  await lake.useBucket(undefined, 'net');
  return lake.rows(`WITH ${usedSql(choice, period)}
    SELECT category, CAST(count(*) AS INTEGER) AS encounters, CAST(sum(y) AS INTEGER) AS used FROM seen WHERE category <> ''
    GROUP BY 1 HAVING sum(y) > 0 ORDER BY used DESC, category LIMIT 20`);
}

export interface DoctorUse extends RatioSums {
  readonly name: string | null;
  readonly providerNo: string;
}

/** Doctors: visits with one of the items (Y) against what all doctors do with the same main diagnoses (X). */
export async function itemDoctors(lake: LakeConnection, choice: ItemChoice, period: Months): Promise<DoctorUse[]> {
  await prepare(lake);
  await lake.useBucket(undefined, 'net');
  return lake.rows(`WITH ${usedSql(choice, period)},
    expected AS (SELECT practitioner, CAST(y AS DOUBLE) AS y, avg(y) OVER (PARTITION BY category) AS x FROM seen)
    SELECT p."practitionerNo" AS no, min(p.name) AS name, min(v."providerNo") AS "providerNo", CAST(count(*) AS INTEGER) AS n, sum(y) AS y, sum(x) AS x,
      sum(y * y) AS yy, sum(x * y) AS xy, sum(x * x) AS xx
    FROM expected JOIN practitioner p USING (practitioner) JOIN provider v USING (provider) GROUP BY 1 HAVING sum(x) > 0 ORDER BY 1`);
}
