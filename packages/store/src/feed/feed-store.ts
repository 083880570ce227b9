// The feed in PostgreSQL: which messages came, what they are about, how far each follower has read. Position and effect are one transaction.
import { type Day, type Instant, parseDay } from '@hengjian/domain';
import { eventsOf, type FeedEvent, type FeedMessage, subjectsOf } from '@hengjian/workflows';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../records/database.ts';
import { messageOf } from './feed-record.ts';
import type { MessageJournal } from './message-journal.ts';

export interface ReceivedRow {
  readonly providerNo: string;
  readonly day: Day;
  readonly infno: string;
  readonly messages: number;
}
export interface WaitingRow {
  readonly encounterNo: string;
  readonly providerNo: string | null;
  readonly waitingLines: number;
  readonly waitingFen: number;
  readonly problems: readonly string[];
}
export interface DamageRow {
  readonly serial: number;
  readonly segment: string;
  readonly place: number;
  readonly foundAt: Instant;
}

export interface FeedStore {
  /** Takes what the journal has and PostgreSQL has not; answers how far it came. */
  follow(journal: Pick<MessageJournal, 'read' | 'durable'>, now: Instant): Promise<number>;
  position(follower: 'records' | 'lake'): Promise<number>;
  /** Messages per institution, day and transaction; `from` and `to` are days, both included. */
  received(period: { from?: Day; to?: Day; providerNo?: string }): Promise<ReceivedRow[]>;
  waiting(): Promise<WaitingRow[]>;
  damages(): Promise<DamageRow[]>;
}

/** Records of one transaction. */
const BATCH = 500;

export const positionOf = async (db: Kysely<Database>, follower: string): Promise<number> => {
  const row = await db.selectFrom('feedPosition').select('serial').where('follower', '=', follower).executeTakeFirst();
  return Number(row?.serial ?? 0);
};
export const moveTo = async (db: Kysely<Database>, follower: string, serial: number): Promise<void> =>
  void (await db
    .insertInto('feedPosition')
    .values({ follower, serial: String(serial) })
    .onConflict((conflict) => conflict.column('follower').doUpdateSet({ serial: String(serial) }))
    .execute());

export const feedStoreOf = (db: Kysely<Database>): FeedStore => ({
  async follow(journal, now) {
    for (;;) {
      const more = await db.transaction().execute(async (tx) => {
        // one follower at a time, whoever runs it
        await sql`select pg_advisory_xact_lock(4865112)`.execute(tx);
        return takeBatch(tx, journal, now);
      });
      if (more.taken < BATCH) return more.position;
    }
  },
  position: (follower) => positionOf(db, follower),
  async received({ from, to, providerNo }) {
    const day = sql<number>`floor(received_at / 86400)::int`;
    let query = db
      .selectFrom('feedMessage')
      .select(['providerNo', day.as('day'), 'infno', sql<number>`count(*)::int`.as('messages')])
      .groupBy(['providerNo', day, 'infno'])
      .orderBy(day)
      .orderBy('providerNo')
      .orderBy('infno');
    if (from !== undefined) query = query.where('receivedAt', '>=', from * 86_400);
    if (to !== undefined) query = query.where('receivedAt', '<', (to + 1) * 86_400);
    if (providerNo !== undefined) query = query.where('providerNo', '=', providerNo);
    return query.execute();
  },
  async waiting() {
    const rows = await db.selectFrom('feedOpen').selectAll().orderBy('encounterNo').execute();
    return rows.map((row) => ({ ...row, waitingFen: Number(row.waitingFen) }));
  },
  async damages() {
    const rows = await db.selectFrom('feedDamage').selectAll().orderBy('serial').execute();
    return rows.map((row) => ({ ...row, serial: Number(row.serial), place: Number(row.place) }));
  },
});

async function takeBatch(tx: Transaction<Database>, journal: Pick<MessageJournal, 'read' | 'durable'>, now: Instant) {
  const position = await positionOf(tx, 'records');
  const last = Math.min(position + BATCH, journal.durable());
  const messages: FeedMessage[] = [];
  for (let serial = position + 1; serial <= last; serial += 1) {
    const entry = await journal.read(serial);
    if (!entry) throw new Error(`the journal has no record ${serial}`);
    if ('body' in entry) messages.push(messageOf(serial, entry.body));
    else await keepDamage(tx, serial, entry.damage, now);
  }
  await keepMessages(tx, messages);
  for (const message of messages) await takeEffects(tx, message, eventsOf(message));
  if (last > position) await moveTo(tx, 'records', last);
  return { taken: last - position, position: last };
}

/** An alarm, once. */
export const keepDamage = async (tx: Kysely<Database>, serial: number, { segment, at }: { segment: string; at: number }, now: Instant) =>
  void (await tx
    .insertInto('feedDamage')
    .values({ serial: String(serial), segment, place: String(at), foundAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute());

async function keepMessages(tx: Transaction<Database>, messages: readonly FeedMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map(({ serial, infno, msgid, providerNo, receivedAt }) => ({
    serial: String(serial),
    infno,
    msgid,
    providerNo,
    receivedAt,
  }));
  await tx.insertInto('feedMessage').values(rows).execute();
  // the account of the call, as of every other message
  await tx
    .insertInto('interfaceCall')
    .values(
      rows.map(({ serial: _, ...call }, i) => ({
        ...call,
        outcome: 'answered' as const,
        milliseconds: messages[i]?.milliseconds ?? null,
        reminders: null,
      })),
    )
    .execute();
  const subjects = messages.flatMap((message) =>
    subjectsOf(eventsOf(message)).map((subject) => ({ ...subject, serial: String(message.serial) })),
  );
  for (let at = 0; at < subjects.length; at += 5000)
    await tx
      .insertInto('feedSubject')
      .values(subjects.slice(at, at + 5000))
      .execute();
}

/** What a message changes in PostgreSQL beyond being there. */
async function takeEffects(tx: Transaction<Database>, { serial, receivedAt }: FeedMessage, events: readonly FeedEvent[]): Promise<void> {
  for (const [row, event] of events.entries()) {
    if (event.kind === 'stockDeletion')
      await sql`insert into feed_subject (kind, subject_no, serial)
        select distinct 'stock', s.subject_no, ${serial}::bigint from feed_subject b join feed_subject s on s.serial = b.serial and s.kind = 'stock'
        where b.kind = 'batch' and b.subject_no = ${`${event.providerNo} ${event.batchNo}`} on conflict do nothing`.execute(tx);
    if (event.kind === 'match') {
      const { fixmedins_hilist_id: ownCode = '', fixmedins_hilist_name, list_type, med_list_codg = '', begndate, enddate } = event.row;
      const day = (text: string | undefined) => (text === undefined ? null : (parseDay(text.slice(0, 10)) ?? null));
      await tx
        .insertInto('catalogueMatch')
        .values({
          serial: String(serial),
          row,
          providerNo: event.providerNo,
          ownCode,
          ownName: fixmedins_hilist_name ?? null,
          listType: list_type ?? null,
          itemCode: med_list_codg,
          beginsOn: day(begndate),
          endsOn: day(enddate),
          receivedAt,
          endedBy: null,
        })
        .execute();
    }
    if (event.kind === 'unmatch') {
      let query = tx
        .updateTable('catalogueMatch')
        .set({ endedBy: String(serial) })
        .where('providerNo', '=', event.providerNo)
        .where('ownCode', '=', event.ownCode)
        .where('itemCode', '=', event.itemCode)
        .where('endedBy', 'is', null);
      if (event.listType !== null) query = query.where('listType', '=', event.listType);
      await query.execute();
    }
  }
}
