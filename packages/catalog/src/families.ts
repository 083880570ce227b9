/** Rules that ask the same of different items: each family is one question, its rules say of what and in which words. */
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
  ne,
  not,
  or,
  param,
  type RuleTree,
  right,
  startsWithAny,
  subtract,
  sum,
  sumExceeds,
  sumKnown,
} from '@hengjian/language';
import {
  ageFacts,
  ageIn,
  ageOutside,
  childCeilings,
  nationalBasis,
  regulation,
  rule,
  sameProviderKey,
  upperAge,
  upperAgeFacts,
  windowKey,
} from './fragments.ts';

/** What a rule of a family says for itself. */
export type Named = Pick<RuleTree, 'id' | 'code' | 'title' | 'category' | 'explain'> & Partial<RuleTree>;

/** A requirement of single lines: every live knowledge row is one of its own. */
const eachItem = { by: 'item', role: 'code', mode: 'each' } as const;

/** The item is for the other sex. */
export const sexRule = (named: Named): RuleTree =>
  rule({
    certainty: 'clear',
    basis: [nationalBasis(named.title.zh)],
    knowledge: eachItem,
    knowledgeParams: ['sex'],
    shape: { kind: 'row', when: ne(field('sex'), param('sex')) },
    facts: { sex: { value: field('sex'), form: 'sex' }, required: { value: param('sex'), form: 'sex' } },
    ...named,
  });

/** The item is for another age; a group of age without numbers means the region's ceiling. */
export const ageGroupRule = (named: Named): RuleTree =>
  rule({
    certainty: 'clear',
    basis: [nationalBasis(named.title.zh)],
    knowledge: eachItem,
    knowledgeParams: ['minAge', 'maxAge', 'unit', 'ageGroup'],
    parameters: childCeilings,
    shape: { kind: 'row', when: ageOutside(field('day'), upperAge) },
    facts: ageFacts(upperAge),
    ...named,
  });

/** The item is made for children and the person is older. */
export const childrenOnlyRule = (named: Named): RuleTree =>
  rule({
    certainty: 'clear',
    basis: [nationalBasis(named.title.zh)],
    knowledge: eachItem,
    knowledgeParams: ['maxAge', 'unit', 'ageGroup'],
    parameters: childCeilings,
    shape: { kind: 'row', when: gt(ageIn(), upperAge) },
    facts: upperAgeFacts,
    ...named,
  });

/** No diagnosis of the encounter begins with one of those the item is for; several rows on one item are alternatives. */
export const diagnosisRule = (named: Named): RuleTree =>
  rule({
    certainty: 'suspect',
    basis: [nationalBasis(named.title.zh)],
    knowledge: { by: 'item', role: 'code', mode: 'alternatives' },
    knowledgeParams: ['diagnoses'],
    shape: {
      kind: 'pair',
      want: 'absent',
      right: { reads: 'diagnosis', none: 'unknown' },
      link: [[field('encounter'), field('encounter')]],
      on: startsWithAny(right('code'), param('diagnoses')),
    },
    facts: { day: { value: field('day'), form: 'day' }, diagnoses: { value: param('diagnoses'), form: 'texts' } },
    ...named,
  });

/** Billed by a department whose code begins with none of those allowed. */
export const departmentRule = (named: Named): RuleTree =>
  rule({
    certainty: 'clear',
    basis: [nationalBasis(named.title.zh)],
    knowledge: eachItem,
    knowledgeParams: ['departments'],
    shape: { kind: 'row', when: not(startsWithAny(field('department'), param('departments'))) },
    facts: {
      department: { value: field('department'), form: 'text' },
      departments: { value: param('departments'), form: 'texts' },
      day: { value: field('day'), form: 'day' },
    },
    ...named,
  });

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
