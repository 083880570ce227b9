/** A day of the working calendar is corrected (调休 that the library does not know, a local holiday), or a year is declared complete. */
import { calendarDate, type Day, type Issue, type Outcome, type WorkingCalendar } from '@hengjian/domain';
import type { Act } from '../rule/ports.ts';
import { actIssues } from '../rule/take-step.ts';

export interface WorkingDayWish {
  /** Exactly one of a day with `worked`, and a year whose arrangement (国务院办公厅放假安排) the corrections hold completely. */
  readonly day: Day | null;
  readonly worked: boolean | null;
  readonly declaredYear: number | null;
}
export type WorkingDayRow = WorkingDayWish & Act;

export interface WorkingDayBook {
  calendar(): Promise<WorkingCalendar>;
  add(row: WorkingDayRow): Promise<void>;
}

/** A row more, never a row changed: the last for a day counts. A last day that is known stays; `setLastDays` gives those that had none. */
export async function correctWorkingDay(book: WorkingDayBook, wish: WorkingDayWish, act: Act): Promise<Outcome<WorkingDayRow>> {
  const { day, worked, declaredYear } = wish;
  const issue = (code: string, facts: Record<string, unknown>): Issue => ({ code: `parameter.${code}`, severity: 'error', facts });
  const issues = actIssues(act);
  const ofDay = day !== null && worked !== null;
  const year = ofDay ? calendarDate(day).year : declaredYear;
  if ((day === null) !== (worked === null) || ofDay === (declaredYear !== null)) issues.push(issue('noDay', {}));
  else if (year !== null && !(Number.isInteger(year) && year >= 2004 && year <= 2099)) issues.push(issue('badYear', { year }));
  else if (ofDay && (await book.calendar()).isWorked(day) === worked) issues.push(issue('sameDay', { day, worked }));
  if (issues.length > 0) return { ok: false, issues };
  const row = { day, worked, declaredYear, ...act };
  await book.add(row);
  return { ok: true, value: row, issues: [] };
}
