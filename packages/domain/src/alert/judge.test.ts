import { describe, expect, test } from 'vitest';
import { type AlertCell, type AlertComparison, judgeCells } from './judge.ts';

const cell = (window: number, value: number | null, more: Partial<AlertCell> = {}): AlertCell => ({
  subject: 'a',
  window,
  value,
  limit: null,
  asked: true,
  peers: 'all',
  ...more,
});
const all = { from: 0, to: 99, direction: 'above' } as const;
const below = { ...all, direction: 'below' } as const;
const said = (cells: AlertCell[], comparison: AlertComparison, how: typeof all | typeof below = all) => {
  const { signals, asked, unasked } = judgeCells(cells, comparison, how);
  return { windows: signals.map(({ cell }) => cell.window), subjects: signals.map(({ cell }) => cell.subject), asked, unasked };
};
const unasked = { missing: 0, noBaseline: 0, zeroBaseline: 0, fewPeers: 0 };

describe('a limit on record', () => {
  const limited = (value: number | null, limit: number | null) => [cell(1, value, { limit })];
  test.each([
    ['reached is a signal', limited(10, 10), all, [1]],
    ['one less is none', limited(9, 10), all, []],
    ['below: reached is a signal', limited(10, 10), below, [1]],
    ['below: one more is none', limited(11, 10), below, []],
  ])('%s', (_, cells, how, windows) => expect(said(cells, { kind: 'limit' }, how).windows).toEqual(windows));

  test('without a limit or a value it could not be asked', () => {
    expect(said([...limited(10, null), ...limited(null, 10)], { kind: 'limit' })).toEqual({
      windows: [],
      subjects: [],
      asked: 2,
      unasked: { ...unasked, missing: 2 },
    });
  });
});

describe('growth against the window before', () => {
  const growth = { kind: 'growth', step: 1, percent: 50, base: 10 } as const;
  test.each([
    ['half as much again', [20, 30], all, [2]],
    ['one short of half as much again', [20, 29], all, []],
    ['half gone', [20, 10], below, [2]],
    ['a little less than half gone', [20, 11], below, []],
    ['grown is not gone', [20, 40], below, []],
    ['gone is not grown', [20, 1], all, []],
  ])('%s', (_, [before, after], how, windows) =>
    expect(said([cell(1, before as number), cell(2, after as number)], growth, how)).toMatchObject({ windows }),
  );

  test('a month missing is no baseline of zero: stated, and no signal', () => {
    expect(said([cell(1, 50), cell(3, 90)], growth)).toMatchObject({
      windows: [],
      unasked: { ...unasked, noBaseline: 1, zeroBaseline: 1 },
    });
  });

  test.each([all, below])('too little before is no baseline, $direction', (how) => {
    expect(said([cell(1, 9), cell(2, 90)], growth, how).unasked).toEqual({ ...unasked, noBaseline: 1, zeroBaseline: 1 });
  });
});

describe('its own earlier windows', () => {
  // usual 100, no spread: chance alone spreads a count of 100 by 10, so three spreads are 30
  const own = { kind: 'own', step: 1, back: 6, least: 3, score: 3000, floor: 1 } as const;
  const flat = [1, 2, 3].map((window) => cell(window, 100));
  test.each([
    ['three spreads above', 130, all, [4]],
    ['just less', 129, all, []],
    ['three spreads below', 70, below, [4]],
    ['just more', 71, below, []],
  ])('%s', (_, value, how, windows) => expect(said([...flat, cell(4, value)], own, how).windows).toEqual(windows));

  test('a strange window does not become what is usual', () => {
    expect(said([...flat, cell(4, 500), cell(5, 130)], own).windows).toEqual([4, 5]);
  });

  test('a month that never came is no usual: not asked until enough is known again', () => {
    const before = [1, 2, 3].map((window) => cell(window, 100));
    // windows 4 to 9 have nothing at all; counted as zeros, 100 would be a surge
    expect(said([...before, cell(10, 100), cell(11, 100)], own)).toEqual({
      windows: [],
      subjects: [],
      asked: 5,
      unasked: { ...unasked, noBaseline: 5 },
    });
    // two windows without a record are zeros
    expect(said([...before, cell(6, 300)], own).windows).toEqual([6]);
  });

  test('fewer windows than needed: not asked, whatever the value', () => {
    expect(said([cell(1, 100), cell(2, 900)], own)).toMatchObject({ windows: [], unasked: { ...unasked, noBaseline: 2 } });
  });
});

describe('peers in the same window', () => {
  const peers = { kind: 'peers', least: 3, score: 3000, floor: 10 } as const;
  const of = (values: number[], group = 'all') => values.map((value, k) => cell(1, value, { subject: `${group}${k}`, peers: group }));
  test.each([
    ['three floors above the median', [100, 100, 100, 130], all, ['all3']],
    ['just less', [100, 100, 100, 129], all, []],
    ['three floors below', [100, 100, 100, 70], below, ['all3']],
  ])('%s', (_, values, how, subjects) => expect(said(of(values), peers, how).subjects).toEqual(subjects));

  test('groups are not mixed, and a small one is not asked', () => {
    expect(said([...of([100, 100, 100, 100]), ...of([900, 1], 'few')], peers)).toMatchObject({
      subjects: [],
      asked: 6,
      unasked: { ...unasked, fewPeers: 2 },
    });
  });
});
