// Catalogue items as the composer's picker asks for them: what the knowledge library names, and what the lake has charged.
import { type Kysely, sql } from 'kysely';
import { literal } from '../lake/duck.ts';
import type { LakeConnection } from '../lake/lake.ts';
import type { Database } from '../records/database.ts';

export interface ItemShown {
  code: string;
  name: string;
}

const like = (text: string): string => `%${text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`;

/** Items that the library or the catalogue names, by a part of name or code; shortest names first. */
export async function namedItems(db: Kysely<Database>, text: string, limit: number): Promise<ItemShown[]> {
  const part = like(text);
  const { rows } = await sql<ItemShown>`
    select code, min(name) as name from (
      select c.code, p.subject as name from knowledge_place l
        join knowledge_point p using (point_id, version) join knowledge_code c using (point_id, version)
        where p.subject is not null and (p.subject ilike ${part} or c.code ilike ${part})
      union all select code, name from catalogue_item where name <> '' and (name ilike ${part} or code ilike ${part})
    ) named group by code order by min(length(name)), code collate "C" limit ${limit}`.execute(db);
  return rows;
}

/** Codes that stand in charges, by a part of the code. */
export async function chargedCodes(lake: LakeConnection, text: string, limit: number): Promise<string[]> {
  const rows = await lake.rows<{ code: string }>(
    `SELECT code FROM item WHERE contains(lower(code), lower(${literal(text)})) ORDER BY code LIMIT ${limit}`,
  );
  return rows.map(({ code }) => code);
}

/** Codes of one knowledge point by role, in their order; empty where there is no such point. */
export async function codesOfPoint(db: Kysely<Database>, pointId: string): Promise<{ role: string; code: string }[]> {
  const { rows } = await sql<{ role: string; code: string }>`
    select c.role, c.code from knowledge_place l join knowledge_code c using (point_id, version)
    where point_id = ${pointId} order by c.role, c.position`.execute(db);
  return rows;
}
