// A usable knowledge point from its row, its place in a lineage and its codes.
import { type KnowledgeKind, typedParams } from '@hengjian/catalog/knowledge/index.ts';
import type { ActivePoint, PointPlace } from '@hengjian/workflows';
import type { Selectable } from 'kysely';
import type { Database } from '../records/database.ts';

/** What a usable point takes from its row. */
export const pointColumns = [
  'point.pointId',
  'point.version',
  'point.ruleKey',
  'point.ruleCode',
  'point.ruleName',
  'point.kind',
  'point.subject',
  'point.constraintText',
  'point.basis',
  'point.batch',
  'point.params',
  'point.shipped',
] as const;
type PointRow = Pick<
  Selectable<Database['knowledgePoint']>,
  (typeof pointColumns)[number] extends `point.${infer Column}` ? Column : never
>;

export const activePoint = (
  row: PointRow,
  place: Pick<PointPlace, 'lineage' | 'inForceFrom' | 'inForceTo'>,
  codes: ActivePoint['codes'] = {},
): ActivePoint & { shipped: boolean } => ({
  pointId: row.pointId,
  version: row.version,
  lineage: place.lineage,
  ruleKey: row.ruleKey,
  ruleCode: row.ruleCode,
  ruleName: row.ruleName,
  kind: row.kind as KnowledgeKind | null,
  subject: row.subject ?? '',
  constraint: row.constraintText ?? '',
  basis: row.basis ?? '',
  batch: row.batch,
  codes,
  validFromDay: place.inForceFrom,
  validToDay: place.inForceTo,
  params: typedParams(row.params ?? {}),
  shipped: row.shipped,
});

/** Codes by role, in the order they come, of each version of a point (`versionKey`). */
export function codesByVersion(
  rows: Iterable<{ pointId: string; version: number; role: string; code: string }>,
): ReadonlyMap<string, ActivePoint['codes']> {
  const codes = new Map<string, Record<string, string[]>>();
  for (const row of rows) {
    const key = versionKey(row);
    const byRole = codes.get(key) ?? {};
    codes.set(key, byRole);
    byRole[row.role] ??= [];
    byRole[row.role]?.push(row.code);
  }
  return codes;
}
export const versionKey = ({ pointId, version }: { pointId: string; version: number }): string => `${pointId}@${version}`;
