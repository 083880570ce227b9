// The numbers and the table of points, as the bureau's rows say.
import {
  type BureauParameterName,
  type Day,
  dayOf,
  dayOfDate,
  dueDay,
  type Instant,
  type PointBehaviour,
  standardBehaviours,
} from '@hengjian/domain';
import type { PointRules } from '@hengjian/workflows';
import type { Kysely } from 'kysely';
import { workingCalendar } from '../finding/life-rules.ts';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';
import { bureauParameter } from '../rule/decision-book.ts';

const names = [
  'points.actsFrom',
  'points.suspendAt',
  'points.endAt',
  'points.suspendMonths9',
  'points.suspendMonths10',
  'points.suspendMonths11',
  'points.endedMonths',
  'points.endedAtOnceMonths',
  'points.appealDays',
  'points.answerDays',
  'points.repairMost',
  'points.staffSuspendShare',
  'points.staffEndShare',
] as const satisfies readonly BureauParameterName[];

export interface FullPointRules extends PointRules {
  /** Percent of an institution's registered staff. */
  readonly staffSuspendShare: number;
  readonly staffEndShare: number;
}

/** As they count in a region; terms and limits of the day of `now`, bands of the day on which points take effect. */
export async function pointRulesOf(db: Kysely<Database>, region: string, now: Instant): Promise<FullPointRules> {
  const calendar = await workingCalendar(db);
  const values = new Map(await Promise.all(names.map(async (name) => [name, await bureauParameter(db, name, region)] as const)));
  const today = dayOf(now);
  const on = (name: (typeof names)[number], day: Day): number => (values.get(name) as (day: Day) => number)(day);
  const start = on('points.actsFrom', today);
  return {
    behaviours: await behavioursOf(db, region),
    actsFrom: dayOfDate(Math.floor(start / 10_000), Math.floor(start / 100) % 100, start % 100),
    repairMost: on('points.repairMost', today),
    staffSuspendShare: on('points.staffSuspendShare', today),
    staffEndShare: on('points.staffEndShare', today),
    standing: (day) => ({
      suspendAt: on('points.suspendAt', day),
      endAt: on('points.endAt', day),
      suspendMonths: (points) =>
        on(points >= 11 ? 'points.suspendMonths11' : points >= 10 ? 'points.suspendMonths10' : 'points.suspendMonths9', day),
      endedMonths: on('points.endedMonths', day),
      endedAtOnceMonths: on('points.endedAtOnceMonths', day),
    }),
    due: (name, from) => dueDay(from, on(name === 'appeal' ? 'points.appealDays' : 'points.answerDays', today), calendar),
  };
}

/** The region's table, else that of everywhere, else the standard. */
async function behavioursOf(db: Kysely<Database>, region: string): Promise<readonly PointBehaviour[]> {
  const rows = await db
    .selectFrom('pointBehaviour')
    .selectAll()
    .where('ended', '=', false)
    .where('region', 'in', [region, '*'])
    .orderBy('serial')
    .execute();
  const own = rows.some((row) => row.region === region) ? rows.filter((row) => row.region === region) : rows;
  if (own.length === 0) return standardBehaviours;
  return own.map(({ code, title, general, important, main, article, source, fromDay, toDay }) => ({
    code,
    title,
    general,
    important,
    main,
    article,
    source,
    fromDay,
    toDay,
  }));
}

/** Puts a region's table in the place of the one before; what was is kept, ended. */
export const replaceBehaviours = (
  db: Kysely<Database>,
  region: string,
  rows: readonly PointBehaviour[],
  by: string,
  at: Instant,
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await trx.updateTable('pointBehaviour').set({ ended: true }).where('region', '=', region).execute();
    if (rows.length > 0)
      await trx
        .insertInto('pointBehaviour')
        .values(rows.map((row) => ({ ...row, region, by, at })))
        .execute();
    await appendSteps(trx, [
      { noun: 'pointBehaviour', subjectId: region, action: 'replace', before: null, after: null, by, why: null, at, detail: { rows } },
    ]);
  });
