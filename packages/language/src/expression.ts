/**
 * Expressions: frozen, serialisable trees. An unknown value is null everywhere and follows SQL's three-valued logic; what an
 * operator makes of it is decided once, in the operator's folder, where evaluator and SQL stand one above the other.
 */

/** Version of the trees. What old trees do not survive raises it and brings the step that lifts them. */
export const LANGUAGE_VERSION = 1 as const;

export type Scalar = number | string | boolean | null;
/** A list parameter (settings, diagnosis prefixes, codes); never null inside. */
export type Value = Scalar | readonly (number | string)[];
/** `int` covers counts, fen, fixed-point quantities and prices, days and instants: whole numbers below 2^53. */
export type ValueType = 'bool' | 'int' | 'text' | 'texts' | 'unknown';

export type Expression =
  | { readonly op: 'literal'; readonly value: Scalar }
  /** A column of the record in question, or of the other record of a pair (`of: 'right'`). */
  | { readonly op: 'field'; readonly name: string; readonly of?: 'right' }
  /** A parameter of the knowledge row in force, else of the rule's edition. */
  | { readonly op: 'param'; readonly name: string }
  /** The value of a named fold of the partition's stream, at this record. */
  | { readonly op: 'fold'; readonly name: string }
  /** The record's code stands on the rule's list (rules that read their knowledge as a list). */
  | { readonly op: 'listed' }
  | { readonly op: string; readonly args: readonly Expression[] };

export type Call = Extract<Expression, { args: readonly Expression[] }>;
/** An operator, aggregate or anything else with arguments; everything else is a leaf. */
export const isCall = (e: Expression): e is Call => 'args' in e;

// Builders: the only way shipped trees are written.
export const literal = (value: Scalar): Expression => ({ op: 'literal', value });
/** A column of the record in question. */
export const field = (name: string): Expression => ({ op: 'field', name });
/** A column of the other record of a pair. */
export const right = (name: string): Expression => ({ op: 'field', name, of: 'right' });
/** A parameter of the knowledge row in force, else of the rule's edition; unknown where neither has it. */
export const param = (name: string): Expression => ({ op: 'param', name });
/** The value of a named fold of the stream at this record. */
export const fold = (name: string): Expression => ({ op: 'fold', name });
export const listed: Expression = { op: 'listed' };
type Like = Expression | Scalar;
const lift = (value: Like): Expression => (typeof value === 'object' && value !== null ? value : literal(value));
/** An operator or aggregate by name; plain values become literals. */
export const call = (op: string, ...args: Like[]): Expression => ({ op, args: args.map(lift) });

// Comparisons are unknown when one side is; texts compare by their bytes. `and`, `or` and `not` follow SQL's three values.
export const eq = (a: Like, b: Like) => call('eq', a, b);
export const ne = (a: Like, b: Like) => call('ne', a, b);
export const lt = (a: Like, b: Like) => call('lt', a, b);
export const le = (a: Like, b: Like) => call('le', a, b);
export const gt = (a: Like, b: Like) => call('gt', a, b);
export const ge = (a: Like, b: Like) => call('ge', a, b);
export const and = (...args: Like[]) => call('and', ...args);
export const or = (...args: Like[]) => call('or', ...args);
export const not = (a: Like) => call('not', a);
/** Whether a value is unknown; itself never unknown. */
export const isNull = (a: Like) => call('isNull', a);
/** The first value that is known; unknown when none is. */
export const coalesce = (...args: Like[]) => call('coalesce', ...args);
/** `when` true → `then`, false → `otherwise`, unknown → unknown. */
export const choose = (when: Like, then: Like, otherwise: Like) => call('choose', when, then, otherwise);
/** Whole numbers; a result beyond 2^53 is unknown (also for subtract and multiply). */
export const add = (a: Like, b: Like) => call('add', a, b);
export const subtract = (a: Like, b: Like) => call('subtract', a, b);
export const multiply = (a: Like, b: Like) => call('multiply', a, b);
/** Equals one of the values; unknown when `a` or any of them is. */
export const inList = (a: Like, ...values: Scalar[]) => call('in', a, ...values);
/** Stands on a list parameter. */
export const memberOf = (a: Like, list: Like) => call('memberOf', a, list);
export const startsWith = (a: Like, prefix: Like) => call('startsWith', a, prefix);
/** Holds the other text somewhere; case counts. */
export const holds = (a: Like, part: Like) => call('contains', a, part);
/** Begins with one of the texts of a list parameter; by characters, case counts. */
export const startsWithAny = (a: Like, prefixes: Like) => call('startsWithAny', a, prefixes);
/** The first `length` characters (not UTF-16 units). */
export const prefix = (a: Like, length: number) => call('prefix', a, length);
/** Number of values of a list parameter. */
export const size = (list: Like) => call('size', list);
/** Day of an instant. */
export const dayOf = (instant: Like) => call('dayOf', instant);
/** First day of the day's month. */
export const monthStart = (day: Like) => call('monthStart', day);
/** 1 January of the day's year. */
export const yearStart = (day: Like) => call('yearStart', day);
/** Age in completed years: (yyyymmdd − yyyymmdd) div 10000, so 29 February has its birthday on 1 March. */
export const ageYears = (birth: Like, on: Like) => call('ageYears', birth, on);
/** A single dose as sent, in ten-thousandths of the unit; unknown unless it is one number with a unit of the same kind. */
export const doseIn = (text: Like, unit: Like) => call('doseIn', text, unit);
/** How often a day, in ten-thousandths, from the code or text of a frequency; unknown where it does not say. */
export const timesADay = (text: Like) => call('timesADay', text);
// Over the records of a partition:
export const sum = (a: Like) => call('sum', a);
/** Sum of what is known of the records that certainly take part; never unknown. */
export const sumKnown = (a: Like) => call('sumKnown', a);
/** Records for which `when` holds; unknown as soon as one record's part in it is. */
export const count = (when: Like = true) => call('count', when);
/** Records that certainly take part and certainly match; never unknown. */
export const countKnown = (when: Like = true) => call('countKnown', when);
/** Number of different values; unknown as soon as one value or one record's part is. */
export const countDistinct = (a: Like) => call('countDistinct', a);
/** Number of different known values of records that certainly take part. */
export const countDistinctKnown = (a: Like) => call('countDistinctKnown', a);
/** Days covered by the intervals [day, day + days), each day once; one interval counts ten years at most. */
export const coveredDays = (day: Like, days: Like) => call('coveredDays', day, days);
/** True when it holds for every record, false as soon as one is certainly against it. */
export const every = (a: Like) => call('every', a);
/** True as soon as it holds for one record that certainly takes part. */
export const any = (a: Like) => call('any', a);
/** Largest value; unknown as soon as one value or one record's part is. */
export const maximum = (a: Like) => call('maximum', a);
/** Smallest value; unknown as soon as one value or one record's part is. */
export const minimum = (a: Like) => call('minimum', a);
/** The known part above the limit is enough; otherwise one missing input makes it unknown (house law "three answers"). */
export const sumExceeds = (a: Like, limit: Like) => or(gt(sumKnown(a), limit), gt(sum(a), limit));
/** The known matches reach the limit, or all do: like `sumExceeds` for counts, the limit included. */
export const countReaches = (when: Like, limit: Like) => or(ge(countKnown(when), limit), ge(count(when), limit));

/** Freezes a tree through and through: a declaration is data, nobody changes it in place. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

/** Every node of a tree, parents first. */
export function* nodes(expression: Expression): Generator<Expression> {
  yield expression;
  if (isCall(expression)) for (const arg of expression.args) yield* nodes(arg);
}
