// Charge lines are streamed from the file into scratch Parquet, one folder a bucket, with the surrogates of their encounter.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Issue } from '@hengjian/domain';
import { literal, quoted } from '../lake/duck.ts';
import { BUCKETS } from '../lake/layout.ts';
import type { ImportContext } from './context.ts';
import { extend } from './dictionaries.ts';
import type { Source } from './folder.ts';
import { collectMalformed, forgetMalformed, typedSource } from './stage.ts';

/** Bucket of rows that take no part. */
const REJECTED = -1;

// Where streamed lines and trace codes wait, one folder a bucket, until their bucket's turn.
export const lineFolder = (context: ImportContext): string => path.join(context.scratch, 'lines');
export const traceFolder = (context: ImportContext): string => path.join(context.scratch, 'traces');
/** Scratch files of buckets as read_parquet's argument; hive partitioning is off, the bucket is in the path only. */
export const bucketFiles = (folder: string, ...buckets: readonly number[]): string =>
  `[${buckets.map((bucket) => literal(path.join(folder, `b=${bucket}`, '*.parquet'))).join(', ')}]`;

export interface Streamed {
  /** Rows a bucket; without an entry there are none. */
  perBucket: Map<number, number>;
  damage: Issue | undefined;
}

/**
 * Streams `feedetl` into buckets, rejecting rows with faults or without their encounter or settlement. A file without a fault is read
 * by all threads at once; only when a row must be named is it read again, in order, with row numbers.
 */
export async function streamLines(context: ImportContext, source: Source): Promise<Streamed> {
  const folder = lineFolder(context);
  context.rowNumbers = source.format === 'parquet';
  let streamed = await stream(context, source, folder);
  if (!context.rowNumbers && !streamed.damage && (streamed.rejected || (await hasDuplicates(context, folder, streamed.perBucket)))) {
    rmSync(folder, { recursive: true, force: true });
    context.rowNumbers = true;
    await forgetMalformed(context.duck, source);
    streamed = await stream(context, source, folder);
  }
  if (streamed.rejected)
    await context.duck.run(
      `INSERT INTO reject SELECT 'feedetl', r, split_part(problem, '|', 1), split_part(problem, '|', 2), concat_ws('/', mdtrt_id, feedetl_sn), NULL
         FROM read_parquet(${bucketFiles(folder, REJECTED)}, hive_partitioning = false)`,
    );
  return streamed;
}

/** Streams `trac` into buckets, with row numbers; its lines are checked within the bucket. */
export async function streamTraces(context: ImportContext, source: Source): Promise<Streamed> {
  const folder = traceFolder(context);
  const streamed = await partition(
    context,
    source,
    folder,
    `SELECT l.* EXCLUDE (problem), e.id AS encounter, e.person AS person, coalesce(l.problem, CASE WHEN e.id IS NULL THEN 'reference|mdtrt_id' END) AS problem
       FROM (${typedSource(source)}) l LEFT JOIN dict_encounter e ON e.no = l.mdtrt_id`,
  );
  if (streamed.rejected)
    await context.duck.run(
      `INSERT INTO reject SELECT 'trac', r, split_part(problem, '|', 1), split_part(problem, '|', 2), concat_ws('/', mdtrt_id, feedetl_sn, drug_trac_codg), NULL
         FROM read_parquet(${bucketFiles(folder, REJECTED)}, hive_partitioning = false)`,
    );
  return streamed;
}

const stream = (context: ImportContext, source: Source, folder: string) =>
  partition(
    context,
    source,
    folder,
    `SELECT l.* EXCLUDE (problem), e.id AS encounter, e.person AS person, s.id AS settlement,
       coalesce(l.problem, CASE WHEN e.id IS NULL THEN 'reference|mdtrt_id' WHEN l.setl_id IS NOT NULL AND s.id IS NULL THEN 'reference|setl_id'
         WHEN s.encounter <> e.id THEN 'mismatch|setl_id' END) AS problem
       FROM (${typedSource(source, context.rowNumbers)}) l LEFT JOIN dict_encounter e ON e.no = l.mdtrt_id LEFT JOIN dict_settlement s ON s.no = l.setl_id`,
  );

/** Writes rows with `person` and `problem` to one folder a bucket. */
async function partition(context: ImportContext, source: Source, folder: string, rows: string): Promise<Streamed & { rejected: boolean }> {
  const { duck } = context;
  const { progress } = context;
  // Numbers that became surrogates are only written for rows that must be named.
  const named = ['mdtrt_id', ...(source.table === 'feedetl' ? ['setl_id'] : [])].map(
    (c) => `CASE WHEN problem IS NOT NULL THEN ${c} END AS ${c}`,
  );
  await duck.watch(
    `COPY (SELECT * REPLACE (${named.join(', ')}), CASE WHEN problem IS NULL THEN person % ${BUCKETS} ELSE ${REJECTED} END AS b FROM (${rows}))
     TO ${literal(folder)} (FORMAT parquet, COMPRESSION lz4, PARTITION_BY (b))`,
    (percent) => progress('lines', Math.min(percent, 99), 100),
  );
  const perBucket = new Map<number, number>();
  // A file with a header only leaves an empty folder.
  if (existsSync(folder) && readdirSync(folder).length > 0)
    for (const { b, n } of await duck.rows<{ b: number; n: number }>(
      `SELECT CAST(regexp_extract(file_name, 'b=(-?[0-9]+)', 1) AS INTEGER) AS b, sum(num_rows)::BIGINT AS n
         FROM parquet_file_metadata(${literal(path.join(folder, '*', '*.parquet'))}) GROUP BY 1`,
    ))
      perBucket.set(b, n);
  const damage = await collectMalformed(
    duck,
    source,
    [...perBucket.values()].reduce((a, n) => a + n, 0),
  );
  return { damage, rejected: perBucket.delete(REJECTED), perBucket };
}

async function hasDuplicates(context: ImportContext, folder: string, perBucket: Map<number, number>): Promise<boolean> {
  for (const bucket of perBucket.keys()) {
    const found = await context.duck.rows(
      `SELECT 1 FROM read_parquet(${bucketFiles(folder, bucket)}, hive_partitioning = false) GROUP BY encounter, feedetl_sn, settlement HAVING count(*) > 1 LIMIT 1`,
    );
    if (found.length > 0) return true;
  }
  return false;
}

/** Numbers the item and practitioner codes that the streamed lines name. */
export async function numberLineCodes(context: ImportContext, folder: string, perBucket: Map<number, number>): Promise<void> {
  if (perBucket.size === 0) return;
  const files = bucketFiles(folder, ...perBucket.keys());
  const distinct = (column: string) => `SELECT DISTINCT ${quoted(column)} AS no FROM read_parquet(${files}, hive_partitioning = false)`;
  await extend(context, 'item', distinct('med_list_codg'));
  await extend(context, 'practitioner', distinct('bilg_dr_codg'));
}
