// Charge lines are streamed from the file into scratch Parquet, one folder a bucket, with the surrogates of their encounter.
import path from 'node:path';
import type { Issue } from '@hengjian/domain';
import { literal, quoted } from '../lake/duck.ts';
import { BUCKETS } from '../lake/layout.ts';
import type { ImportContext } from './context.ts';
import { extend } from './dictionaries.ts';
import type { Source } from './folder.ts';
import { collectMalformed, typedSource } from './stage.ts';

/** Bucket of rows that take no part. */
const REJECTED = -1;

export const lineFolder = (context: ImportContext): string => path.join(context.scratch, 'lines');
/** Scratch files of a bucket as read_parquet's argument; hive partitioning is off, the bucket is in the path only. */
export const bucketFiles = (folder: string, bucket: number): string => literal(path.join(folder, `b=${bucket}`, '*.parquet'));

export interface Streamed {
  /** Rows a bucket; without an entry there are none. */
  perBucket: Map<number, number>;
  damage: Issue | undefined;
}

/** Streams `feedetl` (or `trac`) into buckets, rejecting rows with faults or without their encounter or settlement. */
export async function streamLines(context: ImportContext, source: Source, folder: string): Promise<Streamed> {
  const { duck } = context;
  const lines = source.table === 'feedetl';
  const problem = lines
    ? `coalesce(l.problem, CASE WHEN e.id IS NULL THEN 'reference|mdtrt_id' WHEN l.setl_id IS NOT NULL AND s.id IS NULL THEN 'reference|setl_id'
         WHEN s.encounter <> e.id THEN 'mismatch|setl_id' END)`
    : `coalesce(l.problem, CASE WHEN e.id IS NULL THEN 'reference|mdtrt_id' END)`;
  const settlement = lines ? 's.id AS settlement,' : '';
  await duck.run(
    `COPY (SELECT *, CASE WHEN problem IS NULL THEN person % ${BUCKETS} ELSE ${REJECTED} END AS b FROM (
       SELECT l.* EXCLUDE (problem), e.id AS encounter, e.person AS person, ${settlement} ${problem} AS problem
       FROM (${typedSource(source)}) l LEFT JOIN dict_encounter e ON e.no = l.mdtrt_id
       ${lines ? 'LEFT JOIN dict_settlement s ON s.no = l.setl_id' : ''}))
     TO ${literal(folder)} (FORMAT parquet, COMPRESSION lz4, PARTITION_BY (b))`,
  );
  const perBucket = new Map<number, number>();
  const counted = await duck
    .rows<{ b: number; n: number }>(
      `SELECT CAST(regexp_extract(file_name, 'b=(-?[0-9]+)', 1) AS INTEGER) AS b, sum(num_rows)::BIGINT AS n
       FROM parquet_file_metadata(${literal(path.join(folder, '*', '*.parquet'))}) GROUP BY 1`,
    )
    .catch(() => []); // no file: no rows
  for (const { b, n } of counted) perBucket.set(b, n);
  const damage = await collectMalformed(
    duck,
    source,
    [...perBucket.values()].reduce((a, n) => a + n, 0),
  );
  if (perBucket.delete(REJECTED)) {
    const key = lines ? "concat_ws('/', mdtrt_id, feedetl_sn)" : "concat_ws('/', mdtrt_id, feedetl_sn, drug_trac_codg)";
    await duck.run(
      `INSERT INTO reject SELECT ${literal(source.table)}, r, split_part(problem, '|', 1), split_part(problem, '|', 2), ${key}, NULL
         FROM read_parquet(${bucketFiles(folder, REJECTED)}, hive_partitioning = false)`,
    );
  }
  return { perBucket, damage };
}

/** Numbers the item and practitioner codes that the streamed lines name. */
export async function numberLineCodes(context: ImportContext, folder: string, perBucket: Map<number, number>): Promise<void> {
  if (perBucket.size === 0) return;
  const files = `[${[...perBucket.keys()].map((bucket) => bucketFiles(folder, bucket)).join(', ')}]`;
  const distinct = (column: string) => `SELECT DISTINCT ${quoted(column)} AS no FROM read_parquet(${files}, hive_partitioning = false)`;
  await extend(context, 'item', distinct('med_list_codg'));
  await extend(context, 'practitioner', distinct('bilg_dr_codg'));
}
