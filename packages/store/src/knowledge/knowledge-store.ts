import type {
  KnowledgeStore,
  NewVersion,
  PointPlace,
  PublishedPoint,
  StandingPoint,
  WaitingPoint,
} from '@hengjian/workflows/knowledge/ports.ts';
import { withoutCoveredStarters } from '@hengjian/workflows/knowledge/step-back.ts';
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../records/database.ts';
import { activePoint, codesByVersion, pointColumns, versionKey } from './active-points.ts';
import { codesMissing } from './catalogue.ts';

/** Parameters of one statement are limited to 65,535; the widest table has 23 columns. */
const BATCH = 2000;

/** Knowledge points by version; the database itself refuses to change or remove one. */
export function knowledgeStoreOf(db: Kysely<Database>): KnowledgeStore {
  return {
    standing: () =>
      db
        .selectFrom('knowledgePlace as place')
        .innerJoin('knowledgePoint as point', (join) =>
          join.onRef('point.pointId', '=', 'place.pointId').onRef('point.version', '=', 'place.version'),
        )
        .select(['point.pointId as id', 'point.version', 'contentHash', 'params', 'point.reason', 'point.source'])
        .select(['supersedes', 'publishedOn', 'validFrom', 'validTo'])
        .orderBy(sql`point.point_id collate "C"`)
        .$castTo<StandingPoint>()
        .execute(),
    published: (ids) => publishedOf(db, ids),
    codesMissing: (codes) => codesMissing(db, codes),
    commit: ({ versions, places, by, at, files }) =>
      db.transaction().execute(async (tx) => {
        const { importId } = await tx
          .insertInto('knowledgeImport')
          .values({ importedAt: at, importedBy: by, files: JSON.stringify(files) })
          .returning('importId')
          .executeTakeFirstOrThrow();
        for (const rows of batches(versions))
          await tx
            .insertInto('knowledgePoint')
            .values(rows.map(rowOf(importId)))
            .execute();
        for (const rows of batches(versions.flatMap(codesOf))) await tx.insertInto('knowledgeCode').values(rows).execute();
        for (const rows of batches(places)) await place(tx, rows);
      }),
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
    async active(ruleKeys) {
      let query = db
        .selectFrom('knowledgePlace as place')
        .innerJoin('knowledgePoint as point', (join) =>
          join.onRef('point.pointId', '=', 'place.pointId').onRef('point.version', '=', 'place.version'),
        )
        .where('place.usable', '=', true);
      if (ruleKeys) query = query.where('point.ruleKey', 'in', ruleKeys.length > 0 ? [...ruleKeys] : ['']);
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

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

const rowOf =
  (importId: string) =>
  ({ point, params, reason, file, row, codes: _, ...version }: NewVersion): Insertable<Database['knowledgePoint']> => {
    const { id, codes: _codes, counterCodes: _counterCodes, constraint, params: _params, ...published } = point;
    return {
      ...published,
      ...version,
      pointId: id,
      importId,
      constraintText: constraint,
      raw: JSON.stringify(point),
      params: json(params),
      reason: json(reason),
      file,
      fileRow: row,
    };
  };

function codesOf({ point, version, codes }: NewVersion): Insertable<Database['knowledgeCode']>[] {
  const next = new Map<string, number>();
  return codes.map(({ role, code }) => {
    const position = next.get(role) ?? 0;
    next.set(role, position + 1);
    return { pointId: point.id, version, role, position, code };
  });
}

/** Writes places that are new or have moved; the others are left untouched. */
const place = (tx: Transaction<Database>, rows: readonly PointPlace[]) =>
  tx
    .insertInto('knowledgePlace')
    .values(rows.map((row) => ({ ...row, reason: json(row.reason) })))
    .onConflict((conflict) =>
      conflict
        .column('pointId')
        .doUpdateSet((eb) => ({
          version: eb.ref('excluded.version'),
          state: eb.ref('excluded.state'),
          lineage: eb.ref('excluded.lineage'),
          inForceFrom: eb.ref('excluded.inForceFrom'),
          inForceTo: eb.ref('excluded.inForceTo'),
          usable: eb.ref('excluded.usable'),
          supersededBy: eb.ref('excluded.supersededBy'),
          reason: eb.ref('excluded.reason'),
        }))
        .where(sql<boolean>`knowledge_place is distinct from excluded`),
    )
    .execute();

function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH);
}
