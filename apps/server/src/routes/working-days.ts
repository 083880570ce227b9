// 工作日: the calendar of a year that terms are counted by, and the bureau's corrections of it.
import { calendarDate, calendarOfYear, dayOf } from '@hengjian/domain';
import { bureauRegion, termBookOf, workingDayBookOf, workingDayTable } from '@hengjian/store';
import { correctWorkingDay, setLastDays } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { operatorOf } from '../operator.ts';
import { taken } from '../refusal.ts';
import * as shapes from '../schemas/working-days.ts';
import type { Services } from '../services.ts';

const done = z.object({ ok: z.literal(true) });

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
    { config: { may: 'parameter.set' }, schema: { body: shapes.newWorkingDay, response: { 200: done } } },
    async (request) => {
      const { by, why, ...wish } = request.body;
      taken(await correctWorkingDay(workingDayBookOf(home.db), wish, { by: operatorOf(request, by), why, at: now() }));
      // what waited for this year's holidays has its last day at once
      await setLastDays(await termBookOf(home.db, await bureauRegion(home.db)), now());
      return { ok: true as const };
    },
  );
}
