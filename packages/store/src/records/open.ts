// Opens the records of a home: DATABASE_URL where set, else the embedded PostgreSQL; migrated to the newest shape.
import os from 'node:os';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import { openRecords } from '../embedded-postgres.ts';
import type { Database } from './database.ts';
import { migrations } from './migrations.gen.ts';

export interface OpenedRecords {
  db: Kysely<Database>;
  /** For a thread of this process (`connectRecords`). */
  connection: pg.PoolConfig;
  /** A connection of its own, outside the pool (advisory locks live as long as it). */
  connect(applicationName: string): Promise<pg.Client>;
  /** Process number of the embedded server; none with DATABASE_URL. */
  postmaster?: number;
  close(): Promise<void>;
}

/** Throws where PostgreSQL cannot be reached or a migration fails. */
export async function openDatabase(home: string): Promise<OpenedRecords> {
  const url = process.env.DATABASE_URL;
  const embedded = url ? undefined : await openRecords(home);
  const config: pg.PoolConfig = url ? { connectionString: url } : (embedded?.connection as pg.PoolConfig);
  const db = connectRecords({ ...config, max: 8, application_name: `hengjian|${process.pid}` });
  const close = async () => {
    await db.destroy();
    embedded?.close();
  };
  try {
    await migrate(db);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    db,
    connection: config,
    close,
    ...(embedded && { postmaster: embedded.postmaster }),
    async connect(applicationName) {
      const client = new pg.Client({ ...config, application_name: applicationName });
      client.on('error', () => {});
      await client.connect();
      return client;
    },
  };
}

/**
 * Records that somebody else opened and migrated: a pool over the same server, for a thread. `destroy` it. `givesWay`: its processes of
 * the server, which must be the embedded one, let others go first.
 */
export function connectRecords(config: pg.PoolConfig, { givesWay = false } = {}): Kysely<Database> {
  const pool = new pg.Pool(config);
  if (givesWay) pool.on('connect', giveWay);
  // An idle connection's end (a restarted server) otherwise stops the process.
  pool.on('error', () => {});
  // camelCase in TypeScript, snake_case in SQL; JSON values keep their keys.
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** `processID`: as the server says when it greets; the package's types do not know of it. */
function giveWay(client: pg.PoolClient): void {
  const { processID } = client as unknown as { processID?: number };
  try {
    if (processID) os.setPriority(processID, os.constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // a process that may not be slowed down is only less polite
  }
}

/** Brings the records to the newest shape; several processes may do so at once (Kysely takes a lock). */
async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({
    // Kysely's own tables are not to be renamed by the plugin.
    db: db.withoutPlugins() as Kysely<unknown>,
    provider: { getMigrations: async () => migrations as Record<string, Migration> },
    // Number ranges belong to rooms (0100 lake, 0200 knowledge …), so a lower number may arrive later.
    allowUnorderedMigrations: true,
  });
  const { error, results } = await migrator.migrateToLatest();
  if (!error) return;
  const failed = results?.find((r) => r.status === 'Error')?.migrationName;
  throw new Error(`数据库升级失败${failed ? ` (${failed})` : ''}：${error instanceof Error ? error.message : String(error)}`);
}
