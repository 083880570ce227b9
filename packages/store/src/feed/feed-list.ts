// Messages of the feed one by one: looked for, and what became of each.
import type { Instant } from '@hengjian/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

export interface FeedQuery {
  readonly providerNo?: string | undefined;
  readonly infno?: string | undefined;
  /** Part of a message number, or the number of an encounter. */
  readonly text?: string | undefined;
  readonly state?: FeedState | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** waiting: not folded yet; open: folded, and its encounter waits or does not fit together; damaged: no longer to be read. */
export type FeedState = 'waiting' | 'folded' | 'open' | 'damaged';

export interface FeedRow {
  readonly serial: number;
  readonly infno: string;
  readonly msgid: string;
  readonly providerNo: string;
  readonly receivedAt: Instant;
  readonly state: FeedState;
  readonly encounterNo: string | null;
  /** Charges of the encounter that wait for their settlement, and what does not fit together. */
  readonly waitingLines: number;
  readonly problems: readonly string[];
  /** Other messages under the same number with another content: the same content again is answered as before and not kept. */
  readonly sameNumber: number;
}

/** Newest first. */
export async function feedMessages(db: Kysely<Database>, { providerNo, infno, text, state, before, limit }: FeedQuery): Promise<FeedRow[]> {
  const like = text ? `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null;
  const { rows } = await sql<FeedRow & { serial: string }>`
    select * from (
      select m.serial, m.infno, m.msgid, m.provider_no, m.received_at, s.subject_no as encounter_no,
        coalesce(o.waiting_lines, 0) as waiting_lines, coalesce(o.problems, '{}') as problems,
        case when d.serial is not null then 'damaged'
          when m.serial > coalesce((select serial from feed_position where follower = 'lake'), 0) then 'waiting'
          when o.encounter_no is not null then 'open' else 'folded' end as state,
        case when m.msgid = '' then 0 else (select count(*)::int - 1 from feed_message x
          where x.provider_no = m.provider_no and x.infno = m.infno and x.msgid = m.msgid) end as same_number
      from (select * from feed_message
        where ${providerNo ? sql`provider_no = ${providerNo}` : sql`true`} and ${infno ? sql`infno = ${infno}` : sql`true`}
          and ${before === undefined ? sql`true` : sql`serial < ${before}`}
          and ${like ? sql`(msgid like ${like} or serial in (select serial from feed_subject where kind = 'encounter' and subject_no = ${text}))` : sql`true`}
        order by serial desc ${state ? sql`` : sql`limit ${limit}`}) m
      left join lateral (select subject_no from feed_subject where serial = m.serial and kind = 'encounter' limit 1) s on true
      left join feed_open o on o.encounter_no = s.subject_no
      left join feed_damage d on d.serial = m.serial) as f
    where ${state ? sql`state = ${state}` : sql`true`} order by serial desc limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, serial: Number(row.serial) }));
}

/** An encounter with the last message that spoke of it. */
export interface TouchedEncounter {
  readonly encounterNo: string;
  readonly serial: number;
}

/** Encounters of which was spoken after one serial up to another, in messages that came at `from` (an instant) or later. */
export async function toldSince(
  db: Kysely<Database>,
  { after, upTo, from }: { after: number; upTo: number; from: number },
): Promise<TouchedEncounter[]> {
  const rows = await db
    .selectFrom('feedSubject as s')
    .innerJoin('feedMessage as m', 'm.serial', 's.serial')
    .select(({ fn }) => ['s.subjectNo as encounterNo', fn.max('s.serial').as('serial')])
    .where('s.kind', '=', 'encounter')
    .where('s.serial', '>', String(after))
    .where('s.serial', '<=', String(upTo))
    .where('m.receivedAt', '>=', from)
    .groupBy('s.subjectNo')
    .orderBy('serial')
    .execute();
  return rows.map(({ encounterNo, serial }) => ({ encounterNo, serial: Number(serial) }));
}
