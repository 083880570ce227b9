// The follower of the calls' journal: in this thread, or in one of its own.
import { Worker } from 'node:worker_threads';
import { type FollowedCalls, followCalls, type Home, packCalls, pruneCalls } from '@hengjian/store';
import { wallClock } from '../wall-clock.ts';
import type { CallFollower } from './call-accounts.ts';

type Db = Parameters<typeof followCalls>[0];

export interface FollowerTold {
  onTrouble(error: unknown): void;
  onRecovery(): void;
  onDamage(damage: FollowedCalls['damages'][number]): void;
}

const SOON_MS = 25;
const AGAIN_MS = 1000;
const PACK_EVERY_MS = 10 * 60_000;

/** `rest` is awaited between two groups. */
export function callFollower(db: Db, home: string, told: FollowerTold, rest?: () => Promise<void>): CallFollower {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let [closed, troubled, packedAt] = [false, false, Date.now()];
  const work = async (): Promise<void> => {
    const { damages } = await followCalls(db, home, rest);
    for (const damage of damages) told.onDamage(damage);
    if (troubled) told.onRecovery();
    troubled = false;
    if (Date.now() - packedAt < PACK_EVERY_MS) return;
    packedAt = Date.now();
    await packCalls(db, home);
    await pruneCalls(db, home, wallClock());
  };
  const flush = async (): Promise<void> => {
    // what was begun before may have passed by what is new
    if (working) await working.catch(() => {});
    working ??= work().finally(() => {
      working = undefined;
    });
    return working;
  };
  const later = (ms: number) => {
    if (closed) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      flush().catch((error) => {
        if (!troubled) told.onTrouble(error);
        troubled = true;
        later(AGAIN_MS);
      });
    }, ms);
    timer.unref();
  };
  return {
    soon: () => later(troubled ? AGAIN_MS : SOON_MS),
    flush,
    async close() {
      closed = true;
      clearTimeout(timer);
      await working?.catch(() => {});
    },
  };
}

type FromFollower =
  | { trouble: string }
  | { recovery: true }
  | { damage: FollowedCalls['damages'][number] }
  | { flushed: number; error?: string };

/** How soon a follower in a thread is told of the first call after a pause, and how often of the others: many at once cost less. */
const TELL_FIRST_MS = 100;
const TELL_EVERY_MS = 1000;

/** The same in a thread of its own, which begins with the first call. */
export function followerThread(
  { connection, folder, postmaster }: Pick<Home, 'connection' | 'folder' | 'postmaster'>,
  told: FollowerTold,
): CallFollower {
  let worker: Worker | undefined;
  let [serial, closed, toldAt] = [0, false, 0];
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  const begin = (): Worker => {
    const made = new Worker(new URL('./follower-thread.ts', import.meta.url), {
      workerData: { connection, folder, postmaster },
    });
    const lost = (error: Error) => {
      if (worker !== made) return;
      worker = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
      if (!closed) told.onTrouble(error);
    };
    made.on('message', (said: FromFollower) => {
      if ('trouble' in said) told.onTrouble(new Error(said.trouble));
      else if ('recovery' in said) told.onRecovery();
      else if ('damage' in said) told.onDamage(said.damage);
      else {
        const one = waiting.get(said.flushed);
        waiting.delete(said.flushed);
        if (said.error === undefined) one?.resolve();
        else one?.reject(new Error(said.error));
      }
    });
    made.on('error', lost);
    made.on('exit', () => lost(new Error('the follower of calls ended')));
    made.unref();
    worker = made;
    return made;
  };
  return {
    soon() {
      if (closed) return;
      if (timer) return;
      const busy = performance.now() - toldAt < 2 * TELL_EVERY_MS;
      timer = setTimeout(
        () => {
          timer = undefined;
          toldAt = performance.now();
          (worker ?? begin()).postMessage({ soon: true });
        },
        busy ? TELL_EVERY_MS : TELL_FIRST_MS,
      );
      timer.unref();
    },
    flush() {
      serial += 1;
      const id = serial;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        (worker ?? begin()).postMessage({ flush: id });
      });
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      if (!worker) return;
      const gone = new Promise((resolve) => worker?.once('exit', resolve));
      worker.postMessage({ end: true });
      const late = setTimeout(() => worker?.terminate(), AGAIN_MS * 3);
      await gone;
      clearTimeout(late);
    },
  };
}
