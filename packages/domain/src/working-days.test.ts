// Expectations are read off the State Council's arrangements: 国办发明电〔2023〕7号 (2024) and 国办发明电〔2025〕7号 (2026).
import { expect, test } from 'vitest';
import { formatDay, parseDay } from './time.ts';
import { dueDay, workingCalendarOf, workingDaysBetween } from './working-days.ts';

const day = (text: string) => parseDay(text) as number;
const official = workingCalendarOf([]);
const due = (from: string, n: number, calendar = official) => {
  const found = dueDay(day(from), n, calendar);
  return found === null ? null : formatDay(found);
};

test('weekends, holidays and days worked in exchange', () => {
  // 2024 春节: 2 月 10 日至 17 日放假, 2 月 4 日(周日)、2 月 18 日(周日)上班
  expect(['2024-02-04', '2024-02-09', '2024-02-10', '2024-02-17', '2024-02-18'].map((d) => official.isWorked(day(d)))).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
  expect(due('2024-02-08', 1)).toBe('2024-02-09');
  expect(due('2024-02-08', 2)).toBe('2024-02-18');
  // ten working days over the holiday: 9, 18, 19–23, 26–28 February
  expect(due('2024-02-08', 10)).toBe('2024-02-28');
});

test('the day it began does not count; none at all ends the same day', () => {
  expect(due('2024-03-04', 5)).toBe('2024-03-11');
  expect(due('2024-03-04', 0)).toBe('2024-03-04');
  expect(due('2024-03-02', 1)).toBe('2024-03-04'); // began on a Saturday
});

test('a year that is not published is unknown, until the bureau declares it', () => {
  expect(official.isWorked(day('2031-03-03'))).toBeNull();
  expect(due('2026-12-28', 10)).toBeNull();
  expect(due('2026-12-28', 2)).toBe('2026-12-30');
  const declared = workingCalendarOf([{ day: day('2027-01-01'), worked: false }], [2027]);
  // 29, 30, 31 December, then 4 January and on (1 January free, 2 and 3 a weekend)
  expect(due('2026-12-28', 4, declared)).toBe('2027-01-04');
});

test('a correction moves the end', () => {
  const moved = workingCalendarOf([{ day: day('2024-03-06'), worked: false }]);
  expect(due('2024-03-04', 5, moved)).toBe('2024-03-12');
});

test('counting is the inverse of the limit', () => {
  for (let n = 1; n < 40; n++)
    expect(workingDaysBetween(day('2024-01-15'), dueDay(day('2024-01-15'), n, official) as number, official)).toBe(n);
  expect(workingDaysBetween(day('2024-03-05'), day('2024-03-04'), official)).toBe(0);
  expect(workingDaysBetween(day('2026-12-31'), day('2027-01-04'), official)).toBeNull();
});
