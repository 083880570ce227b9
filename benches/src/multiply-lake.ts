// Makes a large lake out of a small one: the whole city, its people and its institutions with all their records, `factor` times over
// under new numbers, like so many cities side by side. The records stay believable (they come from the synthetic city), nobody sits
// at two counters at once, and the share of violations stays the same.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { dimensionTables, type LakeTable, lakeTables, type ReferenceTable, referenceTables } from '@hengjian/domain';
import { type Home, openDuck } from '@hengjian/store';
import { PARQUET } from '@hengjian/store/claims/bucket-net.ts';
import { lastCounters } from '@hengjian/store/claims/manifest.ts';

/** Surrogates that move with a copy; published numbers and names get its number behind them. */
const moved = ['line', 'encounter', 'settlement', 'person', 'provider', 'practitioner'] as const;
const renamed = new Set([
  'encounterNo',
  'settlementNo',
  'personNo',
  'prescriptionNo',
  'providerNo',
  'practitionerNo',
  'address',
  'licence',
  'surgeon',
  'anaesthetist',
]);

/** Copies of the small lake that share a file. */
const COPIES_A_FILE = 16;
const rowsOf = (rows: number, factor: number, file: number) => rows * Math.min(COPIES_A_FILE, factor - file * COPIES_A_FILE);

/** Rewrites the files of the last version in place of the manifest's; idempotent only on a lake that was just imported. */
export async function multiplyLake(home: Home, factor: number): Promise<void> {
  const snapshot = await home.lake.snapshot();
  const folder = path.join(home.lake.folder, 'versions', `times-${factor}`);
  mkdirSync(folder, { recursive: true });
  const duck = await openDuck({ threads: 2, memoryLimitMb: 1200, spillFolder: path.join(folder, 'spill') });
  const list = (files: readonly string[]) => `[${files.map((f) => `'${f}'`).join(', ')}]`;
  // numbers that were given out, also those that stand in no net row; a multiple of the number of buckets keeps a person's bucket
  const given = await lastCounters(home.db);
  const step: { [column: string]: number } = {};
  for (const column of moved) step[column] = Math.ceil(given[column] / snapshot.buckets) * snapshot.buckets;
  const write = async (kind: string, bucket: number | null, files: readonly string[], columns: readonly string[], order: string) => {
    if (files.length === 0) return;
    // every column of the file goes along, also what only evidence reads
    const changed = columns.flatMap((c) => {
      if (step[c]) return [`("${c}" + r * ${step[c]})::${c === 'line' ? 'BIGINT' : 'INTEGER'} AS "${c}"`];
      const copy = (text: string) => [`CASE WHEN r = 0 THEN "${c}" ELSE ${text} || '-' || r END AS "${c}"`];
      // several settlements of one encounter stand in one text
      if (c === 'settlementNos') return copy(`replace("${c}", ';', '-' || r || ';')`);
      // a trace code is one of its own in every copy
      return renamed.has(c) || (kind === 'trace' && c === 'code') ? copy(`"${c}"`) : [];
    });
    const old = files.map((f) => path.relative(home.lake.folder, f));
    const [first] = await home.db.selectFrom('lakeFile').selectAll().where('path', 'in', old).execute();
    if (!first) throw new Error(`${kind}: not in the manifest`);
    // several files a bucket, each of a few copies: what is sorted at once stays small
    const written: string[] = [];
    for (let from = 0; from < factor; from += COPIES_A_FILE) {
      const file = path.join(folder, `${kind.replace('/', '-')}-${bucket ?? 'all'}-${from}.parquet`);
      await duck.run(
        `COPY (SELECT f.* REPLACE (${changed.join(', ')}) FROM read_parquet(${list(files)}, union_by_name=true) f, range(${from}, ${Math.min(factor, from + COPIES_A_FILE)}) copies(r) ORDER BY ${order}) TO '${file}' (${PARQUET})`,
      );
      written.push(file);
    }
    await home.db.transaction().execute(async (trx) => {
      await trx.deleteFrom('lakeFile').where('path', 'in', old).execute();
      for (const [i, file] of written.entries())
        await trx
          .insertInto('lakeFile')
          .values({ ...first, path: path.relative(home.lake.folder, file), rows: rowsOf(first.rows, factor, i) })
          .execute();
    });
    for (const file of files) rmSync(file);
  };
  for (const table of Object.keys(lakeTables) as LakeTable[])
    for (let bucket = 0; bucket < snapshot.buckets; bucket++)
      await write(
        table,
        bucket,
        snapshot.files(table, bucket),
        Object.keys(lakeTables[table]),
        table === 'line' ? '"person", "day"' : '"person"',
      );
  for (const table of Object.keys(referenceTables) as ReferenceTable[])
    await write(
      table,
      null,
      snapshot.filesOf(table).map(({ path: file }) => file),
      Object.keys(referenceTables[table]),
      'ALL',
    );
  for (const table of ['person', 'provider', 'practitioner'] as const)
    await write(`dimension/${table}`, null, snapshot.dimension(table), Object.keys(dimensionTables[table]), `"${table}"`);
  // the next import numbers on behind the copies
  const counters = { ...given, ...Object.fromEntries(moved.map((column) => [column, (step[column] as number) * factor])) };
  await home.db
    .updateTable('lakeVersion')
    .set({ counters: JSON.stringify(counters) })
    .where('version', '=', snapshot.version)
    .execute();
  duck.close();
}
