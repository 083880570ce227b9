import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSample, type RecheckUnit, ratioOf } from './recheck.ts';

const units = (sizes: readonly number[]): RecheckUnit[] =>
  sizes.flatMap((n, s) =>
    Array.from({ length: n }, (_, i) => ({ id: `${s}-${i}`, kind: s % 2 ? ('claim' as const) : ('finding' as const), stratum: `S${s}` })),
  );
const counts = (sample: readonly RecheckUnit[]) =>
  Object.fromEntries([...Map.groupBy(sample, (u) => u.stratum)].map(([k, v]) => [k, v.length]));

test('by share, and at least one of each', () => {
  expect(counts(drawSample(units([80, 15, 4, 1]), 20, 1))).toEqual({ S0: 15, S1: 3, S2: 1, S3: 1 });
  expect(counts(drawSample(units([5, 5]), 20, 1))).toEqual({ S0: 5, S1: 5 });
  expect(drawSample([], 20, 1)).toEqual([]);
});

test('the seed is the sample: again the same, whatever the order; another seed, another sample', () => {
  const all = units([50, 50]);
  const ids = (list: readonly RecheckUnit[]) => list.map((u) => u.id);
  expect(ids(drawSample([...all].reverse(), 10, 7))).toEqual(ids(drawSample(all, 10, 7)));
  expect(ids(drawSample(all, 10, 8))).not.toEqual(ids(drawSample(all, 10, 7)));
});

test('property: as many as wanted, nobody twice, never more of a stratum than there are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }),
      fc.integer({ min: 0, max: 80 }),
      fc.integer(),
      (sizes, size, seed) => {
        const all = units(sizes);
        const sample = drawSample(all, size, seed);
        expect(sample).toHaveLength(Math.min(size, all.length));
        expect(new Set(sample.map((u) => u.id)).size).toBe(sample.length);
        if (size >= sizes.length) expect(new Set(sample.map((u) => u.stratum)).size).toBe(sizes.length);
      },
    ),
  );
});

test('every unit of a stratum is as likely as any other', () => {
  const all = units([10]);
  const drawn = new Map<string, number>();
  for (let seed = 0; seed < 4000; seed++) for (const { id } of drawSample(all, 3, seed)) drawn.set(id, (drawn.get(id) ?? 0) + 1);
  // 4000 × 3 ÷ 10 = 1200 each; five standard deviations are 145
  for (const n of drawn.values()) expect(Math.abs(n - 1200)).toBeLessThan(145);
});

test('Wilson’s interval, against values from his formula worked out elsewhere', () => {
  // 8 of 10: (0.4902, 0.9433); 0 of 20: (0, 0.1611) — Brown, Cai, DasGupta 2001
  expect(ratioOf(8, 10)).toMatchObject({ ratio: 0.8, low: expect.closeTo(0.4902, 3), high: expect.closeTo(0.9433, 3) });
  expect(ratioOf(0, 20)).toMatchObject({ ratio: 0, low: 0, high: expect.closeTo(0.1611, 3) });
  expect(ratioOf(0, 0)).toMatchObject({ ratio: null, low: null });
});
