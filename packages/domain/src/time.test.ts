import { expect, test } from 'vitest';
import { ageYears, dayOf, formatDay, formatInstant, OPEN_DAY, parseDay, parseInstant } from './time.ts';

const day = (text: string) => parseDay(text) as number;

test.each([
  ['2000-02-29', '2018-02-28', 17],
  ['2000-02-29', '2018-03-01', 18],
  ['2000-02-29', '2020-02-29', 20],
  ['1980-06-15', '2022-06-14', 41],
  ['1980-06-15', '2022-06-15', 42],
])('age of one born %s on %s is %i', (birth, on, years) => expect(ageYears(day(birth), day(on))).toBe(years));

test('dates of the calendar only', () => {
  expect(parseDay('2023-02-29')).toBeUndefined();
  expect(parseDay('20240229')).toBe(day('2024-02-29'));
  expect(parseDay('9999-12-31')).toBe(OPEN_DAY);
  expect(parseInstant('2024-02-29 24:00:00')).toBeUndefined();
  const instant = parseInstant('1969-12-31 23:59:59') as number;
  expect(dayOf(instant)).toBe(-1);
  expect(formatInstant(instant)).toBe('1969-12-31 23:59:59');
  expect(formatDay(day('2022-3-5'))).toBe('2022-03-05');
});

test('every day of a thousand years is as far from the first as the calendar of the machine has it', () => {
  for (let at = Date.UTC(1600, 0, 1); at < Date.UTC(2600, 0, 1); at += 86_400_000 * 3 + 3_661_000) {
    const text = new Date(at).toISOString().slice(0, 19).replace('T', ' ');
    if (parseInstant(text) !== at / 1000) expect(`${text}: ${parseInstant(text)}`).toBe(`${text}: ${at / 1000}`);
  }
});
