// The knowledge library as screens ask for it.
import type { KnowledgePoint, Params, WaitingReason } from '@hengjian/catalog/knowledge/index.ts';
import { type Expression, type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';
import type { PageOf } from './findings.ts';

export interface KnowledgeFilter {
  /** National code of the rule, else `NC-` and its name. */
  ruleKey?: string | undefined;
  state?: 'active' | 'waiting' | 'superseded' | undefined;
  /** Part of the subject, the constraint or a code. */
  text?: string | undefined;
  pointIds?: readonly string[] | undefined;
}

export interface KnowledgeRowShown {
  pointId: string;
  version: number;
  state: string;
  ruleKey: string;
  ruleName: string | null;
  subject: string | null;
  constraintText: string | null;
  basis: string | null;
  batch: string | null;
  inForceFrom: number | null;
  inForceTo: number | null;
  params: Record<string, unknown> | null;
  reason: { code: string; facts: Record<string, string | number> } | null;
  supersededBy: string | null;
  codeCount: number;
  codes: string[];
}

/** One page of knowledge points by rule, state or text, with where each stands in its lineage. */
export async function browseKnowledge(
  db: Kysely<Database>,
  filter: KnowledgeFilter,
  { offset, limit }: PageOf,
): Promise<{ total: number; rows: KnowledgeRowShown[] }> {
  const conditions: Expression<unknown>[] = [sql`true`];
  if (filter.ruleKey) conditions.push(sql`p.rule_key = ${filter.ruleKey}`);
  if (filter.state) conditions.push(sql`l.state = ${filter.state}`);
  if (filter.pointIds) conditions.push(sql`p.point_id = any(${filter.pointIds})`);
  const text = filter.text?.trim();
  if (text) {
    const part = `%${text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`;
    conditions.push(sql`(p.subject ilike ${part} or p.constraint_text ilike ${part} or p.point_id = ${text}
      or exists (select 1 from knowledge_code c where c.point_id = p.point_id and c.version = p.version and c.code ilike ${part}))`);
  }
  const from = sql`from knowledge_place l join knowledge_point p using (point_id, version) where ${sql.join(conditions, sql` and `)}`;
  const total = await sql<{ total: number }>`select count(*)::int as total ${from}`.execute(db);
  const { rows } = await sql<KnowledgeRowShown>`
    select p.point_id, p.version, l.state, p.rule_key, p.rule_name, p.subject, p.constraint_text, p.basis, p.batch, l.in_force_from,
      l.in_force_to, p.params, l.reason, l.superseded_by,
      (select count(*) from knowledge_code c where c.point_id = p.point_id and c.version = p.version)::int as code_count,
      array(select c.code from knowledge_code c where c.point_id = p.point_id and c.version = p.version order by c.role, c.position limit 6) as codes
    ${from} order by p.rule_key, p.point_id collate "C" limit ${limit} offset ${offset}`.execute(db);
  return { total: total.rows[0]?.total ?? 0, rows };
}

/** Points by rule and state. */
export async function countKnowledge(db: Kysely<Database>): Promise<{ ruleKey: string; state: string; count: number }[]> {
  const { rows } = await sql<{ ruleKey: string; state: string; count: number }>`
    select p.rule_key, l.state, count(*)::int as count from knowledge_place l join knowledge_point p using (point_id, version)
    group by 1, 2`.execute(db);
  return rows;
}

/**
 * What these codes are called: as the newest catalogue has it that names them, else as the library does. Of several rows of the library
 * the one that speaks of the fewest codes, then the one with the shortest name: a row of a whole group has the group's.
 */
export async function subjectsOfCodes(db: Kysely<Database>, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<{ code: string; subject: string }>`
    select distinct on (c.code) c.code, p.subject from knowledge_code c
      join knowledge_place l using (point_id, version) join knowledge_point p using (point_id, version)
    where c.code = any(${codes}) and c.role = 'code' and p.subject is not null and p.subject <> ''
    order by c.code, (select count(*) from knowledge_code k where k.point_id = c.point_id and k.version = c.version and k.role = 'code'),
      length(p.subject), p.subject`.execute(db);
  const listed = await sql<{ code: string; name: string }>`
    select distinct on (code) code, name from catalogue_item where code = any(${codes}) and name <> '' order by code, edition desc`.execute(
    db,
  );
  return new Map([
    ...rows.map(({ code, subject }) => [code, subject] as const),
    ...listed.rows.map(({ code, name }) => [code, name] as const),
  ]);
}

export interface KnowledgeVersionShown {
  point: KnowledgePoint;
  version: number;
  ruleKey: string;
  state: string;
  reason: WaitingReason | null;
  params: Params | null;
  source: string;
  /** Seconds of the wall clock. */
  at: number;
  by: string;
}

/** Every version of a point, newest first; `state` and `reason` are those of the point now. */
export async function knowledgeVersions(db: Kysely<Database>, pointId: string): Promise<KnowledgeVersionShown[]> {
  const { rows } = await sql<KnowledgeVersionShown>`
    select p.raw as point, p.version, p.rule_key, l.state, l.reason, p.params, p.source, i.imported_at as at, i.imported_by as by
    from knowledge_point p join knowledge_import i using (import_id) join knowledge_place l on l.point_id = p.point_id
    where p.point_id = ${pointId} order by p.version desc`.execute(db);
  return rows;
}
