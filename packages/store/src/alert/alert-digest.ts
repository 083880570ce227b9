// A week of alerts in a few numbers: what was raised, what became of it, what nobody has looked at, and the strangest that are open.
import { type AlertStory, type Day, SECONDS_PER_DAY } from '@hengjian/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';
import { storyOf } from './alert-book.ts';

export interface MonitorWeek {
  readonly monitor: string;
  /** Raised within the days. */
  readonly raised: number;
  /** Ended within the days: as a clue or an inspection, closed as right (the institution put it right), closed otherwise. */
  readonly followed: number;
  readonly right: number;
  readonly otherwise: number;
  /** Open at the end of the days, and of them those that nobody has taken since before they began. */
  readonly open: number;
  readonly waiting: number;
}

/** The days are `from` to `to`, both included. Stories as they stand now. */
export async function alertDigest(
  db: Kysely<Database>,
  { from, to, most }: { from: Day; to: Day; most: number },
): Promise<{ monitors: MonitorWeek[]; strangest: AlertStory[] }> {
  const [begin, end] = [from * SECONDS_PER_DAY, (to + 1) * SECONDS_PER_DAY];
  const ended = sql`closed_on between ${from} and ${to}`;
  const open = sql`raised_at < ${end} and (closed_on is null or closed_on > ${to})`;
  const { rows: monitors } = await sql<MonitorWeek>`select monitor,
      count(*) filter (where raised_at >= ${begin} and raised_at < ${end})::int as raised,
      count(*) filter (where ${ended} and state in ('clue', 'inspection'))::int as followed,
      count(*) filter (where ${ended} and state = 'closed' and reason = 'corrected')::int as right,
      count(*) filter (where ${ended} and state = 'closed' and reason <> 'corrected')::int as otherwise,
      count(*) filter (where ${open})::int as open,
      count(*) filter (where ${open} and state = 'raised' and raised_at < ${begin})::int as waiting
    from alert_story group by monitor order by monitor`.execute(db);
  const strangest = await db
    .selectFrom('alertStory')
    .selectAll()
    .where('closedOn', 'is', null)
    .where('raisedAt', '>=', begin)
    .where('raisedAt', '<', end)
    .orderBy('score', 'desc')
    .orderBy('storyId')
    .limit(most)
    .execute();
  return { monitors, strangest: strangest.map(storyOf) };
}
