// The follower of the calls' journal, in this thread.
import { type FollowedCalls, followCalls, packCalls } from '@hengjian/store';
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
