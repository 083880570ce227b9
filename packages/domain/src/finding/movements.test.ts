import { expect, test } from 'vitest';
import { movementsOf } from './movements.ts';

const told = (...postings: [string, number][]) =>
  movementsOf(postings.map(([account, fundFen]) => ({ account, fundFen }))).map(({ way, fundFen }) => [way, fundFen]);

test('what is given back is taken from the ways it came in by, the latest first', () => {
  expect(told(['upheld', 100], ['refused', 60], ['paidBack', 40], ['givenBack', -70])).toEqual([
    ['refused', 60],
    ['paidBack', 40],
    ['paidBack', -40],
    ['refused', -30],
  ]);
});

test('what came in afterwards does not change how an earlier return was counted', () => {
  const before = told(['refused', 100], ['givenBack', -100]);
  expect(told(['refused', 100], ['givenBack', -100], ['paidBack', 50]).slice(0, 2)).toEqual(before);
  expect(before).toEqual([
    ['refused', 100],
    ['refused', -100],
  ]);
});

test('more back than came in is a fault', () => {
  expect(() => told(['selfReturned', 5], ['givenBack', -6])).toThrow(/given back/);
});
