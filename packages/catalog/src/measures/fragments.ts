/** Pieces that measures share, so that a measure's file says only what is its own. */
import type { Register } from '@hengjian/domain';
import {
  and,
  coalesce,
  deepFreeze,
  type Expression,
  field,
  ge,
  LANGUAGE_VERSION,
  le,
  type MeasureShape,
  type MeasureTree,
  type PartTree,
  param,
  type Take,
} from '@hengjian/language';
import { registers } from '../registers.gen.ts';

export const WAN = 1_000_000; // fen in 万元
export const YUAN = 100;
export const QUANTITY = 10_000;

export const count: Take = { kind: 'count' };
export const sumOf = (name: string): Take => ({ kind: 'sum', of: field(name) });
export const distinct = (name: string): Take => ({ kind: 'distinct', of: field(name) });

interface More {
  where?: Expression;
  divide?: number;
  latest?: boolean;
  within?: NonNullable<PartTree['within']>;
}

const part = (from: string, day: Expression | null, title: string, unit: string, take: Take, more: More): PartTree => ({
  title,
  from,
  day,
  take,
  unit,
  behaviour: more.latest ? 'latest' : 'cumulative',
  ...(more.where ? { where: more.where } : {}),
  ...(more.divide ? { divide: more.divide } : {}),
  ...(more.within ? { within: more.within } : {}),
});

/** Entries of a register, dated by its date field. */
export const entries = (registerId: keyof typeof registers, title: string, unit: string, take: Take, more: More = {}): PartTree =>
  part(`register:${registerId}`, field((registers[registerId] as Register).dateField), title, unit, take, more);

/** Only entries of the indicator's own project. */
export const ofProject = { column: 'project', of: 'project' } as const;

/** Net settlements by settlement day. */
export const settlements = (title: string, unit: string, take: Take, more: More = {}): PartTree =>
  part('settlement', field('settledDay'), title, unit, take, more);

export const encounters = (title: string, unit: string, take: Take, more: More = {}): PartTree =>
  part('encounter', field('settledDay'), title, unit, take, more);

/** Live findings by the day of their latest violating record. */
export const findings = (title: string, unit: string, take: Take, more: More = {}): PartTree =>
  part('finding', field('day'), title, unit, take, more);

/** Money of live findings, once per line, by the day the findings are reported in. */
export const inQuestion = (title: string, unit: string, take: Take, more: More = {}): PartTree =>
  part('in_question', field('day'), title, unit, take, more);

export const reviewRuns = (title: string, unit: string, take: Take): PartTree => part('review_run', field('toDay'), title, unit, take, {});

/** Institutions under agreement at any time of the period; where no date of agreement was sent it counts as under agreement. */
export const providersUnderAgreement: PartTree = part('provider', null, '协议期内定点医药机构数', '家', count, {
  latest: true,
  where: and(le(coalesce(field('agreementFrom'), 0), param('asOf')), ge(coalesce(field('agreementTo'), param('asOf')), param('from'))),
});

/** The budget of the indicator's project. */
export const projectBudget = (title: string, column: 'budgetFen' | 'adjustedFen'): PartTree =>
  part('plan_project', null, title, '万元', sumOf(column), { latest: true, divide: WAN, within: { column: 'project', of: 'budget' } });

export const amount = (of: PartTree): MeasureShape => ({ kind: 'amount', of });
export const percent = (numerator: PartTree, denominator: PartTree): MeasureShape => ({
  kind: 'ratio',
  numerator,
  denominator,
  times: 100,
});
/** What is left of the whole, in per cent. */
export const restPercent = (numerator: PartTree, denominator: PartTree): MeasureShape => ({
  kind: 'ratio',
  numerator,
  denominator,
  times: 100,
  rest: true,
});
/** A mean: sum ÷ number. */
export const mean = (numerator: PartTree, denominator: PartTree): MeasureShape => ({ kind: 'ratio', numerator, denominator, times: 1 });

/** Fills in what most measures say alike. */
export const measure = (tree: Omit<MeasureTree, 'language' | 'direction' | 'decimals'> & Partial<MeasureTree>): MeasureTree =>
  deepFreeze({ language: LANGUAGE_VERSION, direction: 'more', decimals: tree.unit === '%' || tree.unit === '万元' ? 2 : 0, ...tree });
