// Knowledge as it was known at an instant: the versions imported until then, placed in their lineages anew.
import { placeInLineages } from '@hengjian/catalog/knowledge/index.ts';
import type { Instant } from '@hengjian/domain';
import type { ActivePoint, KnowledgePoints, StandingPoint } from '@hengjian/workflows';
import { placeOf } from '@hengjian/workflows/knowledge/import-knowledge.ts';
import { withoutCoveredStarters } from '@hengjian/workflows/knowledge/step-back.ts';
import type { Kysely } from 'kysely';
import type { Database } from '../records/database.ts';
import { activePoint, codesByVersion, versionKey } from './active-points.ts';
import { knowledgePointsOf } from './knowledge-shelf.ts';

/** The shelf of that instant; read once. */
export const knowledgeKnownAt = (db: Kysely<Database>, asKnownAt: Instant): KnowledgePoints => {
  let all: Promise<ActivePoint[]> | undefined;
  return knowledgePointsOf(async (ruleKeys) => {
    all ??= activeKnownAt(db, asKnownAt);
    return (await all).filter((point) => !ruleKeys || ruleKeys.includes(point.ruleKey));
  });
};

async function activeKnownAt(db: Kysely<Database>, asKnownAt: Instant): Promise<ActivePoint[]> {
  const rows = await db
    .selectFrom('knowledgePoint as point')
    .innerJoin('knowledgeImport as import', 'import.importId', 'point.importId')
    .distinctOn('point.pointId')
    .selectAll('point')
    .where('import.importedAt', '<=', asKnownAt)
    .orderBy('point.pointId')
    .orderBy('point.version', 'desc')
    .execute();
  const standing = rows.map(
    (row): StandingPoint =>
      ({
        id: row.pointId,
        version: row.version,
        contentHash: row.contentHash,
        params: row.params,
        reason: row.reason,
        supersedes: row.supersedes,
        publishedOn: row.publishedOn,
        validFrom: row.validFrom,
        validTo: row.validTo,
      }) as StandingPoint,
  );
  const { places } = placeInLineages(standing);
  const codes = await codesOf(db);
  const points = rows.flatMap((row, i): (ActivePoint & { shipped: boolean })[] => {
    const point = standing[i] as StandingPoint;
    const place = placeOf(point, places.get(point.id) as NonNullable<ReturnType<typeof places.get>>);
    if (!place.usable) return [];
    return [activePoint(row, place, codes.get(versionKey(row)))];
  });
  // by bytes, as the library orders them
  return withoutCoveredStarters(points.sort((a, b) => Buffer.compare(Buffer.from(a.pointId), Buffer.from(b.pointId))));
}

const codesOf = async (db: Kysely<Database>) =>
  codesByVersion(
    await db
      .selectFrom('knowledgeCode')
      .select(['pointId', 'version', 'role', 'code'])
      .orderBy('pointId')
      .orderBy('version')
      .orderBy('role')
      .orderBy('position')
      .execute(),
  );
