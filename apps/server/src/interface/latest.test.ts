import { describe, expect, test } from 'vitest';
import { Latest } from './latest.ts';

describe('what was set last', () => {
  test('the newest half is always there, more than the whole never', () => {
    const latest = new Latest<number>(10);
    for (let n = 0; n < 1000; n += 1) {
      latest.set(`k${n}`, n);
      for (let back = 0; back < 5 && back <= n; back += 1) expect(latest.get(`k${n - back}`)).toBe(n - back);
      expect([...latest].length).toBeLessThanOrEqual(10);
    }
    expect(latest.has('k0')).toBe(false);
  });

  test('a key that was set again has its newest value, once', () => {
    const latest = new Latest<string>(6);
    for (const [key, value] of ['a1', 'b1', 'c1', 'a2'].map((text) => [...text] as [string, string])) latest.set(key, value);
    expect(latest.get('a')).toBe('2');
    expect([...latest].sort()).toEqual([
      ['a', '2'],
      ['b', '1'],
      ['c', '1'],
    ]);
  });
});
