// Whoever is refused before there is a call to account for (no signature that fits, no JSON, too late, too big) is counted: where from,
// whose key, why. Kept in memory and added to the records every few seconds; a flood of addresses is one row.
import { type Instant, interfaceMessages as say, type TurnedAwayReason } from '@hengjian/domain';
import { type TurnedAway, type TurnedAwayStore, turnedAwayHour } from '@hengjian/store';

/** `error`: as the sender is told; `providerNo`: of the key that said whose message it was, '' otherwise. */
export interface Refused {
  readonly ok: false;
  readonly reason: TurnedAwayReason;
  readonly error: string;
  readonly providerNo: string;
}

/** Those whose sentence says nothing but itself. */
type Plain = Exclude<TurnedAwayReason, 'unknownMessage' | 'staleSignature' | 'otherProvider' | 'tooBig' | 'tooSlow'>;
export const turnAway = (reason: Plain, providerNo = ''): Refused => ({ ok: false, reason, error: say[reason].zh({}), providerNo });

/** A front end or an address speaks for any institution: then nobody is named. */
export const ownerOf = (key: { providerNo: string } | undefined): string =>
  key === undefined || key.providerNo === '*' ? '' : key.providerNo;

export interface TurnedAwayCounts {
  note(address: string, reason: TurnedAwayReason, providerNo?: string): void;
  /** Adds what was counted since to the records; fails silently, the next call tries again. */
  keep(): Promise<void>;
}

/** Addresses, institutions and reasons counted each by themselves within an hour; addresses beyond them together. */
const MOST_ROWS = 500;
const KEPT_SECONDS = 366 * 24 * 3600;

type Counted = TurnedAway & { hour: Instant };

export function turnedAwayCounts(store: TurnedAwayStore, now: () => Instant): TurnedAwayCounts {
  let unwritten = new Map<string, Counted>();
  let [hour, seen] = [0, new Set<string>()];
  const add = (rows: Map<string, Counted>, row: Counted) => {
    const key = JSON.stringify([row.hour, row.address, row.providerNo, row.reason]);
    const before = rows.get(key);
    rows.set(key, before ? { ...before, count: before.count + row.count, lastAt: Math.max(before.lastAt, row.lastAt) } : row);
  };
  let keeping: Promise<void> | undefined;
  async function write(): Promise<void> {
    if (unwritten.size === 0) return;
    const rows = unwritten;
    unwritten = new Map();
    try {
      await store.add([...rows.values()]);
    } catch {
      for (const row of rows.values()) add(unwritten, row);
    }
  }
  return {
    note(sentFrom, reason, providerNo = '') {
      const lastAt = now();
      if (turnedAwayHour(lastAt) !== hour) {
        [hour, seen] = [turnedAwayHour(lastAt), new Set()];
        store.forget(hour - KEPT_SECONDS).catch(() => {});
      }
      const plain = sentFrom.replace(/^::ffff:/, '');
      const known = `${plain} ${providerNo} ${reason}`;
      const each = seen.has(known) || seen.size < MOST_ROWS;
      if (each) seen.add(known);
      const address = each ? plain : '';
      add(unwritten, { hour, address, providerNo, reason, count: 1, lastAt });
    },
    keep() {
      keeping ??= write().finally(() => {
        keeping = undefined;
      });
      return keeping;
    },
  };
}
