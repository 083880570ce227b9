// A home: the records (PostgreSQL) and the claims lake (Parquet), opened together.
import { mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { type Lake, openLakeIn } from './lake/lake.ts';
import type { Database } from './records/database.ts';
import { type OpenedRecords, openDatabase } from './records/open.ts';
import { announceServer, findServer, type ServerAddress } from './records/serving.ts';
import { takeWriterLock, type WriterLock } from './records/writer-lock.ts';

export interface Home {
  /** Absolute path. */
  folder: string;
  db: Kysely<Database>;
  /** For threads of this process (`connectRecords`). */
  connection: OpenedRecords['connection'];
  lake: Lake;
  /** One writer per home; readers need no lock and never wait. */
  takeWriterLock(purpose: string): Promise<WriterLock>;
  /** Says that this process serves the home; undefined where another does. Call the answer before closing. */
  announceServer(address: ServerAddress): Promise<(() => Promise<void>) | undefined>;
  /** Another process on this machine that serves the home: what must be written is handed to it. */
  findServer(): Promise<ServerAddress | undefined>;
  /** Process number of the embedded PostgreSQL; none with DATABASE_URL. */
  postmaster?: number;
  close(): Promise<void>;
}

/** Opens (and creates) a home. Close it, or the process does not end. */
export async function openHome(home: string): Promise<Home> {
  mkdirSync(home, { recursive: true });
  const folder = realpathSync(home);
  const records = await openDatabase(folder);
  return {
    folder,
    db: records.db,
    connection: records.connection,
    lake: openLakeIn(path.join(folder, 'lake'), records.db),
    takeWriterLock: (purpose) => takeWriterLock(records, purpose),
    announceServer: (address) => announceServer(records, address),
    findServer: () => findServer(records),
    ...(records.postmaster !== undefined && { postmaster: records.postmaster }),
    close: records.close,
  };
}
