// Alarms of this process: said at once on the error stream, kept in the records as soon as these can be reached, ended by themselves.
import type { Instant } from '@hengjian/domain';
import type { Alarm, AlarmKind, AlarmStore } from '@hengjian/store';

export interface Alarms {
  /** Says it once, however often it is raised before it ends. */
  raise(kind: AlarmKind, detail: string): void;
  end(kind: AlarmKind): void;
  /** What is in trouble now. */
  open(): readonly Alarm[];
  /** Writes what is not written yet; fails silently, the next call tries again. */
  keep(): Promise<void>;
}

const MOST_UNWRITTEN = 1000;

/** `after`: what must be written before any of them. */
export function alarmsOf(store: Pick<AlarmStore, 'keep'>, now: () => Instant, after: Promise<void> = Promise.resolve()): Alarms {
  const standing = new Map<AlarmKind, Alarm>();
  const unwritten: Alarm[] = [];
  const note = (alarm: Alarm) => {
    unwritten.push(alarm);
    if (unwritten.length > MOST_UNWRITTEN) unwritten.shift();
    keep().catch(() => {});
  };
  let keeping: Promise<void> | undefined;
  async function write(): Promise<void> {
    while (unwritten.length > 0) {
      const some = unwritten.slice(0, 100);
      await store.keep(some);
      unwritten.splice(0, some.length);
    }
  }
  function keep(): Promise<void> {
    keeping ??= after
      .then(write)
      .catch(() => {})
      .finally(() => {
        keeping = undefined;
      });
    return keeping;
  }
  return {
    raise(kind, detail) {
      if (standing.has(kind)) return;
      const alarm = { kind, raisedAt: now(), endedAt: null, detail };
      standing.set(kind, alarm);
      process.stderr.write(`alarm ${kind}: ${detail}\n`);
      note(alarm);
    },
    end(kind) {
      const alarm = standing.get(kind);
      if (!alarm) return;
      standing.delete(kind);
      process.stderr.write(`alarm ${kind} is over\n`);
      note({ ...alarm, endedAt: now() });
    },
    open: () => [...standing.values()],
    keep,
  };
}
