/**
 * Where each record of the journal stands, and under which key it came. Derived from the segments: where it is missing or damaged it
 * is made again. Its lock is the journal's: one process writes, and a killed one lets go.
 */
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

export interface Place {
  readonly serial: number;
  /** Serial of the first record of its segment file. */
  readonly segment: number;
  readonly at: number;
  readonly size: number;
}

/** Serials that a segment should hold and does not. */
export interface Damage {
  readonly fromSerial: number;
  readonly toSerial: number;
  readonly segment: number;
  readonly at: number;
  readonly bytes: number;
}

export interface JournalIndex {
  add(rows: readonly (Place & { key: string | null })[]): void;
  addDamage(damage: Damage): void;
  find(key: string): Place | undefined;
  place(serial: number): Place | undefined;
  last(): Place | undefined;
  damages(): Damage[];
  close(): void;
}

const TABLES = `
  create table if not exists place (serial integer primary key, segment integer not null, at integer not null, size integer not null);
  create table if not exists message_key (key text primary key, serial integer not null) without rowid;
  create table if not exists damage (from_serial integer primary key, to_serial integer not null, segment integer not null,
    at integer not null, bytes integer not null);`;

/** Throws `JournalBusy` where another process has it. */
export function openIndex(file: string): JournalIndex {
  try {
    return open(file);
  } catch (error) {
    if (isBusy(error)) throw new JournalBusy();
    // a damaged index says nothing that the segments do not say
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
    return open(file);
  }
}

export class JournalBusy extends Error {
  constructor() {
    super('another process writes the journal');
  }
}

const isBusy = (error: unknown): boolean => error instanceof Error && /database is locked|SQLITE_BUSY/i.test(error.message);

function open(file: string): JournalIndex {
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    db.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = normal;');
    db.exec(`begin immediate; ${TABLES} commit;`);
    const check = db.prepare('pragma quick_check(1)').get() as { quick_check?: string } | undefined;
    if (check?.quick_check !== 'ok') throw new Error('the index of the journal is damaged');
  } catch (error) {
    db.close();
    throw error;
  }
  const insertPlace = db.prepare('insert or ignore into place (serial, segment, at, size) values (?, ?, ?, ?)');
  const insertKey = db.prepare('insert or replace into message_key (key, serial) values (?, ?)');
  const insertDamage = db.prepare('insert or ignore into damage (from_serial, to_serial, segment, at, bytes) values (?, ?, ?, ?, ?)');
  const byKey = db.prepare('select p.serial, p.segment, p.at, p.size from message_key k join place p using (serial) where k.key = ?');
  const bySerial = db.prepare('select serial, segment, at, size from place where serial = ?');
  const newest = db.prepare('select serial, segment, at, size from place order by serial desc limit 1');
  const damaged = db.prepare('select from_serial as fromSerial, to_serial as toSerial, segment, at, bytes from damage order by 1');
  return {
    add(rows) {
      db.exec('begin');
      try {
        for (const { serial, segment, at, size, key } of rows) {
          insertPlace.run(serial, segment, at, size);
          if (key !== null) insertKey.run(key, serial);
        }
        db.exec('commit');
      } catch (error) {
        db.exec('rollback');
        throw error;
      }
    },
    addDamage: (d) => void insertDamage.run(d.fromSerial, d.toSerial, d.segment, d.at, d.bytes),
    find: (key) => byKey.get(key) as Place | undefined,
    place: (serial) => bySerial.get(serial) as Place | undefined,
    last: () => newest.get() as Place | undefined,
    damages: () => damaged.all() as unknown as Damage[],
    close: () => db.close(),
  };
}
