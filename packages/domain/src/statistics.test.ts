// Expectations: Newcombe 1998 (Wilson without correction), Krejcie and Morgan 1970 (sample sizes), tables of the normal distribution.
import { expect, test } from 'vitest';
import { sampleSize, wilson, zOf } from './statistics.ts';

test('quantiles of the normal distribution', () => {
  expect(zOf(90)).toBeCloseTo(1.644854, 5);
  expect(zOf(95)).toBeCloseTo(1.959964, 5);
  expect(zOf(99)).toBeCloseTo(2.575829, 5);
});

test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('Wilson %i of %i', (count, of, low, high) => {
  expect(wilson(count, of).low).toBeCloseTo(low, 3);
  expect(wilson(count, of).high).toBeCloseTo(high, 3);
});

test('a part of a known population is surer, and everybody asked is sure', () => {
  // 50 of 100 out of 200: n counts as 100·199/100 = 199, and for a share of one half Wilson's half is z/2 ÷ √(n + z²) = 0.0688
  const part = wilson(50, 100, 1.959964, 200);
  expect(part.high - 0.5).toBeCloseTo(0.0688, 4);
  expect(0.5 - part.low).toBeCloseTo(0.0688, 4);
  expect(wilson(150, 200, 1.96, 200)).toEqual({ low: 0.75, high: 0.75 });
});

test.each([
  [null, 385],
  [100, 80],
  [1000, 278],
  [10_000, 370],
])('answers needed of a population of %s for ±5 points at 95 %%', (population, needed) => {
  expect(sampleSize(0.05, 1.959964, population)).toBe(needed);
});
