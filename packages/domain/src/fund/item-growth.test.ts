// Growth of items against arithmetic done by hand.
import { describe, expect, test } from 'vitest';
import { forecastQuarter } from '../forecast/quarter.ts';
import { explainItems } from './item-growth.ts';

const use = (code: string, quantity: number, amountFen: number) => ({ code, quantity, amountFen });

describe('growth of items', () => {
  test('volume, mix and price sum to the change', () => {
    // A at 100 and B at 300; then twice as many, three quarters of them B, B at 330
    const growth = explainItems([use('A', 5, 500), use('B', 5, 1500)], [use('A', 5, 500), use('B', 15, 4950)]);
    // volume: 10 more at the mean of 200; price: 15 × 30; mix: the rest, 20 × (250 − 200)
    expect(growth).toEqual({ changeFen: 3450, rate: 3450 / 2000, parts: { volume: 2000, mix: 1000, price: 450 } });
  });
  test('a new item is mix, and a base of zero has no parts', () => {
    expect(explainItems([use('A', 10, 1000)], [use('A', 10, 1000), use('B', 10, 5000)]).parts).toEqual({
      volume: 1000,
      mix: 4000,
      price: 0,
    });
    expect(explainItems([], [use('A', 10, 1000)])).toEqual({ changeFen: 1000, rate: null, parts: null });
    expect(explainItems([use('A', 10, 1000)], [])).toEqual({ changeFen: -1000, rate: -1, parts: null });
  });
  test('thirds are rounded so that the parts still sum', () => {
    const { changeFen, parts } = explainItems([use('A', 3, 100), use('B', 7, 333)], [use('A', 4, 111), use('B', 2, 77)]);
    expect((parts?.volume ?? 0) + (parts?.mix ?? 0) + (parts?.price ?? 0)).toBe(changeFen);
  });
});

describe('the next quarter', () => {
  test('without two years it is the level: three times a steady month, and no season is claimed', () => {
    const found = forecastQuarter([100, 100, 100, 100, 100, 100]);
    expect(found?.method).toBe('level');
    expect(found?.quarter.value).toBeCloseTo(300, 6);
    expect(found?.quarter.high95).toBeCloseTo(300, 6);
  });
  test('what varies has an interval about it', () => {
    const quarter = forecastQuarter([100, 120, 90, 110, 95, 105, 100, 108])?.quarter;
    expect(quarter?.low95).toBeLessThan(quarter?.low80 as number);
    expect(quarter?.low80).toBeLessThan(quarter?.value as number);
    expect(quarter?.high95).toBeGreaterThan(quarter?.high80 as number);
  });
  test('too few months, or one without use, are no forecast', () => {
    expect(forecastQuarter([1, 2, 3, 4, 5])).toBeNull();
    expect(forecastQuarter([1, 2, 3, 0, 5, 6, 7])).toBeNull();
  });
});
