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
import { type KnowledgeAccount, type KnowledgeChange, type RowFate, summarize } from './account.ts';
import type { KnowledgeStore, NewVersion, PointPlace, StandingPoint } from './ports.ts';

export interface KnowledgeImport {
  files: readonly { file: string; rows: readonly KnowledgeRow[]; issues: readonly Issue[]; damaged: boolean }[];
  aids?: ReadingAids;
  by: string;
  now: Instant;
  /** Starter knowledge: points that are already there stay as they are, whatever the file says. */
  shipped?: boolean;
  /** Say what would change, and change nothing. */
  preview?: boolean;
}

interface ReadRow {
  structured: StructuredPoint;
  contentHash: string;
  /** Of the point without its parameters: what the publisher says where he gives none. */
  silentHash: string;
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
  await setAsideUnknownCodes(store, rows);
  const before = new Map(standing);
  const { versions, fates } = versionsOf(rows, standing, given.shipped ?? false);
  const { places, issues: lineageIssues } = placeInLineages([...standing.values()]);
  const placed = new Map([...standing.values()].map((point) => [point.id, placeOf(point, places.get(point.id) as LineagePlace)]));
  const rowById = new Map(rows.map((row) => [row.structured.point.id, row]));
  for (const { code, id, facts } of lineageIssues) {
    const at = rowById.get(id);
    if (at) issues.push({ code: `knowledge.${code}`, severity: 'warning', file: at.file, row: at.row, facts });
  }
  if (versions.length > 0 && !given.preview)
    await store.commit({ versions, places: [...placed.values()], by: given.by, at: given.now, files: given.files.map(({ file }) => file) });

  const rowFates = rows.map((row, i): RowFate => {
    const { point } = row.structured;
    const place = placed.get(point.id) as PointPlace;
    const change = fates[i] as RowFate['change'];
    if (rowById.get(point.id) !== row) return { point, state: 'superseded', reason: null, change }; // a later row of the same id counts
    return { point, state: place.state, reason: place.reason, change };
  });
  const rejected = issues.filter(({ severity }) => severity === 'error').length;
  const account = summarize(rowFates, rejected, lineageIssues.length);
  return { ok: true, value: given.preview ? { ...account, changes: await changesOf(store, versions, before) } : account, issues };
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
      const structured = structurePoint(taken.point, given.aids);
      return [{ structured, contentHash: hashOf(taken.point), silentHash: hashOf({ ...taken.point, params: null }), file, row }];
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

/** A row none of whose codes the catalogue in force has waits for a person; some unknown codes among others do no harm. */
async function setAsideUnknownCodes(store: KnowledgeStore, rows: ReadRow[]): Promise<void> {
  const judged = ({ structured }: ReadRow) =>
    structured.codes.filter(({ role }) => role === 'code' || role === 'included').map(({ code }) => code);
  const missing = await store.codesMissing([...new Set(rows.flatMap(judged))]);
  if (missing.size === 0) return;
  for (const row of rows) {
    const codes = judged(row);
    if (row.structured.reason === null && codes.length > 0 && codes.every((code) => missing.has(code)))
      row.structured = {
        ...row.structured,
        params: null,
        reason: { code: 'codesUnknown', facts: { codes: codes.slice(0, 3).join('、') } },
      };
  }
}

/** What an import would add or change, beside what stands now. */
async function changesOf(
  store: KnowledgeStore,
  versions: readonly NewVersion[],
  before: ReadonlyMap<string, StandingPoint>,
): Promise<KnowledgeChange[]> {
  const ids = [...new Set(versions.map(({ point }) => point.id))];
  const published = new Map((await store.published(ids.filter((id) => before.has(id)))).map((old) => [old.point.id, old]));
  const missing = await store.codesMissing([...new Set(versions.flatMap(({ point }) => point.codes))]);
  const newest = new Map(versions.map((version) => [version.point.id, version]));
  return ids.map((id) => {
    const { point, params, reason } = newest.get(id) as NewVersion;
    const old = published.get(id);
    const codes = old ? new Set(old.point.codes) : undefined;
    return {
      id,
      change: old ? 'changed' : 'added',
      ruleName: point.ruleName ?? point.ruleCode ?? '',
      subject: point.subject ?? '',
      constraint: point.constraint ?? '',
      params,
      reason,
      supersedes: point.supersedes,
      before: old ? { constraint: old.point.constraint ?? '', params: old.params } : null,
      codesAdded: codes ? point.codes.filter((code) => !codes.has(code)) : point.codes,
      codesGone: old ? old.point.codes.filter((code) => !point.codes.includes(code)) : [],
      codesUnknown: point.codes.filter((code) => missing.has(code)),
    };
  });
}

/** Where a point stands, from its own newest version and its place in the lineage. */
export function placeOf(point: StandingPoint, place: LineagePlace): PointPlace {
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
