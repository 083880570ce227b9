// The history's SQLite file: one row an encounter, together by person. What it holds can be made again from the lake and the feed.
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';

/**
 * KiB of pages held by whoever listens, and by each thread that reads beside it: the inner pages of a million people are 20 MiB, the rest
 * are people seen lately. The system's own cache of the file may be taken away by other work at any time.
 */
const [CACHE_OF_LISTENER, CACHE_OF_READER] = [262_144, 65_536];

/** Raised by another layout of rows; an older file is made again. */
const LAYOUT = 1;

export interface HistoryRow {
  personNo: string;
  encounterNo: string;
  lastDay: number;
  content: string;
}

/** Encounters of a person, with the last day of each. */
export type PersonRows = readonly (readonly [encounterNo: string, content: string, lastDay: number])[];

export interface HistoryFile {
  /** Rows of the person's encounters that were going on on or after `from`. Throws where a row is not what was written. */
  read(personNo: string, from: number): (readonly [encounterNo: string, content: string])[];
  find(personNo: string, encounterNo: string): string | undefined;
  put(rows: readonly HistoryRow[]): void;
  remember(name: 'feedPosition' | 'lakeVersion', value: number): void;
  recall(name: 'feedPosition' | 'lakeVersion'): number;
  transact(work: () => void): void;
  close(): void;
}

const sum = (personNo: string, encounterNo: string, content: string): number => crc32(`${personNo}\n${encounterNo}\n${content}`);

/** Opens the file for reading beside whoever writes it. Throws where it is none of ours, or is not there. */
export function readHistoryFile(file: string): Pick<HistoryFile, 'read' | 'close'> & {
  /** Whatever is held of the person. Throws where a row is not what was written. */
  person(personNo: string): PersonRows;
} {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    db.exec(`PRAGMA cache_size = -${CACHE_OF_READER}; PRAGMA busy_timeout = 200;`);
    const person = db.prepare('SELECT encounter_no AS no, content, sum FROM encounter WHERE person_no = ? AND last_day >= ?');
    const all = db.prepare('SELECT encounter_no AS no, content, sum, last_day AS day FROM encounter WHERE person_no = ?');
    return {
      read: (personNo, from) => readPerson(person, personNo, from),
      person: (personNo) =>
        all.all(personNo).map((row) => {
          const encounterNo = String(row.no);
          return [encounterNo, whole(personNo, encounterNo, row.content, row.sum), Number(row.day)];
        }),
      close: () => db.close(),
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens or makes the file. Throws on a file that is none of ours. */
export function openHistoryFile(file: string, { fresh = false } = {}): HistoryFile {
  const db = new DatabaseSync(file);
  try {
    // a building is thrown away when it is cut off; the file in use loses at most the last moments, and its position with them
    db.exec(`PRAGMA page_size = 8192; PRAGMA journal_mode = ${fresh ? 'OFF' : 'WAL'}; PRAGMA synchronous = ${fresh ? 'OFF' : 'NORMAL'};
      PRAGMA cache_size = -${CACHE_OF_LISTENER}; PRAGMA busy_timeout = 5000;
      CREATE TABLE IF NOT EXISTS encounter (person_no TEXT NOT NULL, encounter_no TEXT NOT NULL, last_day INTEGER NOT NULL,
        content TEXT NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY (person_no, encounter_no)) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS known (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
      INSERT OR IGNORE INTO known VALUES ('layout', ${LAYOUT});`);
    const layout = db.prepare("SELECT value FROM known WHERE name = 'layout'").get()?.value;
    if (layout !== LAYOUT) throw new Error(`history: layout ${String(layout)}`);
    return fileOf(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

function whole(personNo: string, encounterNo: string, content: unknown, told: unknown): string {
  if (typeof content !== 'string' || sum(personNo, encounterNo, content) !== told) throw new Error('history: a row was changed');
  return content;
}

const readPerson = (person: StatementSync, personNo: string, from: number) =>
  person.all(personNo, from).map((row) => {
    const encounterNo = String(row.no);
    return [encounterNo, whole(personNo, encounterNo, row.content, row.sum)] as const;
  });

function fileOf(db: DatabaseSync): HistoryFile {
  const statement = (sql: string): StatementSync => db.prepare(sql);
  const person = statement('SELECT encounter_no AS no, content, sum FROM encounter WHERE person_no = ? AND last_day >= ?');
  const one = statement('SELECT content, sum FROM encounter WHERE person_no = ? AND encounter_no = ?');
  const put = statement('INSERT OR REPLACE INTO encounter VALUES (?, ?, ?, ?, ?)');
  const remember = statement('INSERT OR REPLACE INTO known VALUES (?, ?)');
  const recall = statement('SELECT value FROM known WHERE name = ?');
  return {
    read: (personNo, from) => readPerson(person, personNo, from),
    find(personNo, encounterNo) {
      const row = one.get(personNo, encounterNo);
      return row && whole(personNo, encounterNo, row.content, row.sum);
    },
    put(rows) {
      for (const { personNo, encounterNo, lastDay, content } of rows)
        put.run(personNo, encounterNo, lastDay, content, sum(personNo, encounterNo, content));
    },
    remember: (name, value) => void remember.run(name, value),
    recall: (name) => Number(recall.get(name)?.value ?? 0),
    transact(work) {
      db.exec('BEGIN IMMEDIATE');
      try {
        work();
        db.exec('COMMIT');
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => db.close(),
  };
}
