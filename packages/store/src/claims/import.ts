// `claims import`: stage, check, number, net bucket by bucket, write, and switch in at once.
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { national, type RegionCodes, type WireTableName } from '@hengjian/catalog';
import type { Issue, LakeTable, Outcome } from '@hengjian/domain';
import type { ClaimsImporter, ImportReport, NettingCount, Progress, StagedExtract, TableCount } from '@hengjian/workflows';
import type { Home } from '../home.ts';
import { openDuck } from '../lake/duck.ts';
import { BUCKETS } from '../lake/layout.ts';
import { MERGE_ORDER, mergeBucket, originals } from './bucket-merge.ts';
import { netBucket, writeBucket } from './bucket-net.ts';
import type { ImportContext } from './context.ts';
import { writeDimensions } from './dimension-files.ts';
import { openFolder } from './folder.ts';
import { lineFolder, numberLineCodes, streamLines, streamTraces } from './lines.ts';
import { commitVersion, lastCounters, sameLake, sweep } from './manifest.ts';
import { settlementNetting } from './netting-sql.ts';
import { importReferenceTables } from './reference-tables.ts';
import { type Merged, stageReferences } from './references.ts';
import { writeRejects } from './rejects.ts';
import { addNetting, countUnknownCodes, emptyNetting } from './report.ts';
import { keepUnknownColumns, writeChanges } from './side-tables.ts';
import { createRejectTable } from './stage.ts';

export interface ImporterOptions {
  region?: RegionCodes;
  threads?: number;
  memoryLimitMb?: number;
}

/** The importer of a home. `stage` takes the writer lock; `commit` or `discard` gives it back. */
export const claimsImporter = (home: Home, options: ImporterOptions = {}): ClaimsImporter => ({
  async stage(folder, progress) {
    const lock = await home.takeWriterLock('claims import');
    if (!lock.ok) return { ok: false, issues: [{ code: 'claims.writerBusy', severity: 'error', facts: { ...lock.holder } }] };
    try {
      const staged = await stageExtract(home, path.resolve(folder), options, progress);
      if (!staged.ok) {
        await lock.release();
        return staged;
      }
      const { commit, discard } = staged.value;
      return {
        ...staged,
        value: {
          ...staged.value,
          commit: () => commit().finally(lock.release),
          discard: () => discard().finally(lock.release),
        },
      };
    } catch (error) {
      await lock.release();
      throw error;
    }
  },
});

/** The place of one import: DuckDB, scratch and the folder of its new files. */
interface Work extends Pick<ImportContext, 'duck' | 'snapshot' | 'lakeFolder' | 'target' | 'scratch' | 'version'> {
  /** `all`: the new files too. */
  cleanUp(all: boolean): void;
}

async function beginWork(home: Home, options: ImporterOptions): Promise<Work> {
  const lakeFolder = home.lake.folder;
  const snapshot = await home.lake.snapshot();
  const version = snapshot.version + 1;
  const scratch = path.join(lakeFolder, 'staging', String(process.pid));
  const target = path.join(lakeFolder, 'versions', `${String(version).padStart(6, '0')}-${randomBytes(3).toString('hex')}`);
  mkdirSync(scratch, { recursive: true });
  mkdirSync(target, { recursive: true });
  const spillFolder = path.join(scratch, 'spill');
  const duck = await openDuck({ threads: options.threads ?? 2, memoryLimitMb: options.memoryLimitMb ?? 1000, spillFolder });
  const cleanUp = (all: boolean) => {
    duck.close();
    rmSync(scratch, { recursive: true, force: true });
    if (all) rmSync(target, { recursive: true, force: true });
  };
  return { duck, snapshot, lakeFolder, target, scratch, version, cleanUp };
}

async function stageExtract(home: Home, folder: string, options: ImporterOptions, progress: Progress): Promise<Outcome<StagedExtract>> {
  const started = performance.now();
  progress('sweep', 0, 1);
  mkdirSync(home.lake.folder, { recursive: true });
  if (!(await sameLake(home.db, home.lake.folder)))
    return { ok: false, issues: [{ code: 'claims.otherLake', severity: 'error', facts: { folder: home.lake.folder } }] };
  await sweep(home.db, home.lake.folder);
  const { cleanUp, ...work } = await beginWork(home, options);
  try {
    progress('inspect', 0, 1);
    const opened = await openFolder(folder, work.scratch, work.duck);
    const counters = await lastCounters(home.db);
    if (!opened.ok) {
      cleanUp(true);
      return opened;
    }
    const { sources, ignored } = opened.value;
    const region = options.region ?? national;
    const context: ImportContext = { ...work, region, sources, counters, written: [], replaced: [], rowNumbers: false, progress };
    const result = await stageAll(context);
    if (result.damage.length > 0) {
      cleanUp(true);
      return { ok: false, issues: result.damage };
    }
    const report = await reportOf(home, context, result, ignored);
    const finish = () => ({ ...report, seconds: Math.round((performance.now() - started) / 10) / 100 });
    const commit = async () => {
      progress('switch', 0, 1);
      try {
        if (result.touched) await commitVersion(home.db, context, folder, finish());
      } catch (error) {
        // Whether the switch took place may be unknown (a lost connection): the files stay, the next import sweeps what no manifest names.
        cleanUp(false);
        throw error;
      }
      cleanUp(!result.touched);
      progress('switch', 1, 1);
      return finish();
    };
    return { ok: true, issues: opened.issues, value: { report: finish(), commit, discard: async () => cleanUp(true) } };
  } catch (error) {
    cleanUp(true);
    throw error;
  }
}

async function reportOf(home: Home, context: ImportContext, result: Staged, ignored: string[]): Promise<ImportReport> {
  const rejectedFile = path.join(home.folder, 'rejected.csv');
  const rejected = await writeRejects(context, rejectedFile);
  return {
    version: result.touched ? context.version : context.snapshot.version,
    tables: await countTables(context, result.merged, rejected),
    netting: result.netting,
    unknownCodes: result.unknownCodes,
    ignoredFiles: ignored,
    rejectedFile: rejected.size > 0 ? rejectedFile : null,
    seconds: 0,
  };
}

interface Staged {
  /** Refuses the folder where there is any. */
  damage: Issue[];
  merged: Map<WireTableName, Merged>;
  netting: NettingCount;
  unknownCodes: ImportReport['unknownCodes'];
  /** Something is new or different: there is a version to switch to. */
  touched: boolean;
}

/** Everything between the opened folder and the switch. */
async function stageAll(context: ImportContext): Promise<Staged> {
  const { duck } = context;
  await createRejectTable(duck);
  const { damage, merged } = await stageReferences(context);
  const staged: Staged = { damage, merged, netting: emptyNetting(), unknownCodes: [], touched: false };
  if (damage.length > 0) return staged;
  const { lines, traces } = await streamAll(context, staged);
  if (staged.damage.length > 0) return staged;

  const beside = await importReferenceTables(context);
  for (const [table, counts] of beside) merged.set(table, counts);
  const dimensions = ['person', 'provider', 'practitioner'].map((noun) => `SELECT 1 FROM changed_${noun}`).join(' UNION ALL ');
  staged.touched = (await rowsExist(context, dimensions)) || [...beside.values()].some((counts) => counts.added + counts.changed > 0);
  await netAll(context, await bucketsWithRows(context, lines, traces), staged);
  if (staged.touched) {
    await writeDimensions(context);
    await keepUnknownColumns(context);
  }
  staged.unknownCodes = await countUnknownCodes(context, lines);
  return staged;
}

type RowsPerBucket = Map<number, number>;

/** Charge lines and trace codes into scratch files, one folder a bucket. */
async function streamAll(context: ImportContext, staged: Staged): Promise<{ lines: RowsPerBucket; traces: RowsPerBucket }> {
  const { sources, progress } = context;
  const [feedetl, trac] = [sources.get('feedetl'), sources.get('trac')];
  progress('lines', 0, 100);
  const lines = feedetl ? await streamLines(context, feedetl) : undefined;
  if (lines?.damage) staged.damage.push(lines.damage);
  const perBucket: RowsPerBucket = lines?.perBucket ?? new Map();
  if (staged.damage.length === 0) await numberLineCodes(context, lineFolder(context), perBucket);
  const traces = trac && staged.damage.length === 0 ? await streamTraces(context, trac) : undefined;
  if (traces?.damage) staged.damage.push(traces.damage);
  progress('lines', 100, 100);
  return { lines: perBucket, traces: traces?.perBucket ?? new Map() };
}

async function netAll(context: ImportContext, rows: RowsByTable, staged: Staged): Promise<void> {
  const { duck, progress } = context;
  // Within a bucket order is kept: numbers and files come out the same whatever the threads did.
  await duck.run('SET preserve_insertion_order = true');
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    progress('net', bucket, BUCKETS);
    if (!(await importBucket(context, bucket, rows, staged.merged))) continue;
    staged.touched = true;
    await netBucket(context);
    await addNetting(context, staged.netting);
    await writeBucket(context, bucket);
    await writeChanges(context, bucket);
  }
  progress('net', BUCKETS, BUCKETS);
}

const rowsExist = async (context: ImportContext, sql: string) => (await context.duck.rows(`SELECT 1 FROM (${sql}) LIMIT 1`)).length > 0;

type RowsByTable = Map<LakeTable, Set<number>>;

/** Which buckets the extract has rows for, table by table: the others are not even looked at. */
async function bucketsWithRows(context: ImportContext, lines: RowsPerBucket, traces: RowsPerBucket): Promise<RowsByTable> {
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

/** Merges every table of the bucket; false when nothing of it is new or changed, nor what is copied into it. */
async function importBucket(
  context: ImportContext,
  bucket: number,
  rows: RowsByTable,
  merged: Map<WireTableName, Merged>,
): Promise<boolean> {
  const copiesChanged = await rowsExist(
    context,
    `SELECT 1 FROM changed_person WHERE NOT fresh AND id % ${BUCKETS} = ${bucket} UNION ALL SELECT 1 FROM changed_provider WHERE NOT fresh`,
  );
  if (!copiesChanged && ![...rows.values()].some((buckets) => buckets.has(bucket))) return false;
  let touched = copiesChanged;
  for (const table of MERGE_ORDER) {
    const result = await mergeBucket(context, table, bucket, rows.get(table)?.has(bucket) === true);
    const wire = originals[table].wire;
    const sum = merged.get(wire) ?? { added: 0, changed: 0, skipped: 0 };
    merged.set(wire, { added: sum.added + result.added, changed: sum.changed + result.changed, skipped: sum.skipped + result.skipped });
    if (result.added + result.changed > 0) touched = true;
    if (table === 'settlement') await context.duck.run(settlementNetting);
  }
  return touched;
}

async function countTables(context: ImportContext, merged: Map<WireTableName, Merged>, rejected: Map<string, number>) {
  const skipped = new Map(
    (await context.duck.rows<{ tbl: string; n: number }>('SELECT tbl, count(*) AS n FROM skipped GROUP BY tbl')).map((r) => [r.tbl, r.n]),
  );
  const tables: Record<string, TableCount> = {};
  for (const [table, source] of context.sources) {
    const m = merged.get(table) ?? { added: 0, changed: 0, skipped: 0 };
    const counts = {
      added: m.added,
      changed: m.changed,
      skipped: m.skipped + (skipped.get(table) ?? 0),
      rejected: rejected.get(table) ?? 0,
    };
    tables[table] = {
      file: source.file,
      read: counts.added + counts.changed + counts.skipped + counts.rejected,
      ...counts,
      unknownColumns: source.unknown.map((u) => u.name),
    };
  }
  return tables;
}
