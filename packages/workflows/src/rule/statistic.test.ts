import { rules } from '@hengjian/catalog';
import { add, count, field, literal, multiply, param } from '@hengjian/language';
import { expect, test } from 'vitest';
import { withValue } from './propose-value.ts';
import { spreadOf, statisticOf, whereValuesStand } from './statistic.ts';

const ruleOf = (id: string) => {
  const found = Object.values(rules).find((rule) => rule.id === id);
  if (!found) throw new Error(id);
  return found;
};

test('what a parameter is the threshold of', () => {
  const share = ruleOf('drug-cost-share');
  expect(statisticOf(share, 'scoreTenths')).toMatchObject({ fact: 'score', form: 'score' });
  expect(statisticOf(share, 'limitPercent')).toMatchObject({ fact: 'value', form: 'ratio' });
  // how many peers there must be says nothing of where a subject stands
  expect(statisticOf(share, 'minPeers')).toBeNull();
  expect(statisticOf(ruleOf('split-stay'), 'maxGapDays')).toBeNull();
});

test('a threshold stands in the unit of the statistic: 3.5 is 3,500 thousandths, 35 % 350,000 millionths', () => {
  const share = ruleOf('drug-cost-share');
  const at = (parameter: string) => {
    const statistic = statisticOf(share, parameter);
    return statistic && whereValuesStand(share, statistic, parameter, [25, 35], []);
  };
  expect(at('scoreTenths')?.map((place) => place.at)).toEqual([2_500, 3_500]);
  expect(at('limitPercent')?.map((place) => place.at)).toEqual([250_000, 350_000]);
  // with another parameter of the same limit at its value in force; what turns on records stands nowhere
  const two = { fact: 'score', form: 'score', limit: add(multiply(param('scoreTenths'), literal(100)), param('minPeers')) } as const;
  expect(whereValuesStand(share, two, 'scoreTenths', [10], [{ name: 'minPeers', value: 7 }])).toEqual([{ value: 10, at: 1_007 }]);
  const own = { fact: 'score', form: 'score', limit: add(param('scoreTenths'), count(field('totalFen'))) } as const;
  expect(whereValuesStand(share, own, 'scoreTenths', [10], [])).toEqual([]);
});

test('every subject lies in one stretch, those far out in the outermost', () => {
  const measured = [...Array.from({ length: 1000 }, (_, i) => i), 1_000_000, -50_000];
  const spread = spreadOf({ form: 'score' }, measured, [{ value: 20, at: 2_000 }]);
  expect(spread.subjects).toBe(1002);
  expect(spread.bins.reduce((sum, bin) => sum + bin.subjects, 0)).toBe(1002);
  const [first, last] = [spread.bins[0], spread.bins.at(-1)];
  expect(first?.from).toBeGreaterThan(-50_000);
  expect(last?.to).toBeGreaterThan(2_000);
  expect(last?.to).toBeLessThan(3_000);
  expect(last?.subjects).toBe(1);
  expect(spreadOf({ form: 'score' }, [], []).bins).toEqual([]);
});

test('a proposed value takes the place of the row in force; other dates and regions stay', () => {
  const row = (region: string, from: number | null, to: number | null, value: number) => ({ name: 'n', region, from, to, value });
  const rows = [row('*', null, 99, 1), row('*', 100, null, 2), row('610100', 100, null, 3), { ...row('*', null, null, 9), name: 'm' }];
  const put = (region: string, day: number) => withValue(rows, { name: 'n', region, day, value: 7 });
  expect(put('*', 150)).toEqual([row('*', null, 99, 1), row('*', 100, null, 7)]);
  expect(put('*', 50)).toEqual([row('*', null, 99, 7), row('*', 100, null, 2)]);
  expect(put('610100', 150)).toEqual([row('610100', 100, null, 7)]);
  // the region had no row of its own on that day: it followed everywhere's
  expect(put('610100', 50)).toEqual([row('*', null, 99, 7), row('*', 100, null, 2)]);
  expect(withValue([], { name: 'n', region: '*', day: 1, value: 7 })).toEqual([row('*', null, null, 7)]);
});
