/**
 * One line per operator, aggregate and fold: how it is said. The types demand one for every folder. `no` says the opposite, where
 * a plain "not" would be clumsy. Arguments come as words.
 */
import type { aggregates } from '../aggregates.gen.ts';
import type { folds } from '../folds.gen.ts';
import type { operators } from '../operators.gen.ts';

type Say = (...args: string[]) => string;
export interface Phrase {
  readonly zh: Say;
  readonly en: Say;
  readonly no?: { readonly zh: Say; readonly en: Say };
  /** A condition rather than a value. */
  readonly condition?: true;
}

const value = (zh: Say, en: Say): Phrase => ({ zh, en });
const condition = (zh: Say, en: Say, noZh?: Say, noEn?: Say): Phrase => ({
  zh,
  en,
  condition: true,
  ...(noZh && noEn && { no: { zh: noZh, en: noEn } }),
});
/** A、B或C. */
const list = (items: string[]): string => [items.slice(0, -1).join('、'), ...items.slice(-1)].filter(Boolean).join('或');
const listEn = (items: string[]): string => items.join(', ');

export const operatorPhrases: { readonly [name in keyof typeof operators]: Phrase } = {
  add: value(
    (a, b) => `${a}加上${b}`,
    (a, b) => `${a} plus ${b}`,
  ),
  ageYears: value(
    (_birth, on) => `${on}的周岁年龄`,
    (_birth, on) => `age in years on the ${on}`,
  ),
  and: condition(
    (...a) => a.join('，且'),
    (...a) => a.join(' and '),
  ),
  choose: value(
    (when, then, other) => `（${when}时为${then}，否则为${other}）`,
    (when, then, other) => `(${then} if ${when}, else ${other})`,
  ),
  coalesce: value(
    (a, ...rest) => `${a}（未知时取${list(rest)}）`,
    (a, ...rest) => `${a} (if unknown ${listEn(rest)})`,
  ),
  contains: condition(
    (a, b) => `${a}含有${b}`,
    (a, b) => `${a} contains ${b}`,
    (a, b) => `${a}不含${b}`,
    (a, b) => `${a} does not contain ${b}`,
  ),
  dayOf: value(
    (a) => `${a}所在日`,
    (a) => `day of the ${a}`,
  ),
  doseIn: value(
    (a, unit) => `${a}（按${unit}计）`,
    (a, unit) => `${a} (in ${unit})`,
  ),
  eq: condition(
    (a, b) => `${a}为${b}`,
    (a, b) => `${a} is ${b}`,
    (a, b) => `${a}不为${b}`,
    (a, b) => `${a} is not ${b}`,
  ),
  ge: condition(
    (a, b) => `${a}不小于${b}`,
    (a, b) => `${a} is at least ${b}`,
  ),
  gt: condition(
    (a, b) => `${a}大于${b}`,
    (a, b) => `${a} is above ${b}`,
  ),
  in: condition(
    (a, ...of) => `${a}为${list(of)}`,
    (a, ...of) => `${a} is one of ${listEn(of)}`,
    (a, ...of) => `${a}不为${list(of)}`,
    (a, ...of) => `${a} is none of ${listEn(of)}`,
  ),
  isNull: condition(
    (a) => `${a}未知`,
    (a) => `${a} is unknown`,
    (a) => `${a}已知`,
    (a) => `${a} is known`,
  ),
  le: condition(
    (a, b) => `${a}不大于${b}`,
    (a, b) => `${a} is at most ${b}`,
  ),
  lt: condition(
    (a, b) => `${a}小于${b}`,
    (a, b) => `${a} is below ${b}`,
  ),
  memberOf: condition(
    (a, of) => `${a}属于${of}`,
    (a, of) => `${a} is among ${of}`,
    (a, of) => `${a}不属于${of}`,
    (a, of) => `${a} is not among ${of}`,
  ),
  monthStart: value(
    (a) => `${a}所在月`,
    (a) => `month of the ${a}`,
  ),
  multiply: value(
    (a, b) => `${a}乘以${b}`,
    (a, b) => `${a} times ${b}`,
  ),
  ne: condition(
    (a, b) => `${a}不为${b}`,
    (a, b) => `${a} is not ${b}`,
    (a, b) => `${a}为${b}`,
    (a, b) => `${a} is ${b}`,
  ),
  not: condition(
    (a) => `并非${a}`,
    (a) => `not ${a}`,
  ),
  or: condition(
    (...a) => a.join('，或者'),
    (...a) => a.join(' or '),
  ),
  prefix: value(
    (a, n) => `${a}的前 ${n} 位`,
    (a, n) => `first ${n === '1' ? 'character' : `${n} characters`} of the ${a}`,
  ),
  size: value(
    (a) => `${a}的个数`,
    (a) => `number of ${a}`,
  ),
  startsWith: condition(
    (a, b) => `${a}以${b}开头`,
    (a, b) => `${a} begins with ${b}`,
    (a, b) => `${a}不以${b}开头`,
    (a, b) => `${a} does not begin with ${b}`,
  ),
  startsWithAny: condition(
    (a, of) => `${a}以${of}之一开头`,
    (a, of) => `${a} begins with one of ${of}`,
    (a, of) => `${a}不以${of}中任何一个开头`,
    (a, of) => `${a} begins with none of ${of}`,
  ),
  subtract: value(
    (a, b) => `${a}减去${b}`,
    (a, b) => `${a} less ${b}`,
  ),
  timesADay: value(
    (a) => `${a}折合的每日次数`,
    (a) => `times a day of the ${a}`,
  ),
  yearStart: value(
    (a) => `${a}所在年`,
    (a) => `year of the ${a}`,
  ),
};

export const aggregatePhrases: { readonly [name in keyof typeof aggregates]: Phrase } = {
  any: condition(
    (a) => `至少有一条${a}`,
    (a) => `for at least one ${a}`,
  ),
  count: value(
    (a) => (a ? `符合“${a}”的条数` : '条数'),
    (a) => (a ? `number of records where ${a}` : 'number of records'),
  ),
  countDistinct: value(
    (a) => `不同${a}的个数`,
    (a) => `number of different values of ${a}`,
  ),
  countDistinctKnown: value(
    (a) => `已知的不同${a}的个数`,
    (a) => `number of known different values of ${a}`,
  ),
  countKnown: value(
    (a) => (a ? `确知符合“${a}”的条数` : '确知的条数'),
    (a) => (a ? `known number of records where ${a}` : 'known number of records'),
  ),
  coveredDays: value(
    (day, days) => `从${day}起各覆盖${days}、重叠只计一次的总天数`,
    (day, days) => `days covered from the ${day} on by ${days} each, overlaps once`,
  ),
  every: condition(
    (a) => `每一条都${a}`,
    (a) => `for every record ${a}`,
  ),
  maximum: value(
    (a) => `最大的${a}`,
    (a) => `largest ${a}`,
  ),
  minimum: value(
    (a) => `最小的${a}`,
    (a) => `smallest ${a}`,
  ),
  sum: value(
    (a) => `${a}合计`,
    (a) => `sum of ${a}`,
  ),
  sumKnown: value(
    (a) => `已知的${a}合计`,
    (a) => `known sum of ${a}`,
  ),
};

/** First the fold's arguments. */
export const foldPhrases: { readonly [name in keyof typeof folds]: Phrase } = {
  lastPaid: value(
    (x) => `上一条已支付记录的${x}`,
    (x) => `${x} of the last paid record`,
  ),
  previous: value(
    (x) => `上一条记录的${x}`,
    (x) => `${x} of the record before`,
  ),
  runStart: value(
    (_day, gap) => `疗程开始日（中断超过${gap}另起一个疗程）`,
    (_day, gap) => `first day of the course (more than ${gap} without it end a course)`,
  ),
  slidingSum: value(
    (x, _day, span) => `最近${span}内已支付的${x}合计`,
    (x, _day, span) => `total ${x} paid within the last ${span}`,
  ),
  slidingSumKnown: value(
    (x, _day, span) => `最近${span}内已知的已支付${x}合计`,
    (x, _day, span) => `known total ${x} paid within the last ${span}`,
  ),
  stock: value(
    (_day, days) => `此前开药（按${days}累计）剩余的天数`,
    (_day, days) => `days left from earlier ${days}`,
  ),
  stockKnown: value(
    (_day, days) => `此前开药（按已知${days}累计）剩余的天数`,
    (_day, days) => `days left from earlier known ${days}`,
  ),
};
