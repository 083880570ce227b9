// What rows of a file add to the library: versions of points, and which of them count.
import { isDeepStrictEqual } from 'node:util';
import { type KnowledgePoint, ruleKeyOf } from '@hengjian/catalog/knowledge/index.ts';
import type { RowFate } from './account.ts';
import type { NewVersion, StandingPoint } from './ports.ts';
import type { ReadRow } from './read-rows.ts';

/** The versions that these rows add, in order; `standing` is brought to what will stand then. */
export function versionsOf(rows: readonly ReadRow[], standing: Map<string, StandingPoint>, shipped: boolean) {
  const before = new Map(standing);
  const last = new Map(rows.map((row) => [row.structured.point.id, row]));
  const versions: NewVersion[] = [];
  const fates = rows.map((read): RowFate['change'] => {
    const { structured, file, row } = read;
    const { point, kind, params, reason, codes } = structured;
    const newest = last.get(point.id) as ReadRow;
    // Measured by the last row of the id, so that the same file again changes nothing.
    const settled = before.get(point.id);
    if (settled && (shipped || changeOf(settled, newest) === 'known')) return 'known';
    const old = standing.get(point.id);
    const change = changeOf(old, read);
    if (change === 'known') return 'known';
    const version = (old?.version ?? 0) + 1;
    const { source, contentHash } = sourceOf(old, read);
    versions.push({ point, version, contentHash, ruleKey: ruleKeyOf(point), kind, params, source, reason, codes, file, row, shipped });
    standing.set(point.id, { ...lineageRowOf(point), version, contentHash, params, reason, source });
    return change;
  });
  return { versions, fates };
}

const lineageRowOf = ({ id, supersedes, publishedOn, validFrom, validTo }: KnowledgePoint) => ({
  id,
  supersedes,
  publishedOn,
  validFrom,
  validTo,
});

/**
 * What a row does to the library. The same words may be read better than before (another release, a table of diagnoses): a new
 * version; but a reading is not lost because this import came without the table.
 */
function changeOf(old: StandingPoint | undefined, row: ReadRow): RowFate['change'] {
  if (!old) return 'added';
  const { params, reason } = row.structured;
  const { source, contentHash } = sourceOf(old, row);
  if (old.contentHash !== contentHash) return 'changed';
  // A person has decided; the publisher repeats his sentence.
  if (old.source === 'person' && source !== 'person') return 'known';
  if (isDeepStrictEqual(old.params, params) && isDeepStrictEqual(old.reason, reason)) return 'known';
  if (old.params !== null && reason && ['diagnosisUnmatched', 'codesNeeded'].includes(reason.code)) return 'known';
  return 'changed';
}

/** Parameters added to a row that the publisher left without any are a person's: they stand under the publisher's own content. */
function sourceOf(
  old: StandingPoint | undefined,
  { structured, contentHash, silentHash }: ReadRow,
): Pick<NewVersion, 'source' | 'contentHash'> {
  const person = structured.source === 'given' && old?.contentHash === silentHash && contentHash !== silentHash;
  return person ? { source: 'person', contentHash: silentHash } : { source: structured.source, contentHash };
}
