// Messages that were refused before they were a call: counted by hour, address and reason, and nothing of what they said.
import type { Instant, TurnedAwayReason } from '@hengjian/domain';
import type { Kysely } from 'kysely';
import type { Database } from '../records/database.ts';

export interface TurnedAway {
  /** Where it came from; '' for all addresses beyond those that are counted each. */
  readonly address: string;
  /** Whose key it was, where a key said so; '' otherwise. */
  readonly providerNo: string;
  readonly reason: TurnedAwayReason;
  readonly count: number;
  readonly lastAt: Instant;
}

export interface TurnedAwayStore {
  /** Adds to what the hour has already. */
  add(rows: readonly (TurnedAway & { hour: Instant })[]): Promise<void>;
  /** By address, institution and reason, from the hour of this moment on; the newest first. */
  since(from: Instant, providerNo?: string): Promise<TurnedAway[]>;
  forget(before: Instant): Promise<void>;
}

export const turnedAwayHour = (at: Instant): Instant => at - (at % 3600);
/** Rows of one answer. */
const MOST = 200;

export const turnedAwayStoreOf = (db: Kysely<Database>): TurnedAwayStore => ({
  async add(rows) {
    if (rows.length === 0) return;
    await db
      .insertInto('turnedAway')
      .values([...rows])
      .onConflict((conflict) =>
        conflict.columns(['hour', 'address', 'providerNo', 'reason']).doUpdateSet((eb) => ({
          count: eb('turnedAway.count', '+', eb.ref('excluded.count')),
          lastAt: eb.fn<number>('greatest', ['turnedAway.lastAt', 'excluded.lastAt']),
        })),
      )
      .execute();
  },
  async since(from, providerNo) {
    const rows = await db
      .selectFrom('turnedAway')
      .select((eb) => ['address', 'providerNo', 'reason', eb.fn.sum<number>('count').as('count'), eb.fn.max('lastAt').as('lastAt')])
      .where('hour', '>=', turnedAwayHour(from))
      .$if(providerNo !== undefined, (query) => query.where('providerNo', '=', providerNo ?? ''))
      .groupBy(['address', 'providerNo', 'reason'])
      .orderBy('lastAt', 'desc')
      .limit(MOST)
      .execute();
    return rows.map((row) => ({ ...row, reason: row.reason as TurnedAwayReason, count: Number(row.count) }));
  },
  forget: async (before) => void (await db.deleteFrom('turnedAway').where('hour', '<', before).execute()),
});
