import { describe, expect, test } from 'vitest';
import { numbersOnce } from './numbers-once.ts';

describe('numbers that may be used once', () => {
  test('a number is taken once until its end, and again afterwards', () => {
    const once = numbersOnce();
    expect(once('x-tif key 1', 100, 50)).toBe(true);
    expect(once('x-tif key 1', 200, 99)).toBe(false);
    expect(once('x-tif key 1', 200, 100)).toBe(false);
    expect(once('x-tif key 2', 100, 50)).toBe(true);
    expect(once('x-tif key 1', 200, 101)).toBe(true);
    expect(once('x-tif key 1', 300, 150)).toBe(false);
  });

  test('many are told apart, and at least as many as one table holds are remembered', () => {
    const once = numbersOnce(1000);
    for (let n = 0; n < 5000; n += 1) expect(once(`key ${n}`, 100, 50)).toBe(true);
    for (let n = 4000; n < 5000; n += 1) expect(once(`key ${n}`, 100, 50)).toBe(false);
    expect(once('key 0', 100, 50)).toBe(true);
  });
});
