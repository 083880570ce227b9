import type { KnowledgeStore, PublishedPoint, WaitingPoint } from '@hengjian/workflows/knowledge/ports.ts';
import { withoutCoveredStarters } from '@hengjian/workflows/knowledge/step-back.ts';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';
import { activePoint, codesByVersion, pointColumns, versionKey } from './active-points.ts';
import { codesMissing } from './catalogue.ts';
import { importing } from './importing.ts';

/** Knowledge points by version; the database itself refuses to change or remove one. */
export function knowledgeStoreOf(db: Kysely<Database>): KnowledgeStore {
  return {
    published: (ids) => publishedOf(db, ids),
    codesMissing: (codes) => codesMissing(db, codes),
    importing: (head, work) => importing(db, head, work),
    async waiting() {
      return db
        .selectFrom('knowledgePlace as place')
        .innerJoin('knowledgePoint as point', (join) =>
          join.onRef('point.pointId', '=', 'place.pointId').onRef('point.version', '=', 'place.version'),
        )
        .select(['point.raw as point', 'place.reason'])
        .where('place.state', '=', 'waiting')
        .orderBy('ruleKey')
        .orderBy(sql`point.point_id collate "C"`)
        .execute() as Promise<WaitingPoint[]>;
    },
    async active(ruleKeys, among) {
      let query = db
        .selectFrom('knowledgePlace as place')
        .innerJoin('knowledgePoint as point', (join) =>
          join.onRef('point.pointId', '=', 'place.pointId').onRef('point.version', '=', 'place.version'),
        )
        .where('place.usable', '=', true);
      if (ruleKeys) query = query.where('point.ruleKey', '=', sql<string>`any(${[...ruleKeys]}::text[])`);
      if (among)
        query = query.where(
          sql<boolean>`(point.point_id, point.version) in (select c.point_id, c.version from knowledge_code c
            join unnest(${[...among]}::text[]) as wanted (code) on wanted.code = c.code)`,
        );
      const points = await query
        .select(pointColumns)
        .select(['place.lineage', 'place.inForceFrom', 'place.inForceTo'])
        .orderBy(sql`point.point_id collate "C"`)
        .execute();
      const codes = await query
        .innerJoin('knowledgeCode as code', (join) =>
          join.onRef('code.pointId', '=', 'place.pointId').onRef('code.version', '=', 'place.version'),
        )
        .select(['code.pointId', 'code.version', 'code.role', 'code.code'])
        .orderBy('code.pointId')
        .orderBy('code.role')
        .orderBy('code.position')
        .execute();
      const byVersion = codesByVersion(codes);
      return withoutCoveredStarters(points.map((row) => activePoint(row, row, byVersion.get(versionKey(row)))));
    },
    async states(ruleKeys) {
      const rows = await db
        .selectFrom('knowledgeState')
        .selectAll()
        .where('ruleKey', '=', sql<string>`any(${[...ruleKeys]}::text[])`)
        .execute();
      return new Map(rows.map((row) => [row.ruleKey, row.importId]));
    },
  };
}

const publishedOf = async (db: Kysely<Database>, ids: readonly string[]): Promise<PublishedPoint[]> =>
  ids.length === 0
    ? []
    : db
        .selectFrom('knowledgePlace as place')
        .innerJoin('knowledgePoint as point', (join) =>
          join.onRef('point.pointId', '=', 'place.pointId').onRef('point.version', '=', 'place.version'),
        )
        .select(['point.raw as point', 'point.version', 'params', 'contentHash'])
        .where('place.pointId', '=', sql<string>`any(${[...ids]})`)
        .execute();
