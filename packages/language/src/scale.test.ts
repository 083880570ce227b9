import { describe, expect, test } from 'vitest';
import { add, count, type Expression, field, literal, multiply, param, subtract, sum } from './index.ts';
import { atScale, withoutScale } from './scale.ts';
import type { UnitScope } from './units.ts';

const unit = (unit?: string) => ({ type: 'int', title: { zh: '', en: '' }, standard: 1, ...(unit && { unit }) }) as const;
const scope = {
  words: {
    types: { line: { amountFen: 'fen', quantity: 'quantity', unitPrice: 'price', supplyDays: 'int' } },
    intUnits: { supplyDays: 'days' },
    params: {},
  },
  rule: {
    reads: 'line',
    parameters: { share: unit('%'), score: unit('0.1'), most: unit('种'), minutes: unit('分钟'), bare: unit() },
    knowledgeParams: [],
    shape: { kind: 'row', when: literal(true) },
  },
} as unknown as UnitScope;
const money = sum(field('amountFen'));
const quantity = sum(field('quantity'));
const more = add(100, param('share'));

describe('powers of ten that only bring two sides to one scale', () => {
  test.each<[string, Expression, Expression, Expression, Expression]>([
    ['a part of money', multiply(money, 100), multiply(money, param('share')), money, multiply(money, param('share'))],
    ['all of it and more', multiply(count(), 100), multiply(count(), more), count(), multiply(count(), more)],
    ['a quantity and a bare number', quantity, multiply(param('bare'), 10_000), quantity, param('bare')],
    [
      'minutes of a quantity',
      multiply(quantity, param('most')),
      multiply(param('minutes'), 10_000),
      multiply(quantity, param('most')),
      param('minutes'),
    ],
    [
      'a price and a share of money',
      field('unitPrice'),
      multiply(multiply(param('share'), field('amountFen')), 100),
      field('unitPrice'),
      multiply(param('share'), field('amountFen')),
    ],
  ])('%s: gone', (_, a, b, left, right) => {
    expect(withoutScale(a, b, scope)).toEqual([left, right]);
  });

  test.each<[string, Expression, Expression]>([
    ['a hundred times a count is a hundred times it', multiply(count(), 100), param('most')],
    ['… beside a bare number too', multiply(count(), 100), literal(500)],
    ['ten days are ten times one', multiply(field('supplyDays'), 10), field('supplyDays')],
    ['eleven is no power of ten', multiply(money, 11), multiply(money, param('most'))],
    ['a difference of days', subtract(field('supplyDays'), 3), param('most')],
  ])('%s: stays', (_, a, b) => {
    expect(withoutScale(a, b, scope)).toEqual([a, b]);
  });

  test('a score in thousandths, a ratio in millionths; nothing else', () => {
    expect(atScale(multiply(param('score'), 100), 3, scope)).toEqual(param('score'));
    expect(atScale(multiply(param('share'), 10_000), 6, scope)).toEqual(param('share'));
    expect(atScale(multiply(param('bare'), 100), 3, scope)).toEqual(multiply(param('bare'), 100));
  });
});
