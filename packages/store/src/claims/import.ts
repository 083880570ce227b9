// `claims import`: stage, check, number, net bucket by bucket, write, and switch in at once.
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { national, type RegionCodes, type WireTableName } from '@hengjian/catalog';
import type { Issue, Outcome } from '@hengjian/domain';
import type { ClaimsImporter, ImportReport, Progress, StagedExtract, TableCount } from '@hengjian/workflows';
import type { Home } from '../home.ts';
import { openDuck } from '../lake/duck.ts';
import type { ImportContext } from './context.ts';
import { writeDimensions } from './dimension-files.ts';
import { openFolder, type Source } from './folder.ts';
import { lineFolder, numberLineCodes, streamLines, streamTraces } from './lines.ts';
import { commitVersion, lastCounters, sameLake, sweep } from './manifest.ts';
import { bucketsWithRows, chooseWay, type Netted, netBuckets, netDelta, type RowsPerBucket, rowsExist } from './passes.ts';
import { importReferenceTables } from './reference-tables.ts';
import { type Merged, stageReferences } from './references.ts';
import { writeRejects } from './rejects.ts';
import { countUnknownCodes, emptyNetting } from './report.ts';
import { keepUnknownColumns } from './side-tables.ts';
import { createRejectTable } from './stage.ts';
import { writeChangesOfPractitioners } from './touched.ts';

export interface ImporterOptions {
  region?: RegionCodes;
  threads?: number;
  /** Standard: what the extract and the lake ask for (`memoryFor`). */
  memoryLimitMb?: number;
  /** Deltas are written while they hold no more than this share of the lines; then all buckets are rewritten. Standard: a fifth. */
  deltaShare?: number;
}

const DELTA_SHARE = 0.2;

/** The importer of a home. `stage` takes the writer lock; `commit` or `discard` gives it back. */
export const claimsImporter = (home: Home, options: ImporterOptions = {}): ClaimsImporter => {
  const stage = async (folder: string | null, progress: Progress): Promise<Outcome<StagedExtract>> => {
    const lock = await home.takeWriterLock('claims import');
    if (!lock.ok) return { ok: false, issues: [{ code: 'claims.writerBusy', severity: 'error', facts: { ...lock.holder } }] };
    try {
      const staged = await stageExtract(home, folder === null ? null : path.resolve(folder), options, progress);
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
  };
  return { stage, compact: (progress) => stage(null, progress) };
};

/** The place of one import: DuckDB, scratch and the folder of its new files. */
const nothing = { ok: true as const, value: { sources: new Map(), ignored: [] as string[] }, issues: [] };

interface Work extends Pick<ImportContext, 'duck' | 'snapshot' | 'lakeFolder' | 'target' | 'scratch' | 'version'> {
  /** `all`: the new files too. */
  cleanUp(all: boolean): void;
}

const LEAST_MEMORY_MB = 1000;

/**
 * MB that an import may use before it spills: every encounter and settlement keeps its number at hand while lines look for theirs,
 * which no spilling makes small. Half of the machine at most.
 */
function memoryFor(sources: Iterable<Source>, snapshot: ImportContext['snapshot']): number {
  let megabytes = 0;
  // text takes about six times the room of the same rows as Parquet
  for (const { path: file, format } of sources) megabytes += (statSync(file).size / 1e6) * (format === 'parquet' ? 6 : 1);
  const known = (['encounter', 'settlement'] as const).reduce((sum, table) => sum + snapshot.rowCount(table), snapshot.rowCount('person'));
  return Math.floor(Math.min(os.totalmem() / 2e6, LEAST_MEMORY_MB + 0.4 * megabytes + 0.00015 * known));
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
  const duck = await openDuck({ threads: options.threads ?? 2, memoryLimitMb: options.memoryLimitMb ?? LEAST_MEMORY_MB, spillFolder });
  const cleanUp = (all: boolean) => {
    duck.close();
    rmSync(scratch, { recursive: true, force: true });
    if (all) rmSync(target, { recursive: true, force: true });
  };
  return { duck, snapshot, lakeFolder, target, scratch, version, cleanUp };
}

/** Without a folder nothing comes in, and deltas are folded. */
async function stageExtract(
  home: Home,
  folder: string | null,
  options: ImporterOptions,
  progress: Progress,
): Promise<Outcome<StagedExtract>> {
  const started = performance.now();
  progress('sweep', 0, 1);
  mkdirSync(home.lake.folder, { recursive: true });
  if (!(await sameLake(home.db, home.lake.folder)))
    return { ok: false, issues: [{ code: 'claims.otherLake', severity: 'error', facts: { folder: home.lake.folder } }] };
  await sweep(home.db, home.lake.folder);
  const { cleanUp, ...work } = await beginWork(home, options);
  try {
    progress('inspect', 0, 1);
    const opened = folder === null ? nothing : await openFolder(folder, work.scratch, work.duck);
    const counters = await lastCounters(home.db);
    if (!opened.ok) {
      cleanUp(true);
      return opened;
    }
    const { sources, ignored } = opened.value;
    if (options.memoryLimitMb === undefined) await work.duck.run(`SET memory_limit = '${memoryFor(sources.values(), work.snapshot)}MB'`);
    const region = options.region ?? national;
    const context: ImportContext = {
      ...work,
      region,
      sources,
      counters,
      firstNew: { ...counters },
      delta: false,
      fold: false,
      pass: '',
      written: [],
      replaced: [],
      rowNumbers: false,
      progress,
    };
    const result = await stageAll(context, folder === null ? 0 : (options.deltaShare ?? DELTA_SHARE));
    if (result.damage.length > 0) {
      cleanUp(true);
      return { ok: false, issues: result.damage };
    }
    const report = await reportOf(home, context, result, ignored);
    const finish = () => ({ ...report, seconds: Math.round((performance.now() - started) / 10) / 100 });
    const commit = async () => {
      progress('switch', 0, 1);
      try {
        if (result.touched) await commitVersion(home.db, context, folder ?? '', finish());
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

interface Staged extends Netted {
  /** Refuses the folder where there is any. */
  damage: Issue[];
  unknownCodes: ImportReport['unknownCodes'];
}

/** Everything between the opened folder and the switch. */
async function stageAll(context: ImportContext, deltaShare: number): Promise<Staged> {
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
  const rows = await bucketsWithRows(context, lines, traces);
  await chooseWay(context, lines, deltaShare);
  // Within a pass order is kept: numbers and files come out the same whatever the threads did.
  await duck.run('SET preserve_insertion_order = true');
  if (context.delta) await netDelta(context, rows, lines, staged);
  else await netBuckets(context, rows, staged);
  if (staged.touched) {
    await writeChangesOfPractitioners(context);
    await writeDimensions(context);
    await keepUnknownColumns(context);
  }
  staged.unknownCodes = await countUnknownCodes(context, lines);
  return staged;
}

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
