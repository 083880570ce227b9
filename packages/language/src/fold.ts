import type { Value, ValueType } from './expression.ts';

/** One record of a stream, in order: when it happened, whether it takes part (null: unknown), and the fold's arguments. */
export interface FoldRow {
  readonly at: number;
  readonly scope: boolean | null;
  readonly args: readonly Value[];
}

/** Walks a stream: `value` is read before the record is judged, `accept` is told the judgement. */
export interface FoldWalk {
  value(row: FoldRow): Value;
  /** `answer`: the record violates (true), does not (false), unknown (null). */
  accept(row: FoldRow, answer: boolean | null): void;
}

/**
 * A fold of a sequence: a closed list, each with evaluator, closed-form SQL and cases. Streams are ordered by instant, then by
 * the record's key compared as bytes. `exact` folds have the same value in both readers; the others have an SQL that can only
 * err towards naming a partition too many (proven by the conformance property test), and the closure reader decides.
 */
export interface Fold {
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly takes: readonly (ValueType | 'any')[];
  readonly gives: ValueType | 'first';
  readonly exact: boolean;
  readonly walk: () => FoldWalk;
  /**
   * Columns to compute one select after the other; the last one is the fold's value. `w.by` partitions, `w.order` is the full
   * order (instant, key), `w.at` the instant, `w.scope` the scope; `name` is unique to prefix columns with.
   */
  readonly stages: (w: FoldWindow, name: string, ...args: string[]) => readonly { readonly [column: string]: string }[];
  readonly sabotage: (w: FoldWindow, name: string, ...args: string[]) => readonly { readonly [column: string]: string }[];
}

export interface FoldWindow {
  readonly by: string;
  readonly order: string;
  readonly at: string;
  readonly scope: string;
}
