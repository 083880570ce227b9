/** Pieces of trees that several rules share: the words in which the published limits are written. */
import {
  ageYears,
  choose,
  type Expression,
  eq,
  field,
  gt,
  inList,
  literal,
  lt,
  or,
  param,
  type RuleTree,
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

/** Age at the fee day outside [minAge, maxAge]; an absent bound is no bound. Unit day (newborns) or year (completed years). */
export const ageOutside = (day: Expression = field('day')): Expression => {
  const age = choose(
    eq({ op: 'coalesce', args: [param('unit'), literal('year')] }, 'day'),
    subtract(day, field('birthDay')),
    ageYears(field('birthDay'), day),
  );
  const beyond = (bound: string, compare: typeof lt): Expression =>
    choose({ op: 'isNull', args: [param(bound)] }, literal(false), compare(age, param(bound)));
  return or(beyond('minAge', lt), beyond('maxAge', gt));
};

/** Fills in what most rules say alike. */
export function rule(
  tree: Partial<RuleTree> & Pick<RuleTree, 'id' | 'code' | 'title' | 'category' | 'certainty' | 'basis' | 'shape' | 'facts' | 'explain'>,
): RuleTree {
  return {
    language: 1,
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
