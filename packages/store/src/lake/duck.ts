// DuckDB in process, always in memory over Parquet: a .duckdb file would admit one process only.
import { mkdirSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import type { LakeRecord } from '@hengjian/domain';

export interface DuckOptions {
  threads?: number;
  memoryLimitMb?: number;
  /** Where to spill; made when missing. */
  spillFolder?: string;
  /** What may be spilled at most; otherwise nine tenths of what is free on that disk. */
  spillLimitMb?: number;
}

export interface Duck {
  connection: DuckDBConnection;
  run(sql: string): Promise<void>;
  /** Runs a long statement and says now and then how far it is (0 to 100). */
  watch(sql: string, percent: (done: number) => void): Promise<void>;
  /** Rows with plain values: whole numbers as numbers (a fault beyond 2^53), texts, booleans, null. */
  rows<T = LakeRecord>(sql: string): Promise<T[]>;
  interrupt(): void;
  /** Another connection of the same database: it sees all but temporary tables, and shares threads and memory. Closed with this one. */
  another(): Promise<Duck>;
  close(): void;
}

/** A DuckDB of its own in memory: 2 threads, 1,000 MB, no extensions from outside. Close it. */
export async function openDuck(options: DuckOptions = {}): Promise<Duck> {
  if (options.spillFolder) mkdirSync(options.spillFolder, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(options.threads ?? 2),
    memory_limit: `${options.memoryLimitMb ?? 1000}MB`,
    preserve_insertion_order: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(options.spillFolder ? { temp_directory: options.spillFolder } : {}),
  });
  const first = await connectionOf(instance);
  // as an option of the instance it would be overwritten by that of the folder
  if (options.spillLimitMb !== undefined) await first.run(`SET max_temp_directory_size = '${options.spillLimitMb}MB'`);
  return {
    ...first,
    close: () => {
      first.close();
      instance.closeSync();
    },
  };
}

async function connectionOf(instance: DuckDBInstance): Promise<Duck> {
  const connection = await instance.connect();
  const others: Duck[] = [];
  // a review scans the same files some hundred times: what stands at their ends is read once, and their pages come from the system's own
  // cache, not from a copy of it within the memory limit
  await connection.run('SET parquet_metadata_cache = true; SET enable_external_file_cache = false');
  return {
    connection,
    run: async (sql) => void (await connection.run(sql)),
    watch: async (sql, percent) => {
      await connection.run('SET enable_progress_bar = true; SET enable_progress_bar_print = false');
      const timer = setInterval(() => percent(Math.max(0, Math.floor(connection.progress.percentage))), 250);
      try {
        await connection.run(sql);
      } finally {
        clearInterval(timer);
        await connection.run('SET enable_progress_bar = false');
      }
    },
    rows: async <T>(sql: string) => {
      const reader = await connection.runAndReadAll(sql);
      const names = reader.deduplicatedColumnNames();
      return reader.getRows().map((row) => Object.fromEntries(names.map((name, i) => [name, plain(row[i] ?? null, name)]))) as T[];
    },
    interrupt: () => connection.interrupt(),
    another: async () => {
      const other = await connectionOf(instance);
      others.push(other);
      return other;
    },
    close: () => {
      for (const other of others) other.close();
      connection.closeSync();
    },
  };
}

function plain(value: DuckDBValue, column: string): number | string | boolean | null {
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new Error(`${column}: ${value} is beyond 2^53`);
    return number;
  }
  if (value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  throw new Error(`${column}: cast ${String(value)} to a number or text in SQL`);
}

/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** A name as an SQL identifier. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** The same rows, gathered before they go on: the few rows of each piece of a selective join go into a table much slower than full pieces. */
export const inFullPieces = (select: string): string => `WITH m AS MATERIALIZED (${select}) SELECT * FROM m`;
/** Files as the argument of read_parquet. */
export const fileList = (files: readonly string[]): string => `[${files.map(literal).join(', ')}]`;
