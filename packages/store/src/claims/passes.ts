// Merging, netting and writing, pass by pass: whole buckets, or a delta over them.
import type { WireTableName } from '@hengjian/catalog';
import { type LakeTable, lakeTables } from '@hengjian/domain';
import type { NettingCount } from '@hengjian/workflows';
import { deltasOf } from '../lake/layers.ts';
import { BUCKETS } from '../lake/layout.ts';
import { MERGE_ORDER, mergeBuckets, originals } from './bucket-merge.ts';
import { netBucket, writeBucket } from './bucket-net.ts';
import type { ImportContext } from './context.ts';
import { settlementNetting } from './netting-sql.ts';
import type { Merged } from './references.ts';
import { addNetting } from './report.ts';
import { linesWithOtherCopies, nameAffected, nameTouched, writeChanges } from './touched.ts';

/** Imports whose deltas may stand over the buckets: every one is a few more files to open. */
const MOST_DELTAS = 64;
/** Lines of one pass of a delta: what its netting holds in memory at once. */
const LINES_A_PASS = 1_500_000;

/** What the passes add to. */
export interface Netted {
  merged: Map<WireTableName, Merged>;
  netting: NettingCount;
  /** Something is new or different: there is a version to switch to. */
  touched: boolean;
}

export type RowsPerBucket = Map<number, number>;
export type RowsByTable = Map<LakeTable, Set<number>>;

/** A delta where little comes over much; else the buckets, with all deltas over them. */
export async function chooseWay(context: ImportContext, lines: RowsPerBucket, deltaShare: number): Promise<void> {
  const { snapshot } = context;
  const stored = snapshot.rowCount('line');
  const deltas = [...deltasOf(snapshot, 'encounter'), ...deltasOf(snapshot, 'aside/encounter')];
  const over = deltasOf(snapshot, 'line').reduce((sum, file) => sum + file.rows, 0);
  const coming = sumOf(lines) + (await linesWithOtherCopies(context));
  context.delta =
    stored > 0 && deltaShare > 0 && coming + over <= deltaShare * stored && new Set(deltas.map((f) => f.fromVersion)).size < MOST_DELTAS;
  context.fold = !context.delta && deltas.length > 0;
}

const sumOf = (rows: RowsPerBucket) => [...rows.values()].reduce((sum, n) => sum + n, 0);

export async function netBuckets(context: ImportContext, rows: RowsByTable, staged: Netted): Promise<void> {
  const { progress } = context;
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    progress('net', bucket, BUCKETS);
    if (!(await mayTouch(context, bucket, rows))) continue;
    const merged = await mergePass(context, [bucket], rows, staged.merged);
    if (!merged && !context.fold && !(await rowsExist(context, copiesOf(bucket)))) continue;
    staged.touched = true;
    await netBucket(context);
    await addNetting(context, staged.netting);
    await nameTouched(context);
    await writeBucket(context, bucket);
    await writeChanges(context, bucket);
  }
  if (context.fold) for (const kind of layeredKinds) context.replaced.push({ kind, bucket: null });
  progress('net', BUCKETS, BUCKETS);
}

/** Kinds of files that deltas stand over. */
const layeredKinds = [...Object.keys(lakeTables).flatMap((table) => [table, `aside/${table}`]), 'unmatched', 'replaced'];

/** A delta of what the extract concerns: all buckets in one pass where memory allows, for every pass costs the same few statements. */
export async function netDelta(context: ImportContext, rows: RowsByTable, lines: RowsPerBucket, staged: Netted): Promise<void> {
  const { duck, progress } = context;
  const each = Math.max(1, Math.floor((LINES_A_PASS * BUCKETS) / Math.max(1, sumOf(lines))));
  for (let first = 0; first < BUCKETS; first += each) {
    progress('net', first, BUCKETS);
    const buckets = Array.from({ length: Math.min(each, BUCKETS - first) }, (_, i) => first + i);
    context.pass = each < BUCKETS ? `from-${String(first).padStart(2, '0')}` : '';
    await nameAffected(context, buckets, rows);
    if (!(await rowsExist(context, 'FROM affected'))) continue;
    await duck.run('CREATE OR REPLACE TEMP TABLE old_count (tbl VARCHAR, encounter INTEGER, aside BOOLEAN, n BIGINT)');
    await mergePass(context, buckets, rows, staged.merged);
    await nameTouched(context);
    if (!(await rowsExist(context, 'FROM touched'))) continue;
    staged.touched = true;
    await netBucket(context);
    await addNetting(context, staged.netting);
    await writeBucket(context, null);
    await writeChanges(context, null);
  }
  context.pass = '';
  progress('net', BUCKETS, BUCKETS);
}

export const rowsExist = async (context: ImportContext, sql: string) =>
  (await context.duck.rows(`SELECT 1 FROM (${sql}) LIMIT 1`)).length > 0;

/** Which buckets the extract has rows for, table by table: the others are not even looked at. */
export async function bucketsWithRows(context: ImportContext, lines: RowsPerBucket, traces: RowsPerBucket): Promise<RowsByTable> {
  const found: RowsByTable = new Map([
    ['line', new Set(lines.keys())],
    ['trace', new Set(traces.keys())],
  ]);
  for (const table of ['encounter', 'settlement', 'diagnosis', 'operation'] as const) {
    const rows = await context.duck.rows<{ b: number }>(
      `SELECT DISTINCT e.person % ${BUCKETS} AS b FROM s_${originals[table].wire} s JOIN dict_encounter e ON e.no = s.mdtrt_id`,
    );
    found.set(table, new Set(rows.map((row) => row.b)));
  }
  return found;
}

/** Copies of people or providers in a bucket's records that are not what they were. */
const copiesOf = (bucket: number) =>
  `SELECT 1 FROM changed_person WHERE NOT fresh AND id % ${BUCKETS} = ${bucket} UNION ALL SELECT 1 FROM changed_provider WHERE NOT fresh`;

const mayTouch = async (context: ImportContext, bucket: number, rows: RowsByTable): Promise<boolean> =>
  context.fold || [...rows.values()].some((buckets) => buckets.has(bucket)) || (await rowsExist(context, copiesOf(bucket)));

/** Merges every table of the pass; false when nothing of it is new or changed. */
async function mergePass(
  context: ImportContext,
  buckets: readonly number[],
  rows: RowsByTable,
  merged: Map<WireTableName, Merged>,
): Promise<boolean> {
  let touched = false;
  for (const table of MERGE_ORDER) {
    const withRows = buckets.filter((bucket) => rows.get(table)?.has(bucket));
    const result = await mergeBuckets(context, table, buckets, withRows);
    const wire = originals[table].wire;
    const sum = merged.get(wire) ?? { added: 0, changed: 0, skipped: 0 };
    merged.set(wire, { added: sum.added + result.added, changed: sum.changed + result.changed, skipped: sum.skipped + result.skipped });
    if (result.added + result.changed > 0) touched = true;
    if (table === 'settlement') await context.duck.run(settlementNetting);
  }
  return touched;
}
