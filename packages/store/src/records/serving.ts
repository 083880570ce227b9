// Which server serves a home. A row says where; the advisory lock of its connection says that it lives, so a killed server is gone.
import os from 'node:os';
import { sql } from 'kysely';
import type { OpenedRecords } from './open.ts';

/** Any number of our own, another than the writer lock's. */
const LOCK = 4_865_111;

export interface ServerAddress {
  url: string;
  /** Who can read the records may hand work to the server: it asks for this word. */
  token: string;
}

/** Says that a server serves this home; undefined where another one does already. Call the answer when it ends. */
export async function announceServer(records: OpenedRecords, { url, token }: ServerAddress): Promise<(() => Promise<void>) | undefined> {
  const client = await records.connect(`hengjian-server|${process.pid}`);
  const { rows } = await client.query<{ taken: boolean; backend: number }>(
    'select pg_try_advisory_lock($1) as taken, pg_backend_pid() as backend',
    [LOCK],
  );
  const { taken, backend } = rows[0] as { taken: boolean; backend: number };
  if (!taken) {
    await client.end();
    return undefined;
  }
  await records.db.deleteFrom('serving').execute();
  await records.db
    .insertInto('serving')
    .values({ backendId: backend, processId: process.pid, machine: os.hostname(), url, token })
    .execute();
  return async () => {
    await records.db.deleteFrom('serving').where('backendId', '=', backend).execute();
    await client.end();
  };
}

/** The server that serves this home from this machine, where one lives and is another process. */
export async function findServer(records: OpenedRecords): Promise<ServerAddress | undefined> {
  const row = await records.db
    .selectFrom('serving')
    .selectAll()
    .where('machine', '=', os.hostname())
    .where('processId', '!=', process.pid)
    .where(
      sql<boolean>`exists (select 1 from pg_locks l where l.locktype = 'advisory' and l.granted and l.pid = serving.backend_id and l.objid = ${sql.lit(LOCK)})`,
    )
    .executeTakeFirst();
  return row && { url: row.url, token: row.token };
}
