// Trouble of the system itself, kept for the operator: what, since when, until when.
import type { Instant } from '@hengjian/domain';
import type { Kysely } from 'kysely';
import type { Database } from '../records/database.ts';

/** history: damaged or being made again; records: PostgreSQL away; store: a disk full; knowledge: editions or knowledge unreadable;
 * journal: acknowledged messages that can no longer be read, or none can be written; calls: accounts cannot be written. */
export type AlarmKind = 'history' | 'records' | 'store' | 'knowledge' | 'overload' | 'journal' | 'calls';

export interface Alarm {
  readonly kind: AlarmKind;
  readonly raisedAt: Instant;
  readonly endedAt: Instant | null;
  /** In words; nothing of a message's content. */
  readonly detail: string;
}

export interface AlarmStore {
  keep(alarms: readonly Alarm[]): Promise<void>;
  /** Newest first. */
  last(most: number): Promise<Alarm[]>;
}

export const alarmStoreOf = (db: Kysely<Database>): AlarmStore => ({
  async keep(alarms) {
    if (alarms.length > 0)
      await db
        .insertInto('systemAlarm')
        .values([...alarms])
        .execute();
  },
  last: async (most) =>
    (await db
      .selectFrom('systemAlarm')
      .select(['kind', 'raisedAt', 'endedAt', 'detail'])
      .orderBy('serial', 'desc')
      .limit(most)
      .execute()) as Alarm[],
});
