// Physicians and pharmacies as the lake knows them: what each did in a period, in sums that comparisons are made of.
import {
  indicatorsOfScene,
  type PracticeCell,
  type PracticeIndicator,
  type PracticeIndicatorName,
  type PracticeKind,
  type PracticeScene,
  practiceIndicators,
  type RatioSums,
  scenesOf,
} from '@hengjian/domain';
import type { Treated } from '../finding/practice-findings.ts';
import { literal } from '../lake/duck.ts';
import type { LakeConnection } from '../lake/lake.ts';

/** Months as `yyyy-MM`, both included. */
export interface MonthSpan {
  readonly from: string;
  readonly to: string;
}

const OPEN = 2_000_000;
const month = `strftime(DATE '1970-01-01' + CAST(e."settledDay" AS INTEGER), '%Y-%m')`;
const hour = `(e."begunAt" % 86400) // 3600`;

/** One row an encounter that counts, with the columns that indicators name; `no`, `department`, `level` and `scene` say where it counts. */
const unitsOf = (kind: PracticeKind, { from, to }: MonthSpan): string => `
  SELECT ${kind === 'physician' ? 'd."practitionerNo"' : 'v."providerNo"'} AS no,
    ${kind === 'physician' ? 'e.department, e.level' : 'NULL AS department, NULL AS level'},
    ${kind === 'physician' ? `CASE WHEN e.setting = 'inpatient' THEN 'stay' ELSE 'visit' END` : `'sale'`} AS scene, e.person, e."fundFen" AS fund,
    CAST(e."totalFen" AS DOUBLE) AS "costFen", CAST(e."totalFen" - e."inScopeFen" AS DOUBLE) AS "outFen", CAST(e."drugFen" AS DOUBLE) AS "drugFen",
    CAST(e."examFen" + e."labFen" AS DOUBLE) AS "testFen", CAST(e."consumableFen" AS DOUBLE) AS "consumableFen", CAST(e."fundFen" AS DOUBLE) AS "fundFen",
    CASE WHEN e."endedDay" < ${OPEN} THEN CAST(greatest(1, e."endedDay" - e."begunDay") AS DOUBLE) END AS days,
    CAST(${hour} >= 22 OR ${hour} < 6 AS DOUBLE) AS night
  FROM encounter e ${kind === 'physician' ? 'JOIN practitioner d ON d.practitioner = e.practitioner' : 'JOIN provider v ON v.provider = e.provider'}
  WHERE e."providerKind" = ${literal(kind === 'physician' ? 'medical' : 'pharmacy')} AND e."totalFen" > 0 AND e."settledDay" IS NOT NULL
    AND ${month} BETWEEN ${literal(from)} AND ${literal(to)}`;

const PLACE = 'no, department, level, scene';
const sumNames = ['n', 'y', 'x', 'yy', 'xy', 'xx'] as const;

/** The six sums of one indicator over rows `u`; rows whose Y is not known take no part. */
function sumsOf(name: PracticeIndicatorName): string {
  const { y, over }: PracticeIndicator = practiceIndicators[name];
  const [a, b] = [`"${y}"`, over === 'one' ? '1.0' : '"costFen"'];
  const of = {
    n: 'count(*)',
    y: `sum(${a})`,
    x: `sum(${b})`,
    yy: `sum(${a} * ${a})`,
    xy: `sum(${a} * ${b})`,
    xx: `sum(${b} * ${b})`,
  } as const;
  return sumNames.map((sum) => `CAST(${of[sum]} FILTER (WHERE ${a} IS NOT NULL) AS DOUBLE) AS "${name}_${sum}"`).join(', ');
}

type Place = Pick<PracticeCell, 'no' | 'department' | 'level' | 'scene'>;
type Row = Place & { n: number } & Record<string, number | null>;

/** What everybody of a kind did, by department, class and scene. */
export async function practiceCells(lake: LakeConnection, kind: PracticeKind, span: MonthSpan): Promise<PracticeCell[]> {
  await lake.useBucket(undefined, 'net');
  const names = scenesOf[kind].flatMap(indicatorsOfScene);
  const per = (what: PracticeIndicator['per']) => names.filter((name) => practiceIndicators[name].per === what);
  const encounters = await lake.rows<Row>(`WITH u AS (${unitsOf(kind, span)})
    SELECT ${PLACE}, CAST(count(*) AS INTEGER) AS n, ${per('encounter').map(sumsOf).join(', ')} FROM u GROUP BY ${PLACE} ORDER BY ${PLACE}`);
  const people = await lake.rows<Row>(`WITH e AS (${unitsOf(kind, span)}),
      u AS (SELECT ${PLACE}, person, CAST(count(*) AS DOUBLE) AS times, sum("costFen") AS "costFen" FROM e GROUP BY ${PLACE}, person)
    SELECT ${PLACE}, CAST(count(*) AS INTEGER) AS n, ${per('person').map(sumsOf).join(', ')} FROM u GROUP BY ${PLACE}`);
  const key = ({ no, department, level, scene }: Place) => `${no}|${department ?? ''}|${level ?? ''}|${scene}`;
  const byPlace = new Map(people.map((row) => [key(row), row]));
  return encounters.map((row) => {
    const all = { ...row, ...byPlace.get(key(row)) } as Row;
    const sums = names
      .filter((name) => practiceIndicators[name].scene === row.scene && (all[`${name}_n`] ?? 0) > 0)
      .map((name) => [name, sumsAt(all, name)] as const);
    const { no, department, level, scene, n } = row;
    return { no, department, level, scene: scene as PracticeScene, n, sums: Object.fromEntries(sums) };
  });
}

const sumsAt = (row: Row, name: string): RatioSums => {
  const [n, y, x, yy, xy, xx] = sumNames.map((sum) => row[`${name}_${sum}`] ?? 0) as [number, number, number, number, number, number];
  return { no: row.no, n, y, x, yy, xy, xx };
};

export interface PracticeTotal {
  no: string;
  name: string | null;
  /** Where the care was given. */
  providerNos: string[];
  encounters: number;
  people: number;
  totalFen: number;
  /** Of what is determined; null: of nothing it is. */
  fundFen: number | null;
  lastDay: number;
}

/** Volume of everybody of a kind who did anything in the period, with name and (first) institution. */
export async function practiceTotals(lake: LakeConnection, kind: PracticeKind, span: MonthSpan): Promise<PracticeTotal[]> {
  await lake.useBucket(undefined, 'net');
  const no = kind === 'physician' ? 'd."practitionerNo"' : 'v."providerNo"';
  const name = kind === 'physician' ? 'd.name' : 'v.name';
  const rows = await lake.rows<Omit<PracticeTotal, 'providerNos'> & { places: string }>(`
    SELECT ${no} AS no, any_value(${name}) AS name, string_agg(DISTINCT v."providerNo", ';' ORDER BY v."providerNo") AS places, CAST(count(*) AS INTEGER) AS encounters,
      CAST(count(DISTINCT e.person) AS INTEGER) AS people, CAST(sum(e."totalFen") AS BIGINT) AS "totalFen",
      CAST(sum(e."fundFen") AS BIGINT) AS "fundFen", CAST(max(e."settledDay") AS INTEGER) AS "lastDay"
    FROM encounter e JOIN provider v ON v.provider = e.provider ${kind === 'physician' ? 'JOIN practitioner d ON d.practitioner = e.practitioner' : ''}
    WHERE e."providerKind" = ${literal(kind === 'physician' ? 'medical' : 'pharmacy')} AND e."settledDay" IS NOT NULL
      AND ${month} BETWEEN ${literal(span.from)} AND ${literal(span.to)}
    GROUP BY 1 ORDER BY 1`);
  return rows.map(({ places, ...row }) => ({ ...row, providerNos: places.split(';') }));
}

/** Encounters that these physicians treated, to ask findings for. */
export const encountersTreatedBy = (lake: LakeConnection, practitionerNos: readonly string[]): Promise<Treated[]> =>
  practitionerNos.length === 0
    ? Promise.resolve([])
    : lake.rows<Treated & Record<string, never>>(`SELECT d."practitionerNo" AS no, e."encounterNo"
        FROM encounter e JOIN practitioner d ON d.practitioner = e.practitioner
        WHERE d."practitionerNo" IN (${practitionerNos.map(literal).join(', ')})`);
