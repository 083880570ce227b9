// The history of people on node:sqlite under the home. Filled from the lake where it is absent, old or damaged, without anybody's help.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import {
  type EncounterState,
  type History,
  type HistoryEntry,
  type HistoryState,
  historyTables,
  lastDayOf,
  newState,
  takeIn,
} from '@hengjian/workflows';
import { isDiskFull } from '../disk-full.ts';
import type { Lake, LakeSnapshot } from '../lake/lake.ts';
import { type HistoryFile, type HistoryRow, openHistoryFile } from './history-file.ts';
import { lakeEncounters } from './lake-encounters.ts';

export interface HistoryOptions {
  /** Days before the lake's last day that are kept. */
  keepDays?: number;
  /** Told when the file was found damaged, and again when it is whole. */
  onState?(state: HistoryState, error?: unknown): void;
  /** Told of every file that is put in place of another: whoever reads it beside us opens it again. */
  onFile?(): void;
  /** Told when entries could not be taken for want of room. */
  onFull?(error: unknown): void;
  /** Told when they are taken again. */
  onRoom?(): void;
}

export interface OpenHistory extends History {
  /** Takes in what the lake has that the history has not; makes the whole anew where it must. One at a time; later calls join. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

/** Two years and a quarter: the longest a rule looks back, and the year that a year's limit counts. */
const KEEP_DAYS = 820;
/** Rows written between two looks at what else waits. */
const PIECE = 200;
const breathe = () => new Promise((resolve) => setImmediate(resolve));

/** SQLITE_FULL. */
const sqliteFull = (error: unknown): boolean => (error as { errcode?: number } | null)?.errcode === 13;

export const historyPath = (home: string): string => path.join(home, 'history', 'history.sqlite');

const rowOf = (personNo: string, encounterNo: string, state: EncounterState): HistoryRow => ({
  personNo,
  encounterNo,
  lastDay: lastDayOf(state),
  content: JSON.stringify(state),
});

/** Opens the history of a home. Without a whole file the state is `damaged` until `catchUp` has made it. */
export function openHistory(home: string, lake: Lake, options: HistoryOptions = {}): OpenHistory {
  const folder = path.join(home, 'history');
  const file = historyPath(home);
  mkdirSync(folder, { recursive: true });
  let held: HistoryFile | undefined;
  let state: HistoryState = 'damaged';
  let working: Promise<void> | undefined;
  let [closed, full] = [false, false];
  const become = (next: HistoryState, error?: unknown) => {
    if (state === next) return;
    state = next;
    options.onState?.(next, error);
  };
  const drop = (error: unknown) => {
    become('damaged', error);
    try {
      held?.close();
    } catch {
      // it is lost anyway
    }
    held = undefined;
    remove(file);
    catchUp().catch(() => {});
  };
  /** What a broken file must not do is stop a message. */
  const safely = <T>(work: (file: HistoryFile) => T): T | undefined => {
    if (!held || state !== 'ready') return undefined;
    try {
      return work(held);
    } catch (error) {
      // a full disk breaks nothing: it reads on, and takes entries again when there is room
      if (isDiskFull(error) || sqliteFull(error)) {
        full = true;
        options.onFull?.(error);
      } else drop(error);
      return undefined;
    }
  };

  async function follow(): Promise<void> {
    const snapshot = await lake.snapshot();
    const since = held?.recall('lakeVersion') ?? 0;
    if (held && since === snapshot.version) return;
    const changed = held && since > 0 ? snapshot.changedSince(since) : null;
    if (held && changed) return takeChanges(held, snapshot, changed);
    if (snapshot.version === 0 && held) return;
    // an older file goes on answering while the new one is made
    if (!held) become('rebuilding');
    const building = `${file}.building`;
    remove(building);
    const made = openHistoryFile(building, { fresh: true });
    try {
      await fill(made, snapshot);
    } finally {
      made.close();
    }
    if (closed) return;
    held?.close();
    held = undefined;
    remove(file);
    renameSync(building, file);
    held = openHistoryFile(file);
    become('ready');
    options.onFile?.();
  }

  async function fill(made: HistoryFile, snapshot: LakeSnapshot): Promise<void> {
    const last = snapshot.range()?.toDay;
    if (last !== undefined) {
      const duck = await snapshot.connect({ threads: 1, memoryLimitMb: 600 });
      try {
        for await (const rows of lakeEncounters(snapshot, duck, last - (options.keepDays ?? KEEP_DAYS)))
          for (let at = 0; at < rows.length && !closed; at += PIECE) {
            made.transact(() => made.put(rows.slice(at, at + PIECE)));
            await breathe();
          }
      } finally {
        duck.close();
      }
    }
    made.remember('lakeVersion', snapshot.version);
  }

  /** What the lake says of an encounter counts; what the feed told beyond it (charges that no import brought yet) stays. */
  async function takeChanges(into: HistoryFile, snapshot: LakeSnapshot, changed: readonly string[]): Promise<void> {
    if (changed.length > 0) {
      const duck = await snapshot.connect({ threads: 1, memoryLimitMb: 600 });
      try {
        for await (const rows of lakeEncounters(snapshot, duck, 0, changed))
          for (let at = 0; at < rows.length && !closed; at += PIECE) {
            into.transact(() => into.put(rows.slice(at, at + PIECE).map((row) => merged(into, row))));
            await breathe();
          }
      } finally {
        duck.close();
      }
    }
    if (!closed) into.remember('lakeVersion', snapshot.version);
  }

  function catchUp(): Promise<void> {
    if (closed) return Promise.resolve();
    working ??= follow()
      .catch((error) => {
        if (held && state === 'ready') drop(error);
        else become('damaged', error);
        throw error;
      })
      .finally(() => {
        working = undefined;
      });
    return working;
  }

  if (existsSync(file))
    try {
      held = openHistoryFile(file);
      state = 'ready';
    } catch (error) {
      options.onState?.('damaged', error);
      remove(file);
    }

  return {
    state: () => state,
    catchUp,
    position: () => safely((f) => f.recall('feedPosition')) ?? 0,
    append(entries, position) {
      const done = safely((f) => {
        f.transact(() => {
          f.put(folded(f, entries));
          if (position !== undefined) f.remember('feedPosition', position);
        });
        return true;
      });
      if (done && full) {
        full = false;
        options.onRoom?.();
      }
      return done ?? false;
    },
    read(personNo, from) {
      const contents = safely((f) => f.read(personNo, from));
      return contents && historyTables(personNo, contents);
    },
    contents: (personNo, from) => safely((f) => f.read(personNo, from)),
    async close() {
      closed = true;
      await working?.catch(() => {});
      held?.close();
      held = undefined;
    },
  };
}

const remove = (file: string) => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true });
};

/** The encounters that these entries speak of, as they are afterwards. */
function folded(file: HistoryFile, entries: readonly HistoryEntry[]): HistoryRow[] {
  const states = new Map<string, { personNo: string; encounterNo: string; state: EncounterState }>();
  for (const entry of entries) {
    const { personNo, encounterNo } = entry;
    const key = JSON.stringify([personNo, encounterNo]);
    let one = states.get(key);
    if (!one) {
      const known = file.find(personNo, encounterNo);
      one = { personNo, encounterNo, state: known === undefined ? newState() : (JSON.parse(known) as EncounterState) };
      states.set(key, one);
    }
    takeIn(one.state, entry);
  }
  return [...states.values()].map(({ personNo, encounterNo, state }) => rowOf(personNo, encounterNo, state));
}

function merged(file: HistoryFile, row: HistoryRow): HistoryRow {
  const known = file.find(row.personNo, row.encounterNo);
  if (known === undefined) return row;
  const [fresh, old] = [JSON.parse(row.content) as EncounterState, JSON.parse(known) as EncounterState];
  fresh.r = [...new Set([...fresh.r, ...old.r])];
  const settlements = new Set(fresh.s.map(([no]) => no));
  const standing = new Set(fresh.l.flatMap(([no, , settlement]) => (fresh.r.includes(settlement as string) ? [] : [no])));
  const beyond = ([no = null, , settlement = null]: EncounterState['l'][number]) =>
    settlement === null ? !standing.has(no) : !settlements.has(settlement);
  fresh.l.push(...old.l.filter(beyond));
  fresh.s.push(...old.s.filter(([no]) => !settlements.has(no ?? null)));
  fresh.w = old.w?.filter(beyond);
  return rowOf(row.personNo, row.encounterNo, fresh);
}
