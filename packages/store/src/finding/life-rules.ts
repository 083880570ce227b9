// Numbers and the calendar of the life of findings, as the bureau's rows say.
import {
  type DayCorrection,
  dayOf,
  dueDay,
  type FindingParameter,
  type FindingState,
  findingParameters,
  type Instant,
  limitOf,
  type WorkingCalendar,
  workingCalendarOf,
} from '@hengjian/domain';
import type { LifeRules, WorkingDayBook } from '@hengjian/workflows';
import type { Kysely } from 'kysely';
import { appendSteps, transacted } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';
import { bureauParametersOf } from '../rule/decision-book.ts';

/** What the bureau's table of working days says: for each day the last row, and the years it declares complete. */
export async function workingDayTable(db: Kysely<Database>) {
  const rows = (await db.selectFrom('workingDay').selectAll().orderBy('serial').execute()).map(({ serial: _, ...row }) => row);
  const corrections = new Map<number, DayCorrection>();
  for (const { day, worked } of rows) if (day !== null && worked !== null) corrections.set(day, { day, worked });
  return { rows, corrections: [...corrections.values()], declaredYears: rows.flatMap(({ declaredYear }) => declaredYear ?? []) };
}

export async function workingCalendar(db: Kysely<Database>): Promise<WorkingCalendar> {
  const { corrections, declaredYears } = await workingDayTable(db);
  return workingCalendarOf(corrections, declaredYears);
}

export const workingDayBookOf = (db: Kysely<Database>): WorkingDayBook => ({
  calendar: () => workingCalendar(db),
  add: (row) =>
    transacted(db, async (trx) => {
      const { serial } = await trx.insertInto('workingDay').values(row).returning('serial').executeTakeFirstOrThrow();
      const { by, why, at, ...detail } = row;
      const subjectId = String(row.declaredYear ?? row.day);
      const rows = [{ table: 'working_day', key: String(serial) }];
      await appendSteps(trx, [{ noun: 'workingDay', subjectId, action: 'correct', before: null, after: null, by, why, at, detail, rows }]);
    }),
});

export interface FindingLifeRules extends LifeRules {
  readonly calendar: WorkingCalendar;
  /** A parameter's value on the day of an instant. */
  value(name: FindingParameter, at: Instant): number;
}

/** As they count at an instant, in a region ('*': everywhere). */
export async function findingLifeRules(db: Kysely<Database>, region: string, now: Instant): Promise<FindingLifeRules> {
  const values = await bureauParametersOf(db, findingParameters, region);
  const calendar = await workingCalendar(db);
  const value = (name: FindingParameter, at: Instant): number => values(name, dayOf(at));
  return {
    calendar,
    value,
    silenceConsents: value('finding.silenceConsents', now) !== 0,
    panelSize: value('finding.panelSize', now),
    due(state: FindingState, at: Instant) {
      const limit = limitOf(state);
      return limit === undefined ? null : dueDay(dayOf(at), value(limit, at), calendar);
    },
  };
}
