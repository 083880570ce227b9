// Accounts of calls: written to their journal before the answer goes out, taken into PostgreSQL behind it. What was answered with a
// reason, and the reminders of the last moments, are kept in memory as well.
import {
  type Answered,
  type AuditStore,
  type CallHead,
  type CallJournal,
  type CallSaid,
  callBody,
  type Feedback,
  keysOf,
} from '@hengjian/store';
import { Latest } from './latest.ts';
import { inTime } from './settings.ts';

export interface CallAccounts extends Pick<AuditStore, 'signIn' | 'signOut'> {
  /** Reads what was answered so far; before the first message. */
  warm(): Promise<void>;
  /** A number for a call: microseconds of the clock, each once. */
  serial(): number;
  /** Resolves when the account stands in the journal (of feedback: on the disk), or waits to be written and that is known: then false. */
  keep(head: CallHead, said: Buffer, message: Buffer, sum?: number): Promise<boolean>;
  /** Reminders that were just given, for an answer that comes at once. */
  gave(rows: readonly Given[]): void;
  /** The account of a message that a thread answered stands in the journal: these reminders were given with it. */
  stands(rows: readonly Given[]): void;
  /** Numbers among them that we never gave; none while nobody can say. */
  unknown(reminderIds: readonly string[]): Promise<string[]>;
  /** Orders of an encounter that were answered with a reason, by rule and lineage: they are not reminded of again. */
  answered(encounterNo: string): ReadonlySet<string>;
  /** All that was answered with a reason, as far as it is remembered. */
  allAnswered(): readonly Answered[];
  /** Resolves when everything that was kept is in PostgreSQL; throws where that cannot be reached. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Takes the journal into PostgreSQL: in this thread or in another. */
export interface CallFollower {
  /** There is something new. */
  soon(): void;
  /** Everything that stands in the journal now. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Encounters whose answers are remembered; the oldest go first. */
const MOST_ENCOUNTERS = 200_000;
/** Reminders that are remembered until the records have them. */
const MOST_GIVEN = 50_000;
const PATIENCE_MS = 2000;

/** Numbers of calls are microseconds of the clock, each once: they grow, and need no database. */
function numbers(): () => number {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Date.now() * 1000);
    return last;
  };
}

export interface AccountsOptions {
  readonly store: AuditStore;
  readonly journal: CallJournal;
  readonly follower: CallFollower;
  /** Told of every encounter that was answered with a reason. */
  onAnswered?(answered: readonly Answered[]): void;
}

export function callAccounts({ store, journal, follower, onAnswered }: AccountsOptions): CallAccounts {
  const answered = new Latest<Set<string>>(MOST_ENCOUNTERS);
  const given = new Latest<Answered>(MOST_GIVEN);
  const remember = ({ encounterNo, keys }: Answered) => {
    const known = answered.get(encounterNo) ?? new Set();
    for (const key of keys) known.add(key);
    answered.set(encounterNo, known);
  };
  /** Of reminders that are not remembered any more, what the records say of them. */
  const look = async (ids: readonly string[]): Promise<ReadonlyMap<string, Answered> | undefined> =>
    ids.length === 0 ? new Map() : inTime(store.remindersOf(ids), performance.now() + PATIENCE_MS).catch(() => undefined);
  const none: ReadonlySet<string> = new Set();
  const gave = (rows: readonly Given[]): void => {
    for (const [reminderId, encounterNo, keys] of rows) given.set(reminderId, { encounterNo, keys });
  };
  const heard = async (feedback: readonly Feedback[]): Promise<void> => {
    const said = feedback.filter(({ disposition, reason }) => disposition === '1' && reason !== null).map(({ reminderId }) => reminderId);
    const older = await look(said.filter((id) => !given.has(id)));
    const about = said.flatMap((id) => given.get(id) ?? older?.get(id) ?? []);
    for (const one of about) remember(one);
    if (about.length > 0) onAnswered?.(about);
  };
  return {
    signIn: store.signIn,
    signOut: store.signOut,
    async warm() {
      // what a killed process had not taken into the records yet
      await follower.flush();
      const all = await store.allAnswered();
      for (const one of all) remember(one);
      onAnswered?.(all);
    },
    serial: numbers(),
    async keep(head, said, message, sum) {
      const written = await journal.append(head.serial, callBody(head, said, message, sum), head.feedback !== undefined);
      if (head.feedback && head.outcome === 'answered') await heard(head.feedback);
      follower.soon();
      return written;
    },
    gave,
    stands(rows) {
      gave(rows);
      follower.soon();
    },
    async unknown(reminderIds) {
      const asked = reminderIds.filter((id) => !given.has(id));
      const older = await look(asked);
      return older ? asked.filter((id) => !older.has(id)) : [];
    },
    answered: (encounterNo) => answered.get(encounterNo) ?? none,
    allAnswered: () => [...answered].map(([encounterNo, keys]) => ({ encounterNo, keys: [...keys] })),
    flush: () => follower.flush(),
    async close() {
      await journal.close();
      await follower.flush().catch(() => {});
      await follower.close();
    },
  };
}

/** A reminder that was given, its encounter, and under which keys it is not said again. */
export type Given = readonly [reminderId: string, encounterNo: string, keys: readonly string[]];

export const givenOf = (said: CallSaid | undefined): Given[] =>
  (said?.given ?? []).map((row) => [row.reminderId, row.encounterNo ?? '', keysOf(row)]);

export const saidBytes = (said: CallSaid | undefined): Buffer => Buffer.from(said ? JSON.stringify(said) : 'null');
