// The lake as it was known at an earlier day: its files where they are still there, else made anew from the rows and what replaced them.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { national, type RegionCodes } from '@hengjian/catalog';
import {
  type Day,
  type DimensionTable,
  dimensionTables,
  type LakeTable,
  lakeTables,
  type Outcome,
  type ReferenceTable,
  referenceTables,
  SECONDS_PER_DAY,
} from '@hengjian/domain';
import { sql } from 'kysely';
import type { Home } from '../home.ts';
import { openDuck, quoted } from '../lake/duck.ts';
import { filesFrom } from '../lake/file-columns.ts';
import { type Lake, type LakeFile, snapshotOf } from '../lake/lake.ts';
import { layered, replacedTable } from '../lake/layers.ts';
import {
  BUCKETS,
  bookkeeping,
  columnsOf,
  dimensionColumnsOf,
  dimensionSource,
  referenceColumnsOf,
  sourceColumns,
  sqlTypeOf,
} from '../lake/layout.ts';
import { stoppedCodes } from '../points/stopped-codes.ts';
import { MERGE_ORDER, originalColumns } from './bucket-merge.ts';
import { netBucket, writeBucket, writeParquet } from './bucket-net.ts';
import { firstCounters, type ImportContext } from './context.ts';
import { settlementNetting } from './netting-sql.ts';

/** A lake that stays at one version. Close it: files made for it go. */
export interface KnownLake extends Lake {
  version: number;
  close(): void;
}

export interface KnownLakeOptions {
  region?: RegionCodes;
  threads?: number;
  memoryLimitMb?: number;
}

/** Kinds whose rows make up what a reader sees; the others tell of changes. */
const seen = (kind: string) =>
  kind in lakeTables ||
  (kind.startsWith('aside/') && kind.slice(6) in lakeTables) ||
  kind.startsWith('dimension/') ||
  kind in referenceTables;

/**
 * The lake as it was at the end of a day: after the last import that was recorded by then. Refuses a day before the first import, and
 * a version that cannot be made again exactly (files of superseded rows are gone, or what comes out has other row counts than the
 * manifest noted then).
 */
export async function openLakeAsKnownAt(home: Home, day: Day, options: KnownLakeOptions = {}): Promise<Outcome<KnownLake>> {
  const { rows } = await sql<{ version: number | null }>`
    select max(version) filter (where floor(extract(epoch from recorded_at at time zone 'Asia/Shanghai') / 86400) <= ${day}) as version
    from lake_version`.execute(home.db);
  const version = rows[0]?.version ?? null;
  if (version === null) return { ok: false, issues: [{ code: 'claims.unknownThen', severity: 'error', facts: { day } }] };
  const fixed = (snapshot: Awaited<ReturnType<Lake['snapshot']>>, close: () => void = () => {}): Outcome<KnownLake> => ({
    ok: true,
    value: { folder: home.lake.folder, version, snapshot: async () => snapshot, close },
    issues: [],
  });
  // what points did to practitioners' rights, as it was known by the end of the day
  const stopped = await stoppedCodes(home.db, (day + 1) * SECONDS_PER_DAY - 1);
  const files = await filesOfVersion(home, version);
  if (files.every((file) => existsSync(file.path))) return fixed(snapshotOf(home.lake.folder, version, files, stopped));
  const made = await rebuild(home, version, files, options);
  return made.ok ? fixed(snapshotOf(home.lake.folder, version, made.value.files, stopped), made.value.close) : made;
}

/** What the manifest named then. */
async function filesOfVersion(home: Home, version: number): Promise<LakeFile[]> {
  const rows = await home.db
    .selectFrom('lakeFile')
    .selectAll()
    .where('fromVersion', '<=', version)
    .where((e) => e.or([e('toVersion', 'is', null), e('toVersion', '>', version)]))
    .orderBy('path')
    .execute();
  return rows.map((row) => ({ ...row, path: path.join(home.lake.folder, row.path) }));
}

let serial = 0;

async function rebuild(
  home: Home,
  version: number,
  then: readonly LakeFile[],
  options: KnownLakeOptions,
): Promise<Outcome<{ files: LakeFile[]; close: () => void }>> {
  const now = await home.lake.snapshot();
  const inexact = (reason: string): Outcome<never> => ({
    ok: false,
    issues: [{ code: 'claims.inexactThen', severity: 'error', facts: { version, reason } }],
  });
  const superseded = [...Object.keys(lakeTables), ...Object.keys(dimensionTables), ...Object.keys(referenceTables)].flatMap((table) =>
    now.filesOf(`superseded/${table}`),
  );
  const lost = superseded.find((file) => !existsSync(file.path));
  if (lost) return inexact(path.relative(home.lake.folder, lost.path));
  const target = path.join(home.lake.folder, 'known', String(process.pid), String(serial++));
  mkdirSync(target, { recursive: true });
  const close = () => rmSync(target, { recursive: true, force: true });
  const duck = await openDuck({
    threads: options.threads ?? 2,
    memoryLimitMb: options.memoryLimitMb ?? 1000,
    spillFolder: path.join(target, 'spill'),
  });
  try {
    const context: ImportContext = {
      duck,
      // nothing is superseded by making a version again
      snapshot: { ...now, version: 0 },
      region: options.region ?? national,
      sources: new Map(),
      lakeFolder: home.lake.folder,
      target,
      scratch: target,
      version,
      counters: firstCounters,
      firstNew: firstCounters,
      delta: false,
      fold: false,
      pass: '',
      written: [],
      replaced: [],
      rowNumbers: false,
      progress: () => {},
    };
    await duck.run(replacedTable(now));
    await duck.run('SET preserve_insertion_order = true');
    await rebuildBeside(context);
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) await rebuildBucket(context, bucket);
    const files = context.written.map((file) => ({ ...file, path: path.join(home.lake.folder, file.path), fromVersion: version }));
    const [was, is] = [countsOf(then), countsOf(files)];
    const other = [...new Set([...was.keys(), ...is.keys()])].find((kind) => (was.get(kind) ?? 0) !== (is.get(kind) ?? 0));
    if (other !== undefined) {
      close();
      return inexact(`${other}: ${is.get(other) ?? 0} ≠ ${was.get(other) ?? 0}`);
    }
    const changes = then.filter((file) => file.kind === 'changes' && existsSync(file.path));
    return { ok: true, value: { files: [...files, ...changes], close }, issues: [] };
  } catch (error) {
    close();
    throw error;
  } finally {
    duck.close();
  }
}

const countsOf = (files: readonly LakeFile[]): Map<string, number> => {
  const counts = new Map<string, number>();
  // items are only names, and are all kept
  for (const { kind, rows, replacedRows } of files)
    if (seen(kind) && kind !== 'dimension/item') counts.set(kind, (counts.get(kind) ?? 0) + rows - replacedRows);
  return counts;
};

/** Rows recorded by then and not replaced by then: those that stand now, and those that other content took the place of since. */
function rowsThen(
  { snapshot, version }: ImportContext,
  table: string,
  columns: readonly string[],
  standing: readonly string[],
): string | undefined {
  const list = columns.map(quoted).join(', ');
  const files = snapshot.filesOf(`superseded/${table}`);
  const parts = [
    ...standing.map((rows) => `SELECT ${list}, "recordedIn" FROM (${rows}) WHERE coalesce("recordedIn", 0) <= ${version}`),
    ...(files.length > 0
      ? [
          `SELECT ${list}, "recordedIn" FROM ${filesFrom(files)} WHERE coalesce("recordedIn", 0) <= ${version} AND "replacedIn" > ${version}`,
        ]
      : []),
  ];
  return parts.length > 0 ? parts.join(' UNION ALL ') : undefined;
}

/** Dimensions and reference tables. */
async function rebuildBeside(context: ImportContext): Promise<void> {
  const { duck, snapshot } = context;
  const all = (kind: string) => {
    const files = snapshot.filesOf(kind);
    return files.length > 0 ? [`FROM ${filesFrom(files)}`] : [];
  };
  for (const table of Object.keys(dimensionTables) as DimensionTable[]) {
    const columns = [...dimensionColumnsOf(table), ...dimensionSource[table]].map(([name]) => name);
    const standing = all(`dimension/${table}`);
    const rows = table === 'item' ? standing[0] : rowsThen(context, table, columns, standing);
    if (!rows) continue;
    await duck.run(`CREATE OR REPLACE TEMP TABLE dim_${table} AS ${rows}`);
    await writeParquet(context, `dimension/${table}`, null, `FROM dim_${table} ORDER BY ${quoted(table)}`);
  }
  for (const table of Object.keys(referenceTables) as ReferenceTable[]) {
    const rows = rowsThen(
      context,
      table,
      referenceColumnsOf(table).map(([name]) => name),
      all(table),
    );
    if (rows) await writeParquet(context, table, null, rows);
  }
}

/** The shape of a table of which the lake has nothing. */
const noRows = (table: LakeTable, columns: readonly string[]): string => {
  const types = new Map([...columnsOf(table), ...sourceColumns[table], ...bookkeeping]);
  return `SELECT ${[...columns, 'recordedIn'].map((c) => `NULL::${sqlTypeOf(c, types.get(c) ?? 'text')} AS ${quoted(c)}`).join(', ')} WHERE false`;
};

/** A bucket's originals of then, netted as an import nets them. */
async function rebuildBucket(context: ImportContext, bucket: number): Promise<void> {
  const { duck, snapshot } = context;
  const ofBucket = `SELECT e.encounter FROM m_encounter e`;
  for (const table of MERGE_ORDER) {
    const columns = originalColumns(table);
    const standing = [table, `aside/${table}`].flatMap((kind) => layered(snapshot, kind, [...columns, 'recordedIn'], bucket) ?? []);
    const rows = rowsThen(context, table, columns, standing) ?? noRows(table, columns);
    // superseded rows of an encounter stand in its person's bucket; only encounters tell the person
    const own = table === 'encounter' ? `WHERE person % ${BUCKETS} = ${bucket}` : `WHERE encounter IN (${ofBucket})`;
    await duck.run(`CREATE OR REPLACE TEMP TABLE m_${table} AS SELECT ${table === 'trace' ? 'DISTINCT *' : '*'} FROM (${rows}) ${own}`);
    if (table === 'settlement') await duck.run(settlementNetting);
  }
  await netBucket(context);
  await writeBucket(context, bucket);
}
