// The claims lake as readers see it: a snapshot is one version of the manifest, and stays readable while imports go on.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type DimensionTable, dimensionTables, type LakeTable, lakeTables, type ReferenceTable, referenceTables } from '@hengjian/domain';
import type { Kysely } from 'kysely';
import { nobodyStopped, type StoppedCodes, standingView, stoppedCodes } from '../points/stopped-codes.ts';
import type { Database } from '../records/database.ts';
import { derivedViews } from './derived-views.ts';
import { type Duck, type DuckOptions, openDuck, quoted } from './duck.ts';
import { type Marking, markEncounters, markedSql } from './encounter-marks.ts';
import { filesFrom, noRows } from './file-columns.ts';
import { layered, replacedTable } from './layers.ts';
import {
  BUCKETS,
  bookkeeping,
  type Column,
  columnsOf,
  dimensionColumnsOf,
  referenceColumnsOf,
  sideTables,
  sourceColumns,
} from './layout.ts';

export interface LakeFile {
  path: string;
  kind: string;
  bucket: number | null;
  rows: number;
  fromDay: number | null;
  toDay: number | null;
  /** Version of the lake that wrote it. */
  fromVersion: number;
  /** Of a delta: how many rows of its kind in older files it takes the place of. */
  replacedRows: number;
  /** Word for the columns it was written with (`layoutOf`); null: not told. */
  layout: string | null;
}

export interface LakeConnection extends Duck {
  /** Points the views (with 'net' only the net tables, which is quicker) `line, encounter, settlement, diagnosis, operation, trace` at one bucket, or at all when undefined. */
  useBucket(bucket: number | readonly number[] | undefined, which?: 'all' | 'net'): Promise<void>;
}

export interface LakeSnapshot {
  /** 0 while nothing was imported. */
  version: number;
  buckets: number;
  /** Bucket of a person's records. */
  bucketOf(person: number): number;
  rowCount(table: LakeTable | DimensionTable): number;
  /** First and last settledDay of live lines (fee day where unsettled); null when there are none. */
  range(): { fromDay: number; toDay: number } | null;
  /**
   * Files with the net rows, deltas among them where no bucket is given; what a delta replaces is still in the older files, so read
   * rows through `connect` or `layered`. They also carry source columns: select by name.
   */
  files(table: LakeTable, bucket?: number | readonly number[]): readonly string[];
  /** Files of rows that take no part (reversed, refunded to nothing …): with files() these are all originals. */
  asideFiles(table: LakeTable, bucket?: number | readonly number[]): readonly string[];
  /** Other kinds: 'unmatched', 'inventory' and the other reference tables, 'changes', 'superseded/<table>', 'extra/<table>' … */
  filesOf(kind: string, bucket?: number | readonly number[]): readonly LakeFile[];
  dimension(table: DimensionTable): readonly string[];
  /** Times in which the bureau's points suspended or ended a right, beside the imported roster. */
  readonly stopped: StoppedCodes;
  /**
   * Files listing (encounter, person, provider, fromDay, toDay, version) of what imports after `version` added or changed; null when
   * everything is to be taken as changed (that state is the first, or none).
   */
  changedSince(version: number): readonly string[] | null;
  /** DuckDB over this snapshot: views of the net tables (one bucket at a time), of the dimensions and reference tables, `original_<table>`, `unmatched`. `marking`: exemptions that the net records are marked with. */
  connect(options?: DuckOptions & { bucket?: number; marking?: Marking | undefined }): Promise<LakeConnection>;
}

export interface Lake {
  /** Absolute path of the lake's folder. */
  folder: string;
  /** The last committed version. */
  snapshot(): Promise<LakeSnapshot>;
}

/** The lake in a folder, as the manifest in PostgreSQL says. */
export const openLakeIn = (folder: string, db: Kysely<Database>): Lake => ({
  folder,
  async snapshot() {
    // One statement, so the version and its files belong together.
    const rows = await db
      .selectFrom('lakeVersion as v')
      .leftJoin('lakeFile as f', (join) => join.on('f.toVersion', 'is', null))
      .select([
        'v.version',
        'f.path',
        'f.kind',
        'f.bucket',
        'f.rows',
        'f.fromDay',
        'f.toDay',
        'f.fromVersion',
        'f.replacedRows',
        'f.layout',
      ])
      .where('v.version', '=', (eb) => eb.selectFrom('lakeVersion').select((e) => e.fn.max('version').as('version')))
      .orderBy('f.path')
      .execute();
    const files = rows
      .filter((row) => row.path !== null)
      .map((row) => ({ ...row, path: path.join(folder, row.path as string) }) as LakeFile);
    // One look is enough to tell a manifest over the wrong folder (another --home for the same DATABASE_URL).
    if (files[0] && !existsSync(files[0].path))
      throw new Error(`${folder} 中没有清单所列的文件：DATABASE_URL 与 --home 不是一套，或文件被删除`);
    return snapshotOf(folder, rows[0]?.version ?? 0, files, await stoppedCodes(db));
  },
});

/** Connections opened by this process, to tell their folders apart. */
let connections = 0;

/** A version of the lake made of these files. */
export function snapshotOf(
  folder: string,
  version: number,
  files: readonly LakeFile[],
  stopped: StoppedCodes = nobodyStopped,
): LakeSnapshot {
  const filesOf = (kind: string, bucket?: number | readonly number[]) =>
    files.filter(
      (file) =>
        file.kind === kind &&
        (bucket === undefined || (typeof bucket === 'number' ? file.bucket === bucket : bucket.includes(file.bucket ?? -1))),
    );
  const pathsOf = (kind: string, bucket?: number | readonly number[]) => filesOf(kind, bucket).map((file) => file.path);
  const snapshot: LakeSnapshot = {
    version,
    buckets: BUCKETS,
    bucketOf: (person) => person % BUCKETS,
    rowCount: (table) =>
      filesOf(table in lakeTables ? table : `dimension/${table}`).reduce((sum, file) => sum + file.rows - file.replacedRows, 0),
    range: () => {
      const lines = filesOf('line').filter((file) => file.fromDay !== null && file.toDay !== null);
      if (lines.length === 0) return null;
      return { fromDay: Math.min(...lines.map((f) => f.fromDay as number)), toDay: Math.max(...lines.map((f) => f.toDay as number)) };
    },
    files: (table, bucket) => pathsOf(table, bucket),
    asideFiles: (table, bucket) => pathsOf(`aside/${table}`, bucket),
    filesOf,
    dimension: (table) => pathsOf(`dimension/${table}`),
    stopped,
    changedSince: (since) =>
      since < 1
        ? null
        : filesOf('changes')
            .filter((file) => file.fromVersion > since)
            .map((file) => file.path),
    async connect(options = {}) {
      // a folder of its own below the process's: two databases must not share their temporary files
      const duck = await openDuck({ spillFolder: path.join(folder, 'spill', String(process.pid), String(connections++)), ...options });
      await duck.run(replacedTable(snapshot));
      for (const table of Object.keys(dimensionTables) as DimensionTable[]) await duck.run(dimensionView(snapshot, table));
      for (const table of Object.keys(referenceTables) as ReferenceTable[])
        await duck.run(`CREATE VIEW ${quoted(table)} AS ${source(referenceColumnsOf(table), filesOf(table))}`);
      await duck.run(standingView(stopped));
      const useBucket = async (bucket: number | readonly number[] | undefined, which: 'all' | 'net' = 'all') => {
        const { marking } = options;
        if (marking) await duck.run(markEncounters(marking, (table) => `(${netRows(snapshot, table as LakeTable, bucket)})`));
        for (const table of Object.keys(lakeTables) as LakeTable[])
          for (const view of tableViews(snapshot, table, bucket, marking).slice(0, which === 'net' ? 1 : undefined)) await duck.run(view);
        if (which === 'net') return;
        await duck.run(`CREATE OR REPLACE VIEW unmatched AS ${rowsOf(snapshot, sideTables.unmatched, ['unmatched'], bucket)}`);
      };
      await useBucket(options.bucket);
      for (const view of derivedViews()) await duck.run(view);
      return { ...duck, useBucket };
    },
  };
  return snapshot;
}

const source = (columns: readonly Column[], files: readonly LakeFile[]) =>
  files.length === 0 ? noRows(columns) : `SELECT ${columns.map(([name]) => quoted(name)).join(', ')} FROM ${filesFrom(files)}`;

const dimensionView = (snapshot: LakeSnapshot, table: DimensionTable) =>
  `CREATE OR REPLACE VIEW ${quoted(table)} AS ${source(dimensionColumnsOf(table), snapshot.filesOf(`dimension/${table}`))}`;

type Bucket = number | readonly number[] | undefined;

const netRows = (snapshot: LakeSnapshot, table: LakeTable, bucket: Bucket) => rowsOf(snapshot, columnsOf(table), [table], bucket);

function tableViews(snapshot: LakeSnapshot, table: LakeTable, bucket: Bucket, marking: Marking | undefined): string[] {
  const net = netRows(snapshot, table, bucket);
  const all = [...columnsOf(table), ...sourceColumns[table], ...bookkeeping];
  return [
    `CREATE OR REPLACE VIEW ${quoted(table)} AS ${markedSql(table, net, marking)}`,
    `CREATE OR REPLACE VIEW ${quoted(`original_${table}`)} AS ${rowsOf(snapshot, all, [table, `aside/${table}`], bucket)}`,
  ];
}

function rowsOf(snapshot: LakeSnapshot, columns: readonly Column[], kinds: readonly string[], bucket: Bucket) {
  const names = columns.map(([name]) => name);
  const parts = kinds.flatMap((kind) => layered(snapshot, kind, names, bucket) ?? []);
  return parts.length > 0 ? parts.join(' UNION ALL ') : noRows(columns);
}
