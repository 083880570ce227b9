// Base files and deltas as one. A base file holds a bucket; a delta holds whole encounters of any bucket (columns `bucket`, `layer`)
// and takes the place of what older files say of them: `replaced` lists those. A compaction folds deltas into the buckets.
import { fileList, quoted } from './duck.ts';
import { filesFrom, type LaidOut } from './file-columns.ts';

/** Table that the statements below read: encounters with the last version that replaced their rows. */
const REPLACED = 'lake_replaced';

/** A snapshot, as far as it names files. */
export interface Files {
  filesOf(
    kind: string,
    bucket?: number | readonly number[],
  ): readonly (LaidOut & { bucket: number | null; rows: number; fromVersion: number })[];
}

/** Files of a kind that hold rows of all buckets, with those that have come since the last compaction. */
export const deltasOf = (snapshot: Files, kind: string) => snapshot.filesOf(kind).filter((file) => file.bucket === null);

/** Makes the list of replaced encounters readable, under another name if need be; before any statement of `layered`. */
export function replacedTable(snapshot: Files, name = REPLACED): string {
  const files = snapshot.filesOf('replaced').map((file) => file.path);
  const rows =
    files.length === 0
      ? 'SELECT NULL::INTEGER AS encounter, NULL::INTEGER AS version WHERE false'
      : `SELECT encounter, max(version) AS version FROM read_parquet(${fileList(files)}) GROUP BY encounter`;
  return `CREATE OR REPLACE TABLE ${name} AS ${rows}`;
}

/**
 * SELECT of these columns from the rows of a kind that count; undefined where it has no file. `buckets`: only those. Files written
 * before a column was added read as null there. `replacedBy`: the table that `replacedTable` made.
 */
export function layered(
  snapshot: Files,
  kind: string,
  columns: readonly string[],
  buckets?: number | readonly number[],
  replacedBy = REPLACED,
): string | undefined {
  const wanted = buckets === undefined ? undefined : typeof buckets === 'number' ? [buckets] : buckets;
  const base = snapshot.filesOf(kind, wanted).filter((file) => file.bucket !== null);
  const deltas = deltasOf(snapshot, kind);
  const replaced = snapshot.filesOf('replaced').length > 0;
  const list = (from: string) => columns.map((c) => `${from}${quoted(c)}`).join(', ');
  const parts: string[] = [];
  if (base.length > 0)
    parts.push(
      replaced
        ? `SELECT ${list('f.')} FROM ${filesFrom(base)} f ANTI JOIN ${replacedBy} r ON r.encounter = f.encounter`
        : `SELECT ${list('')} FROM ${filesFrom(base)}`,
    );
  if (deltas.length > 0) {
    // the files stand in order of bucket: other buckets' row groups are not even read
    const own = wanted === undefined ? '' : ` WHERE f.bucket IN (${wanted.join(', ') || 'NULL'})`;
    const later = replaced ? ` ANTI JOIN ${replacedBy} r ON r.encounter = f.encounter AND r.version > f.layer` : '';
    parts.push(`SELECT ${list('f.')} FROM ${filesFrom(deltas)} f${later}${own}`);
  }
  return parts.length === 0 ? undefined : parts.join(' UNION ALL ');
}

/** SELECT of these columns from the rows of base files that a delta has taken the place of; undefined where there are none. */
export function replacedInBase(snapshot: Files, kind: string, columns: readonly string[]): string | undefined {
  const base = snapshot.filesOf(kind).filter((file) => file.bucket !== null);
  if (base.length === 0 || snapshot.filesOf('replaced').length === 0) return undefined;
  return `SELECT ${columns.map((c) => `f.${quoted(c)}`).join(', ')} FROM ${filesFrom(base)} f SEMI JOIN ${REPLACED} r ON r.encounter = f.encounter`;
}

/** SELECT of these columns from copies of rows (with their `layer`, 0 of a base file) that nothing newer has taken the place of. */
export function notReplaced(snapshot: Files, columns: readonly string[], files: readonly string[]): string {
  const list = columns.map((c) => `f.${quoted(c)}`).join(', ');
  const rows = `SELECT ${list} FROM read_parquet(${fileList(files)}, union_by_name=true) f`;
  if (snapshot.filesOf('replaced').length === 0) return rows;
  return `${rows} ANTI JOIN ${REPLACED} r ON r.encounter = f.encounter AND r.version > f.layer`;
}
