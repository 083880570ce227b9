// Numbers of windows, decided once: evaluator and SQL one above the other.
import { calendarOf, dayOfDate } from '../calendar.ts';
import type { WindowUnit } from './alert.ts';

const HOUR = 3600;
/** 1970-01-01 was a Thursday: day −3 is the Monday of its week. */
const MONDAY = 3;

/** Number of the window that a day (hours: an instant) lies in. */
export function windowOf(unit: WindowUnit, at: number): number {
  if (unit === 'hour') return Math.floor(at / HOUR);
  if (unit === 'day') return at;
  if (unit === 'week') return Math.floor((at + MONDAY) / 7);
  const { year, month } = calendarOf(at);
  if (unit === 'month') return year * 12 + month - 1;
  return unit === 'quarter' ? year * 4 + Math.floor((month - 1) / 3) : year;
}

/** The same in SQL. */
export function windowSql(unit: WindowUnit, at: string): string {
  if (unit === 'hour') return `((${at}) // ${HOUR})::BIGINT`;
  if (unit === 'day') return `(${at})::BIGINT`;
  if (unit === 'week') return `(((${at}) + ${MONDAY}) // 7)::BIGINT`;
  const date = `(DATE '1970-01-01' + (${at})::INTEGER)`;
  if (unit === 'month') return `(year(${date}) * 12 + month(${date}) - 1)::BIGINT`;
  return unit === 'quarter' ? `(year(${date}) * 4 + quarter(${date}) - 1)::BIGINT` : `year(${date})::BIGINT`;
}

/** The same windows as a comparison of the bare column: a file whose statistics lie outside is not opened, a row not worked out. */
export function withinSql(unit: WindowUnit, at: string, { from, to }: { from: number; to: number }): string {
  const [first, last] = unit === 'hour' ? [from * HOUR, to * HOUR + HOUR - 1] : [daysOfWindow(unit, from).from, daysOfWindow(unit, to).to];
  return `(${at}) BETWEEN ${first} AND ${last}`;
}

/** First and last day of a window; of an hour, its day. */
export function daysOfWindow(unit: WindowUnit, window: number): { from: number; to: number } {
  if (unit === 'hour') return { from: Math.floor(window / 24), to: Math.floor(window / 24) };
  if (unit === 'day') return { from: window, to: window };
  if (unit === 'week') return { from: window * 7 - MONDAY, to: window * 7 - MONDAY + 6 };
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  const first = window * months;
  const start = (month: number) => dayOfDate(Math.floor(month / 12), (month % 12) + 1, 1);
  return { from: start(first), to: start(first + months) - 1 };
}
