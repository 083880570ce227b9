import type { Value, ValueType } from './expression.ts';

/**
 * An operator on single values: one folder with evaluator, SQL and cases. `strict` operators give unknown as soon as one
 * argument is unknown; the evaluator of a strict operator never sees null, and its SQL must have the same property.
 */
export interface Operator {
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly strict: boolean;
  /** Types of the arguments; the last one repeats when `variadic`. */
  readonly takes: readonly (ValueType | 'any')[];
  readonly variadic?: boolean;
  /** Type of the result; 'first' = that of the first argument, 'second' = that of the second. */
  readonly gives: ValueType | 'first' | 'second';
  // biome-ignore lint/suspicious/noExplicitAny: argument types are checked by `takes` before a tree is compiled
  readonly evaluate: (...args: any[]) => Value;
  readonly sql: (...args: string[]) => string;
  /** For `npm run sabotage`: an SQL that is wrong in a way the cases must notice. */
  readonly sabotage: (...args: string[]) => string;
}

/**
 * An aggregate over the records of one partition. Every record brings its `scope` (true: takes part, null: unknown whether it
 * does; records out of scope never arrive) and the argument values.
 */
export interface Aggregate {
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly takes: readonly (ValueType | 'any')[];
  readonly gives: ValueType | 'first';
  readonly evaluate: (rows: readonly { scope: boolean | null; args: readonly Value[] }[]) => Value;
  /** `scope` and `args` are SQL over the rows of the group. */
  readonly sql: (scope: string, ...args: string[]) => string;
  /**
   * Where the value itself is dear: an SQL that is never less than it and unknown exactly when it is, and that costs little. Partitions
   * that pass no limit even so are clear, and the value is worked out for the others only.
   */
  readonly bound?: (scope: string, ...args: string[]) => string;
  readonly sabotage: (scope: string, ...args: string[]) => string;
}

/** A whole number beyond 2^53 is unknown in both readers: neither may round silently. */
export const SAFE = Number.MAX_SAFE_INTEGER;
/** The number, or unknown where it left the whole numbers that JavaScript holds exactly. */
export const safe = (value: number): number | null => (Number.isSafeInteger(value) ? value : null);
/** The same for an SQL number. */
export const safeSql = (value: string): string => `(CASE WHEN abs(${value}) <= ${SAFE} THEN (${value})::BIGINT END)`;
/**
 * The same for arithmetic on whole numbers in 64 bits (128 bits cost seven times as much). Written once, or sums of sums would double
 * with every step: only what lies within 2^53 survives being multiplied by 1024 and lessened by one.
 */
export const tryWhole = (value: string): string => `((TRY((${value}) * 1024 - 1) + 1) // 1024)`;
