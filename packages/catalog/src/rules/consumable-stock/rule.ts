import {
  add,
  deepFreeze,
  eq,
  field,
  gt,
  isNull,
  maximum,
  monthStart,
  multiply,
  not,
  or,
  param,
  subtract,
  sum,
  sumKnown,
} from '@hengjian/language';
import { rule } from '../../fragments.ts';

/** What went out by the register: opening and purchased, less closing and lost. One row a partition. */
const accounted = maximum(
  subtract(add(field('openingQuantity'), field('purchasedQuantity')), add(field('closingQuantity'), field('lostQuantity'))),
);
const allowed = multiply(accounted, add(100, param('tolerancePercent')));

export default deepFreeze(
  rule({
    id: 'consumable-stock',
    code: 'GZ10000203001000',
    title: { zh: '医用耗材进销存异常', en: 'More of a consumable settled than the stock register accounts for' },
    category: '管理类/医用耗材监管类',
    certainty: 'suspect',
    grain: 'provider',
    basis: [
      { document: '医疗保障基金智能监管规则库(2025年版)', article: '医用耗材进销存异常' },
      { document: '医疗保障基金使用监督管理条例(国务院令第735号)', article: '第十六条、第三十八条、第四十条' },
    ],
    reads: 'stockedLine',
    parameters: {
      tolerancePercent: { type: 'int', title: { zh: '容差', en: 'Tolerance' }, unit: '%', standard: 5 },
    },
    where: { op: 'and', args: [eq(field('kind'), 'consumable'), not(isNull(field('stockMonth')))] },
    key: [field('provider'), field('item'), monthStart(field('day'))],
    shape: {
      kind: 'group',
      when: or(gt(multiply(sumKnown(field('quantity')), 100), allowed), gt(multiply(sum(field('quantity')), 100), allowed)),
    },
    money: { kind: 'excess', quantity: field('quantity'), limit: accounted },
    facts: {
      month: { value: monthStart(field('day')), form: 'month' },
      settled: { value: sumKnown(field('quantity')), form: 'quantity' },
      accounted: { value: accounted, form: 'quantity' },
      opening: { value: maximum(field('openingQuantity')), form: 'quantity' },
      purchased: { value: maximum(field('purchasedQuantity')), form: 'quantity' },
      lost: { value: maximum(field('lostQuantity')), form: 'quantity' },
      closing: { value: maximum(field('closingQuantity')), form: 'quantity' },
    },
    explain: {
      zh: '「{subject}」{month} 月结算 {settled},进销存只能说明 {accounted}:期初 {opening}、购进 {purchased}、损耗 {lost}、期末 {closing}。',
      en: '{settled} of "{subject}" were settled in {month}, the stock register accounts for {accounted}: opening {opening}, purchased {purchased}, lost {lost}, closing {closing}.',
    },
  }),
);
