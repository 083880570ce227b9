// Keys are looked up by every message: each answer is kept for a second, and longer while the records cannot be reached.
import type { KeyStore } from '@hengjian/store';
import { inTime } from './settings.ts';

const FRESH_MS = 1000;
/** A key that was ended while the records are away goes on for so long at most. */
const STALE_MS = 10 * 60_000;
const PATIENCE_MS = 50;
const MOST = 20_000;

function remembered<A extends unknown[], T>(ask: (...args: A) => Promise<T>) {
  const known = new Map<string, { value: T; at: number; asking?: Promise<T> | undefined; askedAt: number }>();
  const forget = () => known.clear();
  const look = async (key: string, args: A): Promise<T> => {
    const value = await ask(...args);
    if (known.size >= MOST) forget(); // whoever makes up keys gains nothing by it
    known.set(key, { value, at: performance.now(), askedAt: 0 });
    return value;
  };
  const find = async (...args: A): Promise<T> => {
    const key = args.length === 1 ? String(args[0]) : JSON.stringify(args);
    const one = known.get(key);
    if (!one) return look(key, args);
    const age = performance.now() - one.at;
    if (age < FRESH_MS) return one.value;
    if (!one.asking) {
      one.askedAt = performance.now();
      one.asking = look(key, args).finally(() => {
        one.asking = undefined;
      });
    }
    try {
      // records that hang must not hang a message: what was known before goes on meanwhile
      const fresh = await inTime(
        one.asking.then((value) => ({ value })),
        one.askedAt + PATIENCE_MS,
      );
      if (fresh) return fresh.value;
    } catch (error) {
      if (age >= STALE_MS) throw error;
    }
    if (age >= STALE_MS) return one.asking;
    return one.value;
  };
  return { find, forget };
}

/** The same store; a change made through it is seen at once, one made elsewhere within the second. */
export function rememberedKeys(keys: KeyStore): KeyStore {
  const [find, ofProvider, trusted, switchOf] = [
    remembered(keys.find),
    remembered(keys.ofProvider),
    remembered(keys.isTrusted),
    remembered(keys.switchOf),
  ];
  const changing =
    <A extends unknown[], T>(change: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      const done = await change(...args);
      for (const one of [find, ofProvider, trusted, switchOf]) one.forget();
      return done;
    };
  return {
    ...keys,
    find: find.find,
    ofProvider: ofProvider.find,
    isTrusted: trusted.find,
    switchOf: switchOf.find,
    setSwitch: changing(keys.setSwitch),
    add: changing(keys.add),
    end: changing(keys.end),
    trust: changing(keys.trust),
    endTrust: changing(keys.endTrust),
  };
}
