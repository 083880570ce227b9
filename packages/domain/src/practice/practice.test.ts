// Physicians among their like, against means worked out by hand.
import { expect, test } from 'vitest';
import type { RatioSums } from '../benchmark/funnel.ts';
import { comparePractice, homesOf, type PracticeCell } from './practice.ts';

/** Sums over visits of these costs. */
const sums = (no: string, costs: readonly number[]): RatioSums => ({
  no,
  n: costs.length,
  y: costs.reduce((s, c) => s + c, 0),
  x: costs.length,
  yy: costs.reduce((s, c) => s + c * c, 0),
  xy: costs.reduce((s, c) => s + c, 0),
  xx: costs.length,
});
const cell = (no: string, department: string, level: number, costs: readonly number[]): PracticeCell => ({
  no,
  department,
  level,
  scene: 'visit',
  n: costs.length,
  sums: { visitCost: sums(no, costs) },
});

test('one is compared where most of the work is done, and only by the work done there', () => {
  const cells = [cell('A', 'inner', 3, [100, 300, 200]), cell('A', 'emergency', 3, [9000]), cell('B', 'inner', 3, [400, 600])];
  expect(homesOf(cells).get('A')).toEqual({ department: 'inner', level: 3 });
  const { standings } = comparePractice(cells, 1);
  // peers: (100 + 300 + 200 + 400 + 600) / 5; A's visit of 9,000 in the emergency department counts nowhere
  expect(standings.get('A')).toMatchObject({ peers: 2, marks: [{ indicator: 'visitCost', n: 3, value: 200, centre: 320 }] });
  expect(standings.get('B')).toMatchObject({ peers: 2, marks: [{ n: 2, value: 500, centre: 320 }] });
});

test('the same department of another class is no peer', () => {
  const { standings } = comparePractice([cell('A', 'inner', 3, [100, 300]), cell('C', 'inner', 1, [50, 70])], 1);
  expect(standings.get('A')).toMatchObject({ peers: 1, marks: [{ centre: 200 }] });
  expect(standings.get('C')).toMatchObject({ peers: 1, marks: [{ centre: 60 }] });
});

test('few visits are shown and not judged, however dear', () => {
  const usual = Array.from({ length: 20 }, (_, k) =>
    cell(
      `U${k}`,
      'inner',
      3,
      Array.from({ length: 40 }, (_, n) => 100 + (n % 5)),
    ),
  );
  const { standings, funnel } = comparePractice(
    [...usual, cell('few', 'inner', 3, [900]), cell('dear', 'inner', 3, Array(40).fill(300))],
    30,
  );
  expect(standings.get('few')?.marks[0]?.mark).toBe('small');
  expect(standings.get('dear')?.marks[0]?.mark).toBe('high');
  expect(funnel('dear', 'visitCost')?.rows).toHaveLength(22);
  expect(funnel('dear', 'stayCost')).toBeUndefined();
});
