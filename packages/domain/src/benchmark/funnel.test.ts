// Funnels against statistics worked out by hand.
import { describe, expect, test } from 'vitest';
import { funnelOf, type RatioSums } from './funnel.ts';

/** Sums of stays given one by one. */
const sumsOf = (no: string, stays: readonly (readonly [y: number, x: number])[]): RatioSums => ({
  no,
  n: stays.length,
  y: stays.reduce((s, [y]) => s + y, 0),
  x: stays.reduce((s, [, x]) => s + x, 0),
  yy: stays.reduce((s, [y]) => s + y * y, 0),
  xy: stays.reduce((s, [y, x]) => s + x * y, 0),
  xx: stays.reduce((s, [, x]) => s + x * x, 0),
});
const mean = (no: string, values: number[]) =>
  sumsOf(
    no,
    values.map((value) => [value, 1]),
  );

describe('a funnel', () => {
  test('means 2 and 6 of four stays each: centre 4, deviation √(40/7), scores ∓4/√(40/7)', () => {
    const funnel = funnelOf([mean('A', [1, 3, 1, 3]), mean('B', [5, 7, 5, 7])], 2);
    expect(funnel.centre).toBe(4);
    // squares of 1,3,1,3,5,7,5,7 about 4: 9+1+9+1+1+9+1+9 = 40 over 7
    expect(funnel.spread).toBeCloseTo(Math.sqrt(40 / 7), 12);
    expect(funnel.rows.map(({ score }) => score)).toEqual([
      expect.closeTo(-4 / Math.sqrt(40 / 7), 12),
      expect.closeTo(4 / Math.sqrt(40 / 7), 12),
    ]);
    expect(funnel.rows.map(({ mark }) => mark)).toEqual(['within', 'within']);
  });
  test('a share is weighed by cost, not by stays', () => {
    const funnel = funnelOf(
      [
        sumsOf('A', [
          [10, 100],
          [0, 100],
        ]),
        sumsOf('B', [
          [90, 200],
          [0, 100],
        ]),
      ],
      1,
    );
    expect(funnel.centre).toBe(100 / 500);
    expect(funnel.rows.map(({ value }) => value)).toEqual([0.05, 0.3]);
  });
  test('few stays are shown as such, however far they stand off', () => {
    const funnel = funnelOf(
      [
        mean(
          'many',
          Array.from({ length: 100 }, (_, i) => i % 2),
        ),
        mean('few', [9, 9]),
      ],
      30,
    );
    expect(funnel.rows[1]?.mark).toBe('small');
  });
  test('one that stands far off is marked, and does not widen its own limits', () => {
    const usual = Array.from({ length: 20 }, (_, k) =>
      mean(
        `H${k}`,
        Array.from({ length: 100 }, (_, i) => 10 + ((i + k) % 5)),
      ),
    );
    const funnel = funnelOf(
      [
        ...usual,
        mean(
          'strange',
          Array.from({ length: 100 }, (_, i) => 18 + (i % 5)),
        ),
      ],
      30,
    );
    // drawn in; with its own score of 34 it would be above 50
    expect(funnel.overdispersion).toBeLessThan(4);
    expect(funnel.rows.filter(({ mark }) => mark === 'high').map(({ no }) => no)).toEqual(['strange']);
  });
  test('institutions that all differ widen the limits for all', () => {
    const funnel = funnelOf(
      Array.from({ length: 20 }, (_, k) =>
        mean(
          `H${k}`,
          Array.from({ length: 100 }, (_, i) => k * 3 + (i % 5)),
        ),
      ),
      30,
    );
    expect(funnel.overdispersion).toBeGreaterThan(10);
    expect(funnel.rows.every(({ mark }) => mark === 'within' || mark.startsWith('watch'))).toBe(true);
  });
  test('an institution that records nothing is shown as such, and moves nobody', () => {
    const rows = [mean('A', [1, 2, 3, 4]), mean('B', [2, 3, 4, 5])];
    const silent = { no: 'C', n: 0, y: 0, x: 0, yy: 0, xy: 0, xx: 0 };
    const { rows: found, ...funnel } = funnelOf([...rows, silent], 1);
    const { rows: without, ...same } = funnelOf(rows, 1);
    expect(funnel).toEqual(same);
    expect(found).toEqual([...without, { no: 'C', n: 0, value: null, score: null, mark: 'unrecorded' }]);
    expect(funnelOf([silent], 1).rows[0]?.mark).toBe('unrecorded');
  });
  test('nobody, or all the same, is no spread', () => {
    expect(funnelOf([], 1)).toMatchObject({ centre: null, rows: [] });
    expect(funnelOf([mean('A', [3, 3]), mean('B', [3, 3])], 1)).toMatchObject({
      centre: 3,
      spread: null,
      rows: [{ mark: 'small' }, { mark: 'small' }],
    });
  });
});
