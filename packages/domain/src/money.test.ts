import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amountOf,
  formatFixed,
  formatYuan,
  largestRemainder,
  PRICE_SCALE,
  parseFixed,
  parseYuan,
  proportion,
  QUANTITY_SCALE,
} from './money.ts';

describe('money', () => {
  test.each([
    ['12.50', 1250],
    ['12.5', 1250],
    ['-0.01', -1],
    ['0', 0],
    ['12.345', undefined],
    ['1,200', undefined],
    ['', undefined],
    ['12.340', 1234],
  ])('parseYuan(%s)', (text, fen) => expect(parseYuan(text)).toBe(fen));

  test('formatting reads back', () =>
    fc.assert(fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (fen) => parseYuan(formatYuan(fen)) === fen)));

  test('quantity × price rounds half away from zero', () => {
    const q = (t: string) => parseFixed(t, QUANTITY_SCALE) as number;
    const p = (t: string) => parseFixed(t, PRICE_SCALE) as number;
    expect(amountOf(q('3'), p('0.335'))).toBe(101); // 1.005
    expect(amountOf(q('-3'), p('0.335'))).toBe(-101);
    expect(amountOf(q('1000'), p('10000'))).toBe(1_000_000_000);
    expect(formatFixed(q('2.5'), QUANTITY_SCALE)).toBe('2.5');
  });

  test('largest remainder keeps the sum and stays within one fen of the exact share', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
        fc.array(fc.integer({ min: 0, max: 10 ** 7 }), { minLength: 1, maxLength: 40 }),
        (total, weights) => {
          const parts = largestRemainder(total, weights);
          const sum = weights.reduce((a, b) => a + b, 0);
          if (sum === 0) return parts.every((part) => part === 0);
          return (
            parts.reduce((a, b) => a + b, 0) === total &&
            parts.every((part, i) => Math.abs(part - (total * (weights[i] as number)) / sum) < 1.001)
          );
        },
      ),
    ));

  test('proportion', () => {
    expect(proportion(100, 1, 3)).toBe(33);
    expect(proportion(-100, 2, 3)).toBe(-67);
    expect(proportion(5, 1, 2)).toBe(3);
    expect(proportion(5, 1, 0)).toBe(0);
  });
});
