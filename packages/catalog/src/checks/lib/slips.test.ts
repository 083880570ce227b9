// Slips of the hand in a sum: named where one explains the gap, silent where several could.
import { expect, test } from 'vitest';
import { slipIn, slipOf } from './slips.ts';

test.each([
  [645, 654, 'swapped'],
  [95.3, 93.5, 'swapped'],
  [1.2, 2.1, 'swapped'],
  [638, 628, 'digit'],
  [56.7, 567, 'point'],
  [12, 120_000, 'point'],
  [645, 456, null],
  [645, 645, null],
  [100, 90, null],
  [0, 10, null],
])('%s for %s: %s', (found, wanted, slip) => expect(slipOf(found, wanted)).toBe(slip));

test('the total, a part, or nothing where more than one could be wrong', () => {
  expect(slipIn(645, [120, 344, 190])).toEqual({ part: -1, from: 645, to: 654, slip: 'swapped' });
  // 101 = 12 + 31 + 58; 58 is printed 85.
  expect(slipIn(101, [12, 31, 85])).toEqual({ part: 2, from: 85, to: 58, slip: 'swapped' });
  // One wrong digit could be in any of the three.
  expect(slipIn(638, [314, 314])).toBeNull();
  expect(slipIn(100, [60, 40])).toBeNull();
});
