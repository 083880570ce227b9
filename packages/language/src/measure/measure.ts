/**
 * A measure: a declared question over records that yields a number with its parts. Like a rule it is a frozen tree with two
 * readers (`closure.ts` over records, `sql.ts` over the lake); both give *points*, and `fold.ts` makes the number of them once.
 */
import type { Expression, LANGUAGE_VERSION } from '../expression.ts';

/** One side of a measure: which records, what is taken of them, and how that behaves over the year. */
export interface PartTree {
  readonly title: string;
  /** A table of the measure schema: `settlement`, `finding`, `register:training` … */
  readonly from: string;
  /** Whole day that dates a record; null for a stock that is asked without a date (institutions under agreement). */
  readonly day: Expression | null;
  readonly where?: Expression;
  readonly take: Take;
  /** `cumulative`: everything since 1 January; `latest`: the records of the last day that has any. */
  readonly behaviour: 'cumulative' | 'latest';
  /** Only the records that belong to the indicator's own project or goal, or carry its name. */
  readonly within?: { readonly column: string; readonly of: 'project' | 'indicator' | 'budget' | 'goal' };
  readonly unit: string;
  /** Fixed-point scale: 1,000,000 turns fen into 万元, 10,000 a quantity into its unit. */
  readonly divide?: number;
}

export type Take =
  | { readonly kind: 'count' }
  | { readonly kind: 'sum'; readonly of: Expression }
  | { readonly kind: 'distinct'; readonly of: Expression };

export type MeasureShape =
  | { readonly kind: 'amount'; readonly of: PartTree }
  /** numerator ÷ denominator × times; `rest` asks for what is left of the whole. */
  | {
      readonly kind: 'ratio';
      readonly numerator: PartTree;
      readonly denominator: PartTree;
      readonly times: number;
      readonly rest?: boolean;
    };

export interface MeasureTree {
  readonly language: typeof LANGUAGE_VERSION;
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** The definition in a sentence, as the appendix of a report prints it. */
  readonly about: string;
  readonly unit: string;
  /** Which way is good. */
  readonly direction: 'more' | 'less';
  /** Decimals shown. */
  readonly decimals: number;
  readonly shape: MeasureShape;
  /** Against the same period of the year before, in per cent; `fall` counts a decrease as positive; `difference` is in the unit itself. */
  readonly growth?: 'rise' | 'fall' | 'difference';
  /** `average`: mean of the months that have a value. */
  readonly over?: 'average';
  readonly answers: Answers;
}

/** How an indicator that this measure answers is called. `*` in a name stands for anything. */
export interface Answers {
  readonly names: readonly string[];
  /** Patterns over «name；words of the value cell», for names that say too little; `not` does not concern them. */
  readonly wordings?: readonly string[];
  /** Words that make it another question. */
  readonly not?: readonly string[];
  /** A missing unit is no match (件 and % ask different things under one name). */
  readonly unitRequired?: boolean;
  /** Only indicators with exactly this target (100 % of a task's steps). */
  readonly target?: number;
  /** Never department-wide: the records of one project are meant. */
  readonly ownProject?: boolean;
  /** Short names that say enough only inside a project whose name holds one of the words. */
  readonly inProject?: { readonly words: readonly string[]; readonly names: readonly string[] };
}

/** Numerator first, then the denominator where there is one. */
export const partsOf = (shape: MeasureShape): PartTree[] => (shape.kind === 'amount' ? [shape.of] : [shape.numerator, shape.denominator]);

/** What a part is asked for: whole days, both included, and the indicator that asks. */
export interface Asked {
  readonly from: number;
  readonly to: number;
  /** The project whose register entries count; null for all of them (a department-wide indicator). */
  readonly project: string | null;
  /** The indicator's name, for registers kept by task. */
  readonly indicator: string | null;
  /** The goal the indicator stands under, where the form lists indicators by goal. */
  readonly goal: string | null;
  /** The plan's project whose budget is meant, the department-wide one included. */
  readonly budget: string | null;
}

/** What a reader says of one bucket: a month's first day (cumulative), a day (latest), or 0 (stock). */
export interface Point {
  readonly bucket: number;
  /** Records looked at, whether the condition holds or not. */
  readonly seen: number;
  /** Records that take part. */
  readonly records: number;
  /** Records whose condition or value is unknown. */
  readonly undetermined: number;
  /** Sum, count, or number of values that appear here for the first time; null when no value is known. */
  readonly value: number | null;
}
