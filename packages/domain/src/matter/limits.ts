/** Time limits of matters: days are parameters, counted as working or calendar days. */
import type { BureauParameterName } from '../bureau-parameters.ts';
import { type Day, dayOf, type Instant } from '../time.ts';
import { dueDay, type WorkingCalendar } from '../working-days.ts';

/** The bureau's numbers as they are on the day of the step, and its calendar. */
export interface Limits {
  readonly region: string;
  readonly number: (name: BureauParameterName) => number;
  readonly calendar: WorkingCalendar;
}

/** Last day of a limit in working days; null where holidays are not published. */
export const workingLimit = ({ number, calendar }: Limits, name: BureauParameterName, from: Day): Day | null =>
  dueDay(from, number(name), calendar);

/** A limit that ends on a holiday ends on the next day worked (行政处罚程序暂行规定 第五十八条); unknown days stay as they are. */
export function rolledOver(day: Day, calendar: WorkingCalendar): Day {
  let end = day;
  while (calendar.isWorked(end) === false) end += 1;
  return end;
}

/** Last day of a limit in calendar days, rolled over. */
export const calendarLimit = ({ number, calendar }: Limits, name: BureauParameterName, from: Day): Day =>
  rolledOver(from + number(name), calendar);

export const todayOf = ({ at }: { readonly at: Instant }): Day => dayOf(at);
