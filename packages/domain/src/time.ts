/**
 * Dates are whole days since 1970-01-01, instants whole seconds of the wall clock (no zone: claims carry none).
 * The clock is never read here; today's date is an argument everywhere.
 */

/** Days since 1970-01-01. */
export type Day = number;
/** Seconds since 1970-01-01 00:00:00 of the local wall clock. */
export type Instant = number;

export const SECONDS_PER_DAY = 86_400;
/** An end that is still open (`9999-12-31` or no `endtime` in an extract): later than everything, not missing. */
export const OPEN_DAY: Day = Date.UTC(9999, 11, 31) / 86_400_000;
export const OPEN_INSTANT: Instant = OPEN_DAY * SECONDS_PER_DAY;

/** 'yyyy-MM-dd' (also yyyy/MM/dd, yyyyMMdd) → day; undefined when it is not a date of the calendar. */
export function parseDay(text: string): Day | undefined {
  const match = /^\s*(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})\s*$/.exec(text);
  if (!match) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = new Date(Date.UTC(year, month - 1, date));
  if (time.getUTCFullYear() !== year || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== date) return undefined;
  return time.getTime() / 86_400_000;
}

const digitAt = (text: string, at: number): number => {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : Number.NaN;
};
const twoAt = (text: string, at: number): number => digitAt(text, at) * 10 + digitAt(text, at + 1);
const [DASH, BLANK, COLON] = [0x2d, 0x20, 0x3a];

/** Days since 1970-01-01 of a date from the year 100 on, by the count of days of years that begin in March. */
function daysOf(year: number, month: number, date: number): Day {
  const years = month > 2 ? year : year - 1;
  const months = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
  return years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) + months + date - 719_469;
}

/** The form that nearly everybody sends, read without a regular expression; undefined where it is another. */
export function plainInstant(text: string): Instant | undefined {
  if (text.length !== 19 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH || text.charCodeAt(10) !== BLANK) return undefined;
  if (text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON) return undefined;
  const [year, month, date] = [twoAt(text, 0) * 100 + twoAt(text, 2), twoAt(text, 5), twoAt(text, 8)];
  const [hour, minute, second] = [twoAt(text, 11), twoAt(text, 14), twoAt(text, 17)];
  // up to the 28th every month has the day; the rest is for the calendar to say
  if (!(year >= 100 && month >= 1 && month <= 12 && date >= 1 && date <= 28 && hour <= 23 && minute <= 59 && second <= 59))
    return undefined;
  return daysOf(year, month, date) * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
}

/** 'yyyy-MM-dd HH:mm:ss' (seconds and time of day may be missing) → instant. */
export function parseInstant(text: string): Instant | undefined {
  const plain = plainInstant(text);
  if (plain !== undefined) return plain;
  const match = /^\s*(\S+?)(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*$/.exec(text);
  if (!match) return undefined;
  const day = parseDay(match[1] as string);
  const [hour, minute, second] = [Number(match[2] ?? 0), Number(match[3] ?? 0), Number(match[4] ?? 0)];
  if (day === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  return day * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
}

const two = (n: number) => String(n).padStart(2, '0');

export interface CalendarDate {
  year: number;
  month: number;
  date: number;
}

/** The calendar date of a day (proleptic Gregorian). */
export function calendarDate(day: Day): CalendarDate {
  const time = new Date(day * 86_400_000);
  return { year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, date: time.getUTCDate() };
}

/** 20089 → '2025-01-01'. */
export function formatDay(day: Day): string {
  const { year, month, date } = calendarDate(day);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

/** The day an instant lies in. */
export const dayOf = (instant: Instant): Day => Math.floor(instant / SECONDS_PER_DAY);

/** Instant → 'yyyy-MM-dd HH:mm:ss' of the wall clock. */
export function formatInstant(instant: Instant): string {
  const day = dayOf(instant);
  const second = instant - day * SECONDS_PER_DAY;
  return `${formatDay(day)} ${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}

/** Age in completed years: `(yyyymmdd − yyyymmdd) div 10000` (contracts §3), so one born on 29 February has the birthday on 1 March. */
export function ageYears(birth: Day, on: Day): number {
  const [b, o] = [calendarDate(birth), calendarDate(on)];
  const number = (d: CalendarDate) => d.year * 10_000 + d.month * 100 + d.date;
  return Math.floor((number(o) - number(b)) / 10_000);
}

/** Day of a calendar date; months and dates beyond their end run over (month 13 is next January). */
export const dayOfDate = (year: number, month: number, date: number): Day => Date.UTC(year, month - 1, date) / 86_400_000;

/** 1 January of the day's year. */
export const yearStartOf = (day: Day): Day => dayOfDate(calendarDate(day).year, 1, 1);

const spans = [
  ['天', 'days', 86_400],
  ['小时', 'hours', 3600],
  ['分钟', 'minutes', 60],
  ['秒', 'seconds', 1],
] as const;
/** A length of time in whole seconds, in its two largest units. */
export function spanWords(seconds: number): { readonly zh: string; readonly en: string } {
  let rest = seconds;
  const parts = spans.flatMap(([zh, en, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? [{ zh: `${count} ${zh}`, en: `${count} ${en}` }] : [];
  });
  const told = parts.length > 0 ? parts.slice(0, 2) : [{ zh: '0 秒', en: '0 seconds' }];
  return { zh: told.map(({ zh }) => zh).join(' '), en: told.map(({ en }) => en).join(' ') };
}
