import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  type KnowledgePoint,
  type KnowledgeRow,
  type LineagePlace,
  placeInLineages,
  pointOfRow,
  type ReadingAids,
  ruleKeyOf,
  type StructuredPoint,
  structurePoint,
} from '@hengjian/catalog/knowledge/index.ts';
import type { Instant, Issue, Outcome } from '@hengjian/domain';
import { type KnowledgeAccount, type RowFate, summarize } from './account.ts';
import type { KnowledgeStore, NewVersion, PointPlace, StandingPoint } from './ports.ts';

export interface KnowledgeImport {
  files: readonly { file: string; rows: readonly KnowledgeRow[]; issues: readonly Issue[]; damaged: boolean }[];
  aids?: ReadingAids;
  by: string;
  now: Instant;
  /** Starter knowledge: points that are already there stay as they are, whatever the file says. */
  shipped?: boolean;
}

interface ReadRow {
  structured: StructuredPoint;
  contentHash: string;
  file: string;
  row: number;
}

/**
 * Takes knowledge files into the library. Broken rows are reported and left out, all others are written in one transaction.
 * Refused, with nothing written: a damaged file, or no row that could be read. The same again changes nothing; the same id
 * with other content is a new version, the old one is kept.
 */
export async function importKnowledge(store: KnowledgeStore, given: KnowledgeImport): Promise<Outcome<KnowledgeAccount>> {
  const issues: Issue[] = given.files.flatMap(({ issues: found }) => [...found]);
  const rows = readRows(given, issues);
  if (given.files.some(({ damaged }) => damaged) || rows.length === 0) return { ok: false, issues };

  const standing = new Map((await store.standing()).map((point) => [point.id, point]));
  const { versions, fates } = versionsOf(rows, standing, given.shipped ?? false);
  const { places, issues: lineageIssues } = placeInLineages([...standing.values()]);
  const placed = new Map([...standing.values()].map((point) => [point.id, placeOf(point, places.get(point.id) as LineagePlace)]));
  const rowById = new Map(rows.map((row) => [row.structured.point.id, row]));
  for (const { code, id, facts } of lineageIssues) {
    const at = rowById.get(id);
    if (at) issues.push({ code: `knowledge.${code}`, severity: 'warning', file: at.file, row: at.row, facts });
  }
  if (versions.length > 0)
    await store.commit({ versions, places: [...placed.values()], by: given.by, at: given.now, files: given.files.map(({ file }) => file) });

  const rowFates = rows.map((row, i): RowFate => {
    const { point } = row.structured;
    const place = placed.get(point.id) as PointPlace;
    const change = fates[i] as RowFate['change'];
    if (rowById.get(point.id) !== row) return { point, state: 'superseded', reason: null, change }; // a later row of the same id counts
    return { point, state: place.state, reason: place.reason, change };
  });
  const rejected = issues.filter(({ severity }) => severity === 'error').length;
  return { ok: true, value: summarize(rowFates, rejected, lineageIssues.length), issues };
}

/** Rows as structured points. An id may come more than once: the last row counts, the earlier ones are its older versions. */
function readRows(given: KnowledgeImport, issues: Issue[]): ReadRow[] {
  const seen = new Set<string>();
  return given.files.flatMap(({ file, rows }) => {
    const again: number[] = [];
    const read = rows.flatMap(({ row, sheet, fields }): ReadRow[] => {
      const taken = pointOfRow(fields);
      if (!taken.ok) {
        issues.push({ severity: 'error', file, row, ...(sheet ? { sheet } : {}), ...taken.issue });
        return [];
      }
      if (seen.has(taken.point.id)) again.push(row);
      seen.add(taken.point.id);
      return [{ structured: structurePoint(taken.point, given.aids), contentHash: hashOf(taken.point), file, row }];
    });
    const [first] = again;
    if (first !== undefined)
      issues.push({ code: 'knowledge.repeatedId', severity: 'info', file, row: first, facts: { count: again.length } });
    return read;
  });
}

/** The versions that these rows add, in order; `standing` is brought to what will stand then. */
function versionsOf(rows: readonly ReadRow[], standing: Map<string, StandingPoint>, shipped: boolean) {
  const before = new Map(standing);
  const last = new Map(rows.map((row) => [row.structured.point.id, row]));
  const versions: NewVersion[] = [];
  const fates = rows.map(({ structured, contentHash, file, row }): RowFate['change'] => {
    const { point, kind, params, source, reason, codes } = structured;
    const newest = last.get(point.id) as ReadRow;
    // Measured by the last row of the id, so that the same file again changes nothing.
    const settled = before.get(point.id);
    if (settled && (shipped || changeOf(settled, newest.contentHash, newest.structured) === 'known')) return 'known';
    const old = standing.get(point.id);
    const change = changeOf(old, contentHash, structured);
    if (change === 'known') return 'known';
    const version = (old?.version ?? 0) + 1;
    versions.push({ point, version, contentHash, ruleKey: ruleKeyOf(point), kind, params, source, reason, codes, file, row, shipped });
    standing.set(point.id, { ...lineageRowOf(point), version, contentHash, params, reason });
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
function changeOf(old: StandingPoint | undefined, contentHash: string, { params, reason }: StructuredPoint): RowFate['change'] {
  if (!old) return 'added';
  if (old.contentHash !== contentHash) return 'changed';
  if (isDeepStrictEqual(old.params, params) && isDeepStrictEqual(old.reason, reason)) return 'known';
  if (old.params !== null && reason && ['diagnosisUnmatched', 'codesNeeded'].includes(reason.code)) return 'known';
  return 'changed';
}

function placeOf(point: StandingPoint, place: LineagePlace): PointPlace {
  const reason = point.reason ?? place.reason;
  const usable = point.params !== null && reason === null && place.inForce;
  return {
    pointId: point.id,
    version: point.version,
    state: place.supersededBy ? 'superseded' : reason ? 'waiting' : 'active',
    lineage: place.lineage,
    inForceFrom: place.inForceFrom,
    inForceTo: place.inForceTo,
    usable,
    supersededBy: place.supersededBy,
    reason,
  };
}

/** Of everything the publisher said, whatever the file's format and the order of its fields. */
function hashOf(point: KnowledgePoint): string {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : typeof value === 'object' && value !== null
        ? Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, one]) => [name, sorted(one)])
        : value;
  return createHash('sha256')
    .update(JSON.stringify(sorted(point)))
    .digest('hex');
}
