// Stories as people look for them, what stands in one, and how its alerts have done.
import { type AlertSignal, type AlertStory, type CloseReason, openStoryStates, type StoryState, wasRight } from '@hengjian/domain';
import { LIVE_RUN } from '@hengjian/workflows';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';
import { signalOf, storyOf } from './alert-book.ts';

export interface StorySearch {
  readonly monitor?: string | undefined;
  readonly alert?: string | undefined;
  readonly state?: string | undefined;
  /** Open ones only. */
  readonly open?: boolean | undefined;
  /** Beginning of the subject's number, or of the story's. */
  readonly text?: string | undefined;
  /** The subject's whole number. */
  readonly subjectNo?: string | undefined;
  readonly subjectNos?: readonly string[] | undefined;
  readonly assignedTo?: string | undefined;
  /** Whose days lie in this period, in part. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly sort?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

const orders = { score: 'score', toDay: 'toDay', signalCount: 'signalCount', raisedAt: 'raisedAt' } as const;

/** A page of stories; open ones before ended ones, the strangest first. */
export async function storyPage(db: Kysely<Database>, wish: StorySearch): Promise<{ total: number; rows: AlertStory[] }> {
  let query = db.selectFrom('alertStory');
  if (wish.monitor) query = query.where('monitor', '=', wish.monitor);
  if (wish.alert) query = query.where(sql<boolean>`${wish.alert} = any(alert_ids)`);
  if (wish.state) query = query.where('state', '=', wish.state);
  if (wish.subjectNo) query = query.where('subjectNo', '=', wish.subjectNo);
  if (wish.open) query = query.where('state', 'in', [...openStoryStates]);
  if (wish.assignedTo) query = query.where('assignedTo', '=', wish.assignedTo);
  if (wish.from !== undefined) query = query.where('toDay', '>=', wish.from);
  if (wish.to !== undefined) query = query.where('fromDay', '<=', wish.to);
  const text = wish.text?.trim();
  if (text) {
    const like = `${text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`;
    const nos = wish.subjectNos ?? [];
    query = query.where((eb) =>
      eb.or([eb('storyId', 'ilike', like), eb('subjectNo', 'ilike', like), ...(nos.length > 0 ? [eb('subjectNo', 'in', [...nos])] : [])]),
    );
  }
  const { n } = await query.select(({ fn }) => fn.countAll<string>().as('n')).executeTakeFirstOrThrow();
  const descending = wish.sort === undefined || wish.sort.startsWith('-');
  const order = orders[(wish.sort ?? '-score').replace(/^-/, '') as keyof typeof orders] ?? 'score';
  const rows = await query
    .selectAll()
    .orderBy(sql`state in (${sql.join(openStoryStates)})`, 'desc')
    .orderBy(order, descending ? 'desc' : 'asc')
    .orderBy('storyId')
    .offset(wish.offset)
    .limit(wish.limit)
    .execute();
  return { total: Number(n), rows: rows.map(storyOf) };
}

/** Signals in force of a story, the latest first. */
export async function signalsOf(db: Kysely<Database>, story: AlertStory): Promise<AlertSignal[]> {
  const rows = await db
    .selectFrom('alertSignal')
    .selectAll()
    .where('storyId', '=', story.storyId)
    .where('endedAt', 'is', null)
    .orderBy('fromDay', 'desc')
    .orderBy('hour', 'desc')
    .orderBy('signalId')
    .execute();
  return rows.map((row) => signalOf(row, story));
}

/** Signals in force of a period. */
export async function signalsBetween(
  db: Kysely<Database>,
  from: number,
  to: number,
): Promise<(Pick<AlertSignal, 'signalId' | 'alertId' | 'subjectKind' | 'subjectNo' | 'fromDay' | 'toDay'> & { storyId: string })[]> {
  return db
    .selectFrom('alertSignal as g')
    .innerJoin('alertStory as t', 't.storyId', 'g.storyId')
    .select(['g.signalId', 'g.alertId', 't.subjectKind', 't.subjectNo', 'g.fromDay', 'g.toDay', 'g.storyId'])
    .where('g.endedAt', 'is', null)
    .where('g.fromDay', '<=', to)
    .where('g.toDay', '>=', from)
    .execute();
}

export interface AlertStanding {
  readonly alertId: string;
  readonly signals: number;
  /** Stories with a signal of it: open, found right, found wrong. */
  readonly open: number;
  readonly right: number;
  readonly wrong: number;
}

/** How each alert has done with what was closed. */
export async function alertStandings(db: Kysely<Database>): Promise<AlertStanding[]> {
  const { rows } = await sql<{ alertId: string; state: string; reason: string | null; stories: number; signals: number }>`
    select g.alert_id as "alertId", t.state, t.reason, count(distinct t.story_id)::int as stories, count(*)::int as signals
    from alert_signal g join alert_story t using (story_id) where g.ended_at is null group by 1, 2, 3`.execute(db);
  return [...Map.groupBy(rows, ({ alertId }) => alertId)].map(([alertId, own]) => {
    const stories = (test: (state: StoryState, reason: CloseReason | null) => boolean) =>
      own.reduce((sum, row) => sum + (test(row.state as StoryState, row.reason as CloseReason | null) ? row.stories : 0), 0);
    return {
      alertId,
      signals: own.reduce((sum, row) => sum + row.signals, 0),
      open: stories((state) => openStoryStates.includes(state)),
      right: stories((state, reason) => wasRight(state, reason) === true),
      wrong: stories((state, reason) => wasRight(state, reason) === false),
    };
  });
}

/** The last run of each alert over the lake, or (`live`) over what messages told. */
export async function lastAlertRuns(db: Kysely<Database>, live = false) {
  const rows = await db
    .selectFrom('alertRun')
    .selectAll()
    .distinctOn('alertId')
    .where('runId', live ? '=' : '!=', LIVE_RUN)
    .orderBy('alertId')
    .orderBy('at', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, asked: Number(row.asked) }));
}
