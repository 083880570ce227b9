// What the excess over a limit of the fund is worth, worked out by hand.
import { ruleSchema, rules } from '@hengjian/catalog';
import { asMember, compileRule, decidePartitions, type Point, type Row } from '@hengjian/language';
import { expect, test } from 'vitest';
import { price } from './price.ts';

const point: Point = {
  index: 0,
  pointId: 'K1',
  lineage: 'K1',
  subject: '',
  constraint: '',
  basis: '',
  from: 0,
  to: 40_000,
  codes: { code: ['A'] },
  params: { maxFund: 10_000, window: 'encounter' },
};
const line = (no: number, amountFen: number, inScopeFen: number, fundFen: number | null): Row => ({
  line: no,
  lineNo: `L${no}`,
  encounter: 1,
  encounterNo: 'E1',
  person: 1,
  provider: 1,
  day: 20_000,
  occurredAt: 20_000 * 86_400 + no,
  amountFen,
  inScopeFen,
  fundFen,
});
const worth = (id: 'service-fund-cap' | 'consumable-fund-cap', lines: readonly Row[]) => {
  const compiled = compileRule(rules[id], ruleSchema);
  const members = lines.flatMap((record) => asMember(compiled, { record, point }) ?? []);
  const [answer] = decidePartitions(compiled, members);
  return answer?.answer === 'hit' ? price(compiled, answer).map((one) => [one.amountFen, one.inScopeFen, one.fundFen]) : answer?.answer;
};

test('what the fund paid above its limit is all the fund’s', () => {
  // 90 and 60 yuan paid of 120 and 80: 50 above 100, three to two
  expect(worth('service-fund-cap', [line(1, 12_000, 11_000, 9_000), line(2, 8_000, 7_000, 6_000)])).toEqual([
    [3_000, 3_000, 3_000],
    [2_000, 2_000, 2_000],
  ]);
});

test('of what was put into scope above the limit the fund lost its share of the scope', () => {
  // 90 and 60 yuan in scope, half of it paid
  expect(worth('consumable-fund-cap', [line(1, 12_000, 9_000, 4_500), line(2, 8_000, 6_000, 3_000)])).toEqual([
    [3_000, 3_000, 1_500],
    [2_000, 2_000, 1_000],
  ]);
  expect(worth('consumable-fund-cap', [line(1, 20_000, 15_000, null)])).toEqual([[5_000, 5_000, null]]);
});

test('a line the fund does not pay for takes no part of the excess', () => {
  expect(worth('service-fund-cap', [line(1, 12_000, 12_000, 12_000), line(2, 8_000, 0, 0)])).toEqual([
    [2_000, 2_000, 2_000],
    [0, 0, 0],
  ]);
  expect(worth('service-fund-cap', [line(1, 20_000, 20_000, 10_000)])).toBe('clear');
});
