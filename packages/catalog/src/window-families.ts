/** Families of rules about what is charged within a window: a day, an encounter, a month, a course. */
import {
  add,
  and,
  choose,
  coalesce,
  coveredDays,
  type Expression,
  eq,
  field,
  fold,
  gt,
  isNull,
  literal,
  maximum,
  minimum,
  monthStart,
  multiply,
  not,
  or,
  param,
  type RuleTree,
  right,
  subtract,
  sum,
  sumExceeds,
  sumKnown,
} from '@hengjian/language';
import { eachItem, type Named, type Titled } from './families.ts';
import { inSameWindow, nationalBasis, regulation, rule, sameProviderKey, windowKey } from './fragments.ts';

/** The sum of an amount of the person's lines within the window is above the limit; the excess is in question. */
export const fundCapRule = (named: Named, amount: Expression): RuleTree =>
  rule({
    certainty: 'clear',
    grain: 'person',
    basis: [nationalBasis(named.title.zh)],
    knowledge: eachItem,
    knowledgeParams: ['maxFund', 'window', 'sameProvider'],
    parameters: {
      window: { type: 'text', title: { zh: '知识点未写明时的区间', en: 'Window where the point names none' }, standard: 'encounter' },
    },
    key: [field('person'), ...windowKey(), sameProviderKey],
    shape: { kind: 'group', when: sumExceeds(amount, param('maxFund')) },
    money: { kind: 'sumLess', less: param('maxFund'), amount },
    facts: {
      total: { value: sumKnown(amount), form: 'fen' },
      max: { value: param('maxFund'), form: 'fen' },
      window: { value: param('window'), form: 'window' },
    },
    ...named,
  });

/**
 * More days than the point pays for, in an encounter, a course or a year. `known` days of a line are certain (unknown counts one);
 * `supplied` are unknown where the extract should have told them.
 */
export function courseRule(named: Named, known: Expression, supplied: Expression): RuleTree {
  const bySpan = coalesce(param('span'), literal(false));
  const one = known.op === 'literal';
  // the last day of use; a line of one day ends where it begins
  const lastDay = (days: Expression): Expression => (one ? field('day') : add(field('day'), subtract(days, 1)));
  const used = (days: Expression): Expression =>
    choose(bySpan, add(subtract(maximum(lastDay(days)), minimum(field('day'))), 1), coveredDays(field('day'), days));
  const exceeds = (days: Expression): Expression => gt(used(days), param('maxDays'));
  return rule({
    certainty: 'clear',
    grain: 'person',
    basis: [nationalBasis(named.title.zh)],
    knowledge: eachItem,
    knowledgeParams: ['maxDays', 'window', 'courseGapDays', 'span'],
    parameters: {
      window: { type: 'text', title: { zh: '知识点未写明时的区间', en: 'Window where the point names none' }, standard: 'course' },
      usualCourseGapDays: {
        type: 'int',
        title: { zh: '停用多少天后为另一疗程', en: 'Days without use that end a course' },
        unit: '天',
        standard: 30,
      },
    },
    key: [field('person'), ...windowKey(field('day'), fold('course'))],
    shape: {
      kind: 'group',
      stream: {
        key: [field('person')],
        order: field('occurredAt'),
        folds: { course: { fold: 'runStart', args: [field('day'), coalesce(param('courseGapDays'), param('usualCourseGapDays'))] } },
      },
      when: one ? exceeds(known) : or(exceeds(known), exceeds(supplied)),
    },
    money: { kind: 'daysBeyond', day: field('day'), days: known, limit: param('maxDays'), span: bySpan },
    facts: {
      used: { value: used(known), form: 'int' },
      max: { value: param('maxDays'), form: 'int' },
      window: { value: param('window'), form: 'window' },
      from: { value: minimum(field('day')), form: 'day' },
    },
    ...named,
  });
}

/** What went out by the register: opening and purchased, less closing and lost. One row a partition. */
const accounted = maximum(
  subtract(add(field('openingQuantity'), field('purchasedQuantity')), add(field('closingQuantity'), field('lostQuantity'))),
);
const mostSettled = multiply(accounted, add(100, param('tolerancePercent')));

/** An institution settled more of an item of that kind in a month than its stock register accounts for. */
export const stockRule = (named: Named, kind: 'drug' | 'consumable'): RuleTree =>
  rule({
    certainty: 'suspect',
    grain: 'provider',
    basis: [nationalBasis(named.title.zh), regulation('第十六条、第三十八条、第四十条')],
    reads: 'stockedLine',
    parameters: {
      tolerancePercent: { type: 'int', title: { zh: '容差', en: 'Tolerance' }, unit: '%', standard: 5 },
    },
    where: and(eq(field('kind'), kind), not(isNull(field('stockMonth')))),
    key: [field('provider'), field('item'), monthStart(field('day'))],
    shape: {
      kind: 'group',
      when: or(gt(multiply(sumKnown(field('quantity')), 100), mostSettled), gt(multiply(sum(field('quantity')), 100), mostSettled)),
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
    ...named,
  });

/** More of the item in the window than the point allows; the excess is in question. */
export const frequencyRule = (named: Titled): RuleTree =>
  rule({
    certainty: 'clear',
    basis: [nationalBasis(named.title.zh)],
    grain: 'person',
    knowledge: eachItem,
    knowledgeParams: ['max', 'window', 'sameProvider'],
    key: [field('person'), ...windowKey(), sameProviderKey],
    shape: { kind: 'group', when: sumExceeds(field('quantity'), param('max')) },
    money: { kind: 'excess', quantity: field('quantity'), limit: param('max') },
    facts: {
      total: { value: sumKnown(field('quantity')), form: 'quantity' },
      max: { value: param('max'), form: 'quantity' },
      window: { value: param('window'), form: 'window' },
    },
    explain: {
      zh: '「{subject}」{window}累计收费 {total}，超过上限 {max}。',
      en: '"{subject}" was charged {total} times in {window}, above the limit of {max}.',
    },
    ...named,
  });

/** None of the items that this one needs is charged in the window. */
export const withoutServiceRule = (named: Titled): RuleTree =>
  rule({
    certainty: 'suspect',
    basis: [nationalBasis(named.title.zh)],
    knowledge: eachItem,
    knowledgeParams: ['window'],
    parameters: {
      window: { type: 'text', title: { zh: '知识点未写明时的区间', en: 'Window where the point names none' }, standard: 'encounter' },
    },
    shape: {
      kind: 'pair',
      want: 'absent',
      right: { reads: 'line', role: 'requires' },
      link: [[field('person'), field('person')]],
      on: inSameWindow,
    },
    facts: { day: { value: field('day'), form: 'day' }, window: { value: param('window'), form: 'window' } },
    explain: {
      zh: '{day} 收取「{subject}」，{window}没有收取任何一项应当同时有的医疗服务项目[（{constraint}）]。',
      en: '"{subject}" was charged on {day}; none of the services it needs was charged in {window}.',
    },
    ...named,
  });

/** Doubling is meant within one provider unless the point says otherwise. */
const within = coalesce(param('sameProvider'), literal(true));

/** An item that contains this one is charged in the same window, within one provider unless the point says otherwise. */
export const containedRule = (named: Titled): RuleTree =>
  rule({
    certainty: 'clear',
    basis: [nationalBasis(named.title.zh), regulation('第三十八条第（三）项')],
    grain: 'person',
    knowledge: { by: 'item', role: 'included', mode: 'each' },
    knowledgeParams: ['window', 'sameProvider'],
    parameters: {
      window: { type: 'text', title: { zh: '知识点未写明时的区间', en: 'Window where the point names none' }, standard: 'day' },
    },
    key: [field('person'), ...windowKey(), choose(within, field('provider'), literal(0))],
    shape: {
      kind: 'pair',
      want: 'present',
      right: { reads: 'line', role: 'including' },
      link: [[field('person'), field('person')]],
      on: and(inSameWindow, choose(within, eq(field('provider'), right('provider')), literal(true))),
    },
    facts: {
      window: { value: param('window'), form: 'window' },
      day: { value: field('day'), form: 'day' },
      other: { value: right('lineNo'), form: 'line' },
    },
    explain: {
      zh: '「{subject}」[（{constraint}）]：{day} {window}已收取包含本项目的项目（{other}），又单独收取本项目。',
      en: '"{subject}"[ ({constraint})]: on {day} an item that contains this one was charged in {window} ({other}), and this one as well.',
    },
    ...named,
  });
