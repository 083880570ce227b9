// What is overdue, whatever it is: one line a kind of work.
import { type Day, type DueNoun, dueNouns } from '@hengjian/domain';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../records/database.ts';

export interface OverdueWork {
  readonly noun: DueNoun;
  readonly count: number;
  /** The last day of what waits longest. */
  readonly oldestDay: Day;
}

/** Records that somebody still has to do something about. */
const open: Readonly<Record<DueNoun, RawBuilder<unknown>>> = {
  finding: sql`finding_case where pursued`,
  complaint: sql`complaint where closed_on is null`,
  clue: sql`clue where closed_on is null`,
  inspection: sql`inspection where closed_on is null`,
  enforcementCase: sql`enforcement_case where closed_on is null`,
  points: sql`point_record where state in ('proposed', 'notified', 'appealed')`,
  credit: sql`credit_rating where state in ('published', 'objected')`,
};

/** Kinds of work of which something is overdue on a day, what waits longest first. */
export async function overdueWork(db: Kysely<Database>, today: Day): Promise<OverdueWork[]> {
  const kinds = dueNouns.map(
    (noun) =>
      sql`select ${sql.lit(noun)} as noun, count(*)::int as count, min(due_day) as oldest_day from ${open[noun]} and due_day < ${today}`,
  );
  const { rows } =
    await sql<OverdueWork>`select * from (${sql.join(kinds, sql` union all `)}) k where count > 0 order by oldest_day, noun`.execute(db);
  return rows;
}
