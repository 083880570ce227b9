// Accounts of calls, written in groups: an answer waits for no database. What was answered with a reason is kept in memory as well.

import type { AuditStore, FinishedCall, GivenReminder, InterfaceCall } from '@hengjian/store';

export interface GroupedStore extends AuditStore {
  /** Reads what was answered so far; before the first message. */
  warm(): Promise<void>;
  /** Writes what waits. Throws where the records cannot be reached; nothing is lost then. */
  flush(): Promise<void>;
  /** Calls that wait to be written. */
  waiting(): number;
  close(): Promise<void>;
}

export interface GroupOptions {
  /** Milliseconds between two groups. */
  every?: number;
  /** Calls kept while the records cannot be reached; beyond it the oldest go. */
  most?: number;
  onTrouble?(error: unknown, lost: number): void;
  onRecovery?(): void;
}

const EVERY_MS = 25;
const MOST_WAITING = 50_000;
const MOST_IN_GROUP = 500;
const AFTER_TROUBLE_MS = 1000;
/** Encounters whose answers are remembered; the oldest go first. */
const MOST_ENCOUNTERS = 200_000;

/** Numbers of calls are microseconds of the clock, each once: they grow, and need no database. */
function numbers(): () => number {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Date.now() * 1000);
    return last;
  };
}

export function groupedStore(store: AuditStore, options: GroupOptions = {}): GroupedStore {
  const next = numbers();
  const open = new Map<number, InterfaceCall & { scene: string | null; given: readonly GivenReminder[] }>();
  const waiting: FinishedCall[] = [];
  const answered = new Map<string, Set<string>>();
  /** Reminders of groups that are not written yet, for an answer that comes at once. */
  const remember = (encounterNo: string, keys: readonly string[]) => {
    const known = answered.get(encounterNo) ?? new Set();
    for (const key of keys) known.add(key);
    answered.delete(encounterNo);
    answered.set(encounterNo, known);
    if (answered.size > MOST_ENCOUNTERS) for (const oldest of answered.keys()) return void answered.delete(oldest);
  };
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;
  let troubled = false;
  const later = (ms: number) => {
    timer ??= setTimeout(() => {
      timer = undefined;
      flush().catch(() => {});
    }, ms);
    timer.unref();
  };
  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.slice(0, MOST_IN_GROUP);
      try {
        await store.keepCalls(group);
      } catch (error) {
        const lost = Math.max(0, waiting.length - (options.most ?? MOST_WAITING));
        waiting.splice(0, lost);
        if (!troubled || lost > 0) options.onTrouble?.(error, lost);
        troubled = true;
        later(AFTER_TROUBLE_MS);
        throw error;
      }
      waiting.splice(0, group.length);
      if (troubled) options.onRecovery?.();
      troubled = false;
    }
  }
  function flush(): Promise<void> {
    writing ??= write().finally(() => {
      writing = undefined;
    });
    return writing;
  }
  return {
    ...store,
    async warm() {
      for (const { encounterNo, keys } of await store.allAnswered()) remember(encounterNo, keys);
    },
    flush,
    waiting: () => waiting.length,
    async begin(call) {
      const serial = next();
      open.set(serial, { ...call, scene: null, given: [] });
      return serial;
    },
    async keepReminders(serial, scene, given) {
      const call = open.get(serial);
      if (call) open.set(serial, { ...call, scene, given });
    },
    async end(serial, outcome, milliseconds, reminders, undecided = null) {
      const call = open.get(serial);
      if (!call) return;
      open.delete(serial);
      waiting.push({ ...call, serial, outcome, milliseconds, reminders, undecided });
      if (!troubled) later(options.every ?? EVERY_MS);
    },
    async keepFeedback(serial, feedback) {
      // the call itself is accounted for before what it says, and the reminders that it speaks of may be of this moment
      const call = open.get(serial);
      if (call) waiting.push({ ...call, serial, outcome: null, milliseconds: null, reminders: null, undecided: null });
      await flush();
      await flush();
      const unknown = await store.keepFeedback(serial, feedback);
      if (unknown.length === 0)
        for (const { encounterNo, keys } of await store.answeredBy(feedback.map(({ reminderId }) => reminderId)))
          remember(encounterNo, keys);
      return unknown;
    },
    answered: async (encounterNo) => answered.get(encounterNo) ?? new Set<string>(),
    async close() {
      if (timer) clearTimeout(timer);
      await flush().catch(() => {});
    },
  };
}
