// Knowledge against what is billed: points that nothing meets, spending that no point looks at, codes that are gone.
import { type Kysely, sql } from 'kysely';
import { catalogueInForce, catalogueSize } from '../knowledge/catalogue.ts';
import type { LakeConnection } from '../lake/lake.ts';
import type { Database } from '../records/database.ts';

export interface CoverageQuestion {
  /** Settled days, both included. */
  from: number;
  to: number;
  /** Rows of each list at most. */
  top: number;
}

export interface KnowledgeCoverage {
  /** Active points, and those of them none of whose judged codes was billed in the period, by rule; the first of them. */
  active: number;
  unmet: { ruleKey: string; ruleName: string | null; points: number; unmet: number }[];
  unmetPoints: { pointId: string; ruleKey: string; subject: string | null; codes: string[] }[];
  /** Everything billed in the period, and the part of it whose code stands in an active point. Fen. */
  billedFen: number;
  coveredFen: number;
  /** Codes without any active point by amount, largest first. */
  uncovered: { code: string; name: string | null; kind: string | null; lines: number; amountFen: number; fundFen: number }[];
  /** Items of the catalogue in force; 0: none was imported, then nothing can be gone. */
  catalogue: number;
  /** Active points with codes that the catalogue of their kind does not have (any more). */
  gone: { pointId: string; ruleKey: string; subject: string | null; codes: string[] }[];
}

const judgedRoles = ['code', 'included', 'including'];

export async function knowledgeCoverage(
  db: Kysely<Database>,
  lake: LakeConnection,
  { from, to, top }: CoverageQuestion,
): Promise<KnowledgeCoverage> {
  await lake.useBucket(undefined, 'net');
  const billed = await lake.rows<{ code: string; kind: string | null; lines: number; amountFen: number; fundFen: number }>(
    `SELECT i.code AS code, any_value(s.kind) AS kind, sum(s.lines)::BIGINT AS lines, sum(s.amount)::BIGINT AS "amountFen", sum(s.fund)::BIGINT AS "fundFen"
     FROM (SELECT item, kind, count(*) AS lines, sum("amountFen") AS amount, sum(coalesce("fundFen", 0)) AS fund FROM line
           WHERE "settledDay" BETWEEN ${Math.trunc(from)} AND ${Math.trunc(to)} GROUP BY item, kind) s JOIN item i ON i.item = s.item GROUP BY i.code`,
  );
  const points = await activeCodes(db);
  const codesOfPoints = new Set(points.flatMap(({ codes }) => codes));
  const met = new Set(billed.map(({ code }) => code));
  const unmetPoints = points.filter(({ codes }) => codes.length > 0 && !codes.some((code) => met.has(code)));
  const byRule = new Map<string, KnowledgeCoverage['unmet'][number]>();
  for (const { ruleKey, ruleName } of points) {
    const row = byRule.get(ruleKey) ?? { ruleKey, ruleName, points: 0, unmet: 0 };
    byRule.set(ruleKey, { ...row, points: row.points + 1 });
  }
  for (const { ruleKey } of unmetPoints) (byRule.get(ruleKey) as { unmet: number }).unmet += 1;
  const sum = (rows: typeof billed) => rows.reduce((all, { amountFen }) => all + amountFen, 0);
  const bare = billed
    .filter(({ code }) => !codesOfPoints.has(code))
    .sort((a, b) => b.amountFen - a.amountFen || (a.code < b.code ? -1 : 1));
  const shown = bare.slice(0, top);
  const names = await namesOf(
    db,
    shown.map(({ code }) => code),
  );
  return {
    active: points.length,
    unmet: [...byRule.values()].filter(({ unmet }) => unmet > 0).sort((a, b) => b.unmet - a.unmet || (a.ruleKey < b.ruleKey ? -1 : 1)),
    unmetPoints: unmetPoints
      .slice(0, top)
      .map(({ pointId, ruleKey, subject, codes }) => ({ pointId, ruleKey, subject, codes: codes.slice(0, 6) })),
    billedFen: sum(billed),
    coveredFen: sum(billed) - sum(bare),
    uncovered: shown.map((row) => ({ ...row, name: names.get(row.code) ?? null })),
    catalogue: await catalogueSize(db),
    gone: await goneCodes(db, top),
  };
}

interface PointCodes {
  pointId: string;
  ruleKey: string;
  ruleName: string | null;
  subject: string | null;
  codes: string[];
}

const activeCodes = async (db: Kysely<Database>): Promise<PointCodes[]> =>
  (
    await sql<PointCodes>`
      select p.point_id, p.rule_key, p.rule_name, p.subject,
        array(select distinct c.code from knowledge_code c where c.point_id = p.point_id and c.version = p.version and c.role = any(${judgedRoles})) as codes
      from knowledge_place l join knowledge_point p using (point_id, version)
      where l.usable and l.state = 'active' order by p.rule_key, p.point_id collate "C"`.execute(db)
  ).rows;

async function goneCodes(db: Kysely<Database>, top: number): Promise<KnowledgeCoverage['gone']> {
  const { rows } = await sql<KnowledgeCoverage['gone'][number]>`
    with kinds as (select distinct left(code, 1) as kind from catalogue_item)
    select p.point_id, p.rule_key, p.subject, array_agg(distinct c.code order by c.code) as codes
    from knowledge_place l join knowledge_point p using (point_id, version) join knowledge_code c using (point_id, version)
    where l.usable and l.state = 'active' and c.role = any(${judgedRoles}) and left(c.code, 1) in (select kind from kinds)
      and not exists (select 1 from ${catalogueInForce} f where f.code = c.code and (f.valid_to is null or f.valid_to >= (extract(epoch from now()) / 86400)::int))
    group by 1, 2, 3 order by count(*) desc, p.point_id limit ${top}`.execute(db);
  return rows;
}

async function namesOf(db: Kysely<Database>, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<{ code: string; name: string }>`
    select f.code, f.name from ${catalogueInForce} f where f.code = any(${[...codes]}) and f.name is not null`.execute(db);
  return new Map(rows.map(({ code, name }) => [code, name]));
}
