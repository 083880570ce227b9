// 工作日: the calendar of a year that terms are counted by, and the bureau's corrections of it.
import { calendarDate, calendarOfYear, dayOf } from '@hengjian/domain';
import { bureauRegion, termBookOf, workingDayBookOf, workingDayTable } from '@hengjian/store';
import { correctWorkingDay, extendLastDays, setLastDays, undoLapses } from '@hengjian/workflows';
import type { App } from '../api.ts';
import { findingLifeOf } from '../finding-life.ts';
import { operatorOf } from '../operator.ts';
import { taken } from '../refusal.ts';
import * as shapes from '../schemas/working-days.ts';
import type { Services } from '../services.ts';

export function workingDaysRoutes(app: App, { home, now }: Services): void {
  app.get(
    '/api/working-days',
    { config: { may: 'parameter.read' }, schema: { querystring: shapes.yearAsked, response: { 200: shapes.workingDays } } },
    async ({ query }) => {
      const year = query.year ?? calendarDate(dayOf(now())).year;
      const { rows, corrections, declaredYears } = await workingDayTable(home.db);
      const days = calendarOfYear(year, corrections, declaredYears);
      const own = rows.filter((row) => (row.day === null ? row.declaredYear : calendarDate(row.day).year) === year);
      return { year, known: days.every(({ worked }) => worked !== null), days, rows: own.reverse() };
    },
  );
  app.post(
    '/api/working-days',
    { config: { may: 'parameter.set' }, schema: { body: shapes.newWorkingDay, response: { 200: shapes.workingDayDone } } },
    async (request) => {
      const { by, why, ...wish } = request.body;
      const at = now();
      const region = await bureauRegion(home.db);
      const before = await termBookOf(home.db, region);
      taken(await correctWorkingDay(workingDayBookOf(home.db), wish, { by: operatorOf(request, by), why, at }));
      const after = await termBookOf(home.db, region);
      // what waited for this year's holidays has its last day at once, what runs over a day that is free now ends later, and what ended
      // too early is open again
      const known = await setLastDays(after, at);
      if (wish.day === null) return { known, extended: 0, reopened: 0, kept: 0 };
      const { book, rules } = await findingLifeOf(home, at);
      const undone = await undoLapses(book, rules, rules.calendar, wish.day, at);
      return { known, extended: await extendLastDays(before, after, wish.day, at), ...undone };
    },
  );
}
