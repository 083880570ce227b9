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
  /** Everything that was written, newest first: an alarm when it was raised, and again when it ended. */
  last(most: number): Promise<Alarm[]>;
  /** Each alarm once, as it stands: open ones first, then the newest. */
  stand(most: number): Promise<Alarm[]>;
  /** What a process that was killed left open ends now: where the trouble is still there, it is raised again. */
  endLeft(now: Instant): Promise<void>;
}

/** The last word on each alarm: it is named by its kind and when it was raised. */
const standing = (db: Kysely<Database>) =>
  db
    .selectFrom('systemAlarm')
    .distinctOn(['kind', 'raisedAt'])
    .select(['kind', 'raisedAt', 'endedAt', 'detail'])
    .orderBy('kind')
    .orderBy('raisedAt')
    .orderBy('serial', 'desc');

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
  stand: async (most) =>
    (await db
      .selectFrom(standing(db).as('a'))
      .selectAll()
      .orderBy((eb) => eb('endedAt', 'is', null), 'desc')
      .orderBy('raisedAt', 'desc')
      .limit(most)
      .execute()) as Alarm[],
  endLeft: async (now) =>
    void (await db
      .insertInto('systemAlarm')
      .columns(['kind', 'raisedAt', 'endedAt', 'detail'])
      .expression((eb) =>
        eb
          .selectFrom(standing(db).as('a'))
          .select(['kind', 'raisedAt', eb.val(now).as('endedAt'), 'detail'])
          .where('endedAt', 'is', null),
      )
      .execute()),
});
