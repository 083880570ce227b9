import { expect, test } from 'vitest';
import { speaking } from '../api.ts';
import { dayTyped, fenTyped, listShown, listTyped } from './typed.ts';

test.each([
  ['', null],
  ['  ', null],
  ['12', 1200],
  ['1,234.5', 123450],
  [' 0.07 ', 7],
])('“%s” yuan is %s fen', (typed, fen) => expect(fenTyped(typed)).toBe(fen));

test.each(['1O0', '12.345', '-5', '三百', '1.2.3'])('“%s” is no amount, and not nothing either', (typed) => {
  expect(() => fenTyped(typed)).toThrow(typed);
});

test.each(['', '昨天', '2026-13-01', '2026-02-30'])('“%s” is no date, and not 1970', (typed) => {
  expect(() => dayTyped(typed)).toThrow();
});

// days since 1970-01-01
test('2026-01-31', () => expect(dayTyped('2026-01-31')).toBe(Date.UTC(2026, 0, 31) / 86_400_000));

test.each(['甲，乙', '甲、乙', '甲,乙', ' 甲; 乙 ', '甲；\n乙，'])('“%s” are two', (typed) =>
  expect(listTyped(typed)).toEqual(['甲', '乙']),
);

test.each([
  ['zh', '三级=2、二级=1'],
  ['en', '三级=2, 二级=1'],
] as const)('a list on a page in %s is read again as it was', (language, shown) => {
  speaking.language = language;
  expect(listShown(['三级=2', '二级=1'])).toBe(shown);
  expect(listTyped(shown)).toEqual(['三级=2', '二级=1']);
  speaking.language = 'zh';
});
