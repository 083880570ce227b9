/**
 * Working days of China: official holidays and days worked in exchange (调休) from chinese-days, corrected by the bureau's own table.
 * The library answers wrongly for years whose holidays are not published yet (it knows weekends only), so such a day is unknown
 * until the bureau's table declares its year; unknown is never taken for a working day.
 */
import chineseDays from 'chinese-days';
import { calendarDate, type Day, dayOfDate, formatDay } from './time.ts';

/** One row of the bureau's table: that day is worked, or not, whatever the library says. */
export interface DayCorrection {
  readonly day: Day;
  readonly worked: boolean;
}

export interface WorkingCalendar {
  /** null: the holidays of the day's year are not published. */
  isWorked(day: Day): boolean | null;
}

/** Why a day is worked or not, as a page shows it. */
export interface CalendarDay {
  readonly day: Day;
  /** null: the holidays of the year are not published. */
  readonly worked: boolean | null;
  readonly reason: 'ordinary' | 'holiday' | 'exchanged' | 'corrected';
  /** The holiday that it is free for, or worked in exchange for. */
  readonly holiday: string | null;
}

const published = new Map<number, boolean>();
/** The State Council's arrangement of a year begins with 元旦: a year without it is not in the library. */
function isPublished(year: number): boolean {
  const known = published.get(year);
  if (known !== undefined) return known;
  const named = chineseDays.getDayDetail(`${year}-01-01`).name.includes('元旦');
  published.set(year, named);
  return named;
}

/** Of 'Spring Festival,春节,4', which the library names a holiday's days and the days worked for it; undefined for ordinary days. */
const holidayOf = (day: Day): string | undefined => chineseDays.getDayDetail(formatDay(day)).name.split(',')[1];

/** Every day of a year, with what makes it worked or free. */
export function calendarOfYear(year: number, corrections: readonly DayCorrection[], declaredYears: readonly number[] = []): CalendarDay[] {
  const corrected = new Set(corrections.map((one) => one.day));
  const calendar = workingCalendarOf(corrections, declaredYears);
  const [first, next] = [dayOfDate(year, 1, 1), dayOfDate(year + 1, 1, 1)];
  return Array.from({ length: next - first }, (_, i) => {
    const day = first + i;
    const worked = calendar.isWorked(day);
    const holiday = holidayOf(day) ?? null;
    const reason = corrected.has(day) ? 'corrected' : holiday === null ? 'ordinary' : worked ? 'exchanged' : 'holiday';
    return { day, worked, reason, holiday };
  });
}

/** `declaredYears`: years that the bureau's table holds completely; there weekends count as free and the corrections decide the rest. */
export function workingCalendarOf(corrections: readonly DayCorrection[], declaredYears: readonly number[] = []): WorkingCalendar {
  const corrected = new Map(corrections.map((one) => [one.day, one.worked]));
  const answers = new Map<Day, boolean | null>();
  const ask = (day: Day): boolean | null => {
    const own = corrected.get(day);
    if (own !== undefined) return own;
    const { year } = calendarDate(day);
    if (!isPublished(year) && !declaredYears.includes(year)) return null;
    return chineseDays.isWorkday(formatDay(day));
  };
  return {
    isWorked(day) {
      const known = answers.get(day);
      if (known !== undefined) return known;
      const answer = ask(day);
      answers.set(day, answer);
      return answer;
    },
  };
}

/**
 * The last day of a time limit of so many working days that began on a day: that day itself does not count (行政处罚程序暂行规定,
 * 期间开始的日不计算在内), and a limit of 0 ends on the day it began. null where it reaches into a year whose holidays are unknown.
 */
export function dueDay(began: Day, workingDays: number, calendar: WorkingCalendar): Day | null {
  let day = began;
  for (let left = workingDays; left > 0; ) {
    day += 1;
    const worked = calendar.isWorked(day);
    if (worked === null) return null;
    if (worked) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `to`; null where a day between is unknown; 0 where `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number | null {
  let count = 0;
  for (let day = from + 1; day <= to; day++) {
    const worked = calendar.isWorked(day);
    if (worked === null) return null;
    if (worked) count += 1;
  }
  return count;
}
