/** Pieces of trees that several rules share: the words in which the published limits are written. */
import { OPEN_INSTANT } from '@hengjian/domain';
import {
  ageYears,
  and,
  choose,
  coalesce,
  type Expression,
  eq,
  field,
  gt,
  inList,
  isNull,
  LANGUAGE_VERSION,
  literal,
  lt,
  or,
  param,
  type RuleTree,
  right,
  startsWithAny,
  subtract,
} from '@hengjian/language';

/**
 * The window of contracts §4 as two key parts: what must be the same (the encounter for `encounter` and `operation`), and the
 * first day (the day itself for `day` and `operation`, the first of the month or year, the first day of the course).
 * 同次手术 is read as the same encounter and day: an extract does not say which line belongs to which operation.
 */
export const windowKey = (day: Expression = field('day'), course?: Expression): readonly [Expression, Expression] => {
  const window = param('window');
  const inEncounter = inList(window, 'encounter', 'operation');
  const start = choose(
    inList(window, 'day', 'operation'),
    day,
    choose(
      eq(window, 'month'),
      { op: 'monthStart', args: [day] },
      choose(
        eq(window, 'year'),
        { op: 'yearStart', args: [day] },
        choose(eq(window, 'course'), course ?? literal(null), choose(eq(window, 'encounter'), literal(0), literal(null))),
      ),
    ),
  );
  return [choose(inEncounter, field('encounter'), literal(0)), start];
};

/** The provider where the limit is meant within one provider, else nothing (0). */
export const sameProviderKey: Expression = choose(
  { op: 'coalesce', args: [param('sameProvider'), literal(false)] },
  field('provider'),
  literal(0),
);

/** Ceilings where a published text says only 儿童 or 婴幼儿 (`ageGroup`); the 0–14 and 0–3 of health statistics, a region may differ. */
export const childCeilings: RuleTree['parameters'] = {
  childMaxAge: { type: 'int', title: { zh: '儿童年龄上限（含）', en: 'Oldest age of a child' }, unit: '周岁', standard: 14 },
  infantMaxAge: { type: 'int', title: { zh: '婴幼儿年龄上限（含）', en: 'Oldest age of an infant' }, unit: '周岁', standard: 3 },
};

/** The stated ceiling, else the ceiling of the stated group of age, else unknown. */
export const upperAge: Expression = coalesce(
  param('maxAge'),
  choose(
    eq(param('ageGroup'), 'child'),
    param('childMaxAge'),
    choose(eq(param('ageGroup'), 'infant'), param('infantMaxAge'), literal(null)),
  ),
);

const inDays = eq(coalesce(param('unit'), literal('year')), 'day');

/** Whether the other line of a pair stands in the same window (contracts §4); 同次手术 as in `windowKey`. */
export const inSameWindow: Expression = (() => {
  const window = param('window');
  const same = (of: (day: Expression) => Expression) => eq(of(field('day')), of(right('day')));
  const sameDay = same((day) => day);
  const sameEncounter = eq(field('encounter'), right('encounter'));
  const month = same((day) => ({ op: 'monthStart', args: [day] }));
  const year = same((day) => ({ op: 'yearStart', args: [day] }));
  const calendar = choose(eq(window, 'month'), month, choose(eq(window, 'year'), year, literal(null)));
  const operation = and(sameEncounter, sameDay);
  return choose(
    eq(window, 'day'),
    sameDay,
    choose(eq(window, 'encounter'), sameEncounter, choose(eq(window, 'operation'), operation, calendar)),
  );
})();

/** Age at the fee day in the knowledge row's unit: days (newborns) or completed years. */
export const ageIn = (day: Expression = field('day')): Expression =>
  choose(inDays, subtract(day, field('birthDay')), ageYears(field('birthDay'), day));

/** Age at the fee day outside [minAge, upper]; an absent bound is no bound, and no bound at all decides nothing. */
export const ageOutside = (day: Expression = field('day'), upper: Expression = param('maxAge')): Expression => {
  const beyond = (bound: Expression, compare: typeof lt): Expression => choose(isNull(bound), literal(false), compare(ageIn(day), bound));
  return choose(and(isNull(param('minAge')), isNull(upper)), literal(null), or(beyond(param('minAge'), lt), beyond(upper, gt)));
};

/** A value for the explanation under one of two names, after the unit of age. */
const byUnit = (name: string, value: Expression): RuleTree['facts'] => ({
  [`${name}Years`]: { value: choose(inDays, literal(null), value), form: 'int' },
  [`${name}Days`]: { value: choose(inDays, value, literal(null)), form: 'int' },
});
/** A person's age as one would say it: in days only of a child under one year where the row counts in days, of all others in years. */
const ageFact = (day: Expression = field('day')): RuleTree['facts'] => {
  const days = subtract(day, field('birthDay'));
  const young = and(inDays, lt(days, 365));
  return {
    ageYears: { value: choose(young, literal(null), ageYears(field('birthDay'), day)), form: 'int' },
    ageDays: { value: choose(young, days, literal(null)), form: 'int' },
  };
};
export const upperAgeFacts: RuleTree['facts'] = { ...ageFact(), ...byUnit('max', upperAge) };
export const ageFacts = (upper: Expression = param('maxAge'), day: Expression = field('day')): RuleTree['facts'] => ({
  ...ageFact(day),
  ...byUnit('min', param('minAge')),
  ...byUnit('max', upper),
});

/** Stays that come again by plan: ICD-10 beginnings of 放化疗 (Z51) and 透析 (Z49); a region may add its own. */
export const plannedStays: RuleTree['parameters'][string] = {
  type: 'texts',
  title: { zh: '计划性周期治疗的主要诊断前缀', en: 'Main diagnoses of planned cycles' },
  standard: ['Z51', 'Z49'],
};

/** Visits that come again by plan: dialysis, rehabilitation, dressings, radio- and chemotherapy; a region may add its own. */
export const plannedVisits: RuleTree['parameters'][string] = {
  type: 'texts',
  title: { zh: '计划性门诊的主要诊断前缀', en: 'Main diagnoses of planned visits' },
  standard: ['Z49', 'N18', 'Z50', 'Z48', 'Z51'],
};
export const plannedVisit: RuleTree['exemptions'][number] = {
  id: 'planned-visit',
  title: { zh: '计划性门诊（透析、康复、换药、放化疗）', en: 'Planned visits' },
  acts: 'population',
  when: startsWithAny(field('mainDiagnosis'), param('plannedDiagnoses')),
};
export const outpatientVisit: Expression = inList(field('setting'), 'outpatient', 'chronic', 'emergency');

/** The fund pays for this line; where its share is undetermined (DRG, DIP, unsettled), whether the line is in the scope of payment. */
export const paidByFund: Expression = choose(isNull(field('fundFen')), gt(field('inScopeFen'), 0), gt(field('fundFen'), 0));

/** A stay that has ended: its list is complete. */
export const dischargedStay: Expression = and(eq(field('setting'), 'inpatient'), lt(field('endedAt'), OPEN_INSTANT));

/** The national rule base's own class of that name, before whatever else a rule rests on. */
export const nationalBasis = (article: string): RuleTree['basis'][number] => ({
  document: '医疗保障基金智能监管规则库（2025年版）',
  article,
});
/** 条例: State Council decree 735. */
export const regulation = (article: string): RuleTree['basis'][number] => ({
  document: '医疗保障基金使用监督管理条例（国务院令第735号）',
  article,
});

/** Fills in what most rules say alike. */
export function rule(
  tree: Partial<RuleTree> & Pick<RuleTree, 'id' | 'code' | 'title' | 'category' | 'certainty' | 'basis' | 'shape' | 'facts' | 'explain'>,
): RuleTree {
  return {
    language: LANGUAGE_VERSION,
    grain: 'line',
    reads: 'line',
    on: field('day'),
    parameters: {},
    knowledgeParams: [],
    exemptions: [],
    key: [field('line')],
    inQuestion: { kind: 'hits' },
    money: { kind: 'amount' },
    ...tree,
  };
}
