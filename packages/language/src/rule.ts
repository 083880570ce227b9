/**
 * Rules are data with two readers. A rule's key (and the knowledge lineage) cuts the records of one table into partitions; its
 * shape is what is asked of a partition. The SQL reader names partitions, the closure reader decides, explains and prices them.
 */
import type { Expression, LANGUAGE_VERSION } from './expression.ts';

/**
 * clear: certain by the data; suspect: a person has to look; quality: the record goes back to be corrected, no money in question;
 * statistic: a number that stands out, a lead for people, worth no money and never a reason to refuse a payment.
 */
export const certainties = ['clear', 'suspect', 'quality', 'statistic'] as const;
export type Certainty = (typeof certainties)[number];
export const certaintyTitles: Readonly<Record<Certainty, Bilingual>> = {
  clear: { zh: '明确违规', en: 'clear' },
  suspect: { zh: '可疑', en: 'suspect' },
  quality: { zh: '数据质量退回', en: 'data to correct' },
  statistic: { zh: '统计监测', en: 'statistic' },
};
/** What a finding is about: the subject that is named where it has no lines. */
export type Grain = 'line' | 'prescription' | 'encounter' | 'settlement' | 'person' | 'provider' | 'department' | 'practitioner';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export interface Basis {
  readonly document: string;
  readonly article?: string;
}

/** A dated, regional parameter of the rule's edition (never a constant in SQL). */
export interface Parameter {
  readonly type: 'int' | 'text' | 'texts';
  readonly title: Bilingual;
  readonly unit?: string;
  readonly standard: number | string | readonly string[];
  /** Bounds of an int that make sense, both included. */
  readonly minimum?: number;
  readonly maximum?: number;
}

/** How a record finds its knowledge rows. */
export interface KnowledgeUse {
  /** Column that holds the code: `item` (dictionary-coded) or a text code matched by its beginning. */
  readonly by: 'item' | 'prefix';
  /** The text column whose beginning `prefix` looks at; `code` where it is not said. */
  readonly column?: string;
  /** Which codes of a knowledge row bring the record in: 'code' unless the rule speaks of another role. */
  readonly role: string;
  /**
   * each: every live row is a requirement of its own (its lineage is part of the key).
   * together: rows only lend parameters, the key says what belongs together; of several rows the smallest lineage counts.
   * alternatives: a record violates only what violates every live row (适应症).
   * list: records take part whether they are listed or not; the rule asks `listed`.
   */
  readonly mode: 'each' | 'together' | 'alternatives' | 'list';
}

/** An exemption says where it acts (house law); each use is counted. */
export interface Exemption {
  readonly id: string;
  readonly title: Bilingual;
  readonly acts: 'population' | 'link' | 'finding';
  readonly when: Expression;
  /** What the encounters are like that `when` asks for by their mark (`underExemption`). */
  readonly encounter?: EncounterConditions;
}

/** A record of an encounter, of the table `of`, for which `when` holds; `when` reads the record's own columns and no parameters. */
export interface EncounterCondition {
  readonly of: string;
  readonly when: Expression;
}
/** Every group must be met, each by one of its conditions at least. Unknown is not met. */
export type EncounterConditions = readonly (readonly EncounterCondition[])[];

export interface FoldUse {
  readonly fold: string;
  readonly args: readonly Expression[];
}

/** A stream: the records that a sequence walks through, by instant and then by the record's key. */
export interface Stream {
  readonly key: readonly Expression[];
  readonly order: Expression;
  readonly folds: { readonly [name: string]: FoldUse };
}

export type Shape =
  /** Asked of one record with its look-ups. */
  | { readonly kind: 'row'; readonly when: Expression }
  /** Asked of records that share a key; `when` aggregates. A stream may lend folds to the key (course). */
  | { readonly kind: 'group'; readonly when: Expression; readonly stream?: Stream }
  /** Asked of each record in its stream; folds look back. */
  | { readonly kind: 'sequence'; readonly when: Expression; readonly stream: Stream }
  /** Asked of two records linked by equal values, or of the absence of the second. */
  | {
      readonly kind: 'pair';
      readonly want: 'present' | 'absent';
      readonly right: {
        readonly reads: string;
        readonly role?: string;
        readonly where?: Expression;
        /**
         * What it means that no linked record came at all. unknown: it decides nothing (an encounter without diagnoses, a
         * practitioner nobody has registered); clear: there is nothing to compare with (a stay without operations), for `absent`.
         */
        readonly none?: 'unknown' | 'clear';
      };
      /** Equal values of the left and the right record, pairwise. */
      readonly link: readonly (readonly [left: Expression, right: Expression])[];
      readonly on: Expression;
    }
  | PeerShape;

/**
 * Asked of a subject (the records of one key) against its like: a statistic, never a reason to refuse a payment. All arithmetic is in
 * whole numbers (`peer.ts`), so that SQL and the oracle over all records agree to the last digit.
 */
export interface PeerShape {
  readonly kind: 'peer';
  /**
   * Aggregates over the subject's records: a whole number, or a ratio in millionths whose two parts are kept apart. `form` writes the
   * value, `parts` numerator and denominator.
   */
  readonly value: { readonly numerator: Expression; readonly denominator?: Expression; readonly form: FactForm; readonly parts?: FactForm };
  /** How much stands behind the value: a subject below `minimum` takes no part, neither as one judged nor as a peer. */
  readonly volume: { readonly of: Expression; readonly minimum: Expression };
  /** Subjects with equal values of these are peers; they are part of the subject's key. At least one. */
  readonly of: readonly Expression[];
  /** robust: median and MAD (modified z-score); plain: mean and standard deviation. */
  readonly statistic: 'robust' | 'plain';
  readonly direction: 'above' | 'below';
  /** With fewer others than this there is no comparison. */
  readonly minimumPeers: Expression;
  /** Score in thousandths from which a subject stands out. */
  readonly threshold: Expression;
  /** The spread counts as no smaller than this, so that among equals a trifle is no outlier: in the value's unit; in ten-thousandths of the centre. */
  readonly floor: { readonly absolute?: Expression; readonly relative?: Expression };
  /**
   * A fixed limit of the value beside the comparison. and: both must be passed; `alone`: where there is no comparison, the limit decides
   * by itself. or: either is enough.
   */
  readonly limit?: { readonly value: Expression; readonly combine: 'and' | 'or'; readonly alone: boolean };
  /** Aggregates over the subject's own records that must hold as well. */
  readonly also?: Expression;
  /** What a record adds to the value: the largest few are shown as evidence. */
  readonly contributes: Expression;
  readonly stream?: Stream;
}

/** Which records of a hit partition are in question. */
export type InQuestion =
  /** Those whose own answer is a hit (row, sequence, pair) or all of them (group). */
  | { readonly kind: 'hits' }
  /** Of a group: those that fulfil `where`, but the first by descending `by` (ties: smallest key) stays. */
  | { readonly kind: 'allButFirst'; readonly where: Expression; readonly by: Expression; readonly order: 'largest' | 'smallest' };

export type MoneyRule =
  /** The record's amount (or `amount`, in fen). */
  | { readonly kind: 'amount'; readonly amount?: Expression }
  /** The quantity above `limit`, taken from the last records, at each record's unit price. */
  | { readonly kind: 'excess'; readonly quantity: Expression; readonly limit: Expression }
  /** Lines on administration days beyond `limit`: pro rata of the days of a line that lie beyond. */
  | {
      readonly kind: 'daysBeyond';
      readonly day: Expression;
      readonly days: Expression;
      readonly limit: Expression;
      /** True: the limit is one of calendar days from the first day, not of days of use. */
      readonly span?: Expression;
    }
  /** The unit price above `price` (millionths of a yuan) times the quantity. */
  | { readonly kind: 'priceAbove'; readonly price: Expression }
  /** Nothing: a statistic, or data that go back to be corrected. */
  | { readonly kind: 'none' }
  /** The sum of the amounts (or of `amount`, in fen) less `less` (fen), spread over the records by their amounts. */
  | { readonly kind: 'sumLess'; readonly less: Expression; readonly amount?: Expression };

/** How a fact of the explanation is written for people. */
export type FactForm =
  | 'int'
  | 'quantity'
  | 'price'
  | 'fen'
  | 'day'
  /** A day written as its month or its year. */
  | 'month'
  | 'year'
  | 'instant'
  /** When a stay ended, or that it has not. */
  | 'ended'
  /** The number of another line; by its item's name where the records bring one. */
  | 'line'
  /** Millionths, written as a percentage. */
  | 'ratio'
  /** Thousandths. */
  | 'score'
  /** A length of time. */
  | 'seconds'
  /** The least, the tenths and the largest of the peers' values, for a plot. */
  | 'spread'
  | 'text'
  | 'texts'
  | 'sex'
  | 'setting'
  | 'insurance'
  | 'level'
  | 'window'
  /** Title of a prescriber, and a department or a list of them, by their national codes. */
  | 'title'
  | 'department'
  /** Name of a field of the extract. */
  | 'field';

export interface RuleTree {
  readonly language: typeof LANGUAGE_VERSION;
  readonly id: string;
  /** National code, else `DF-nn` of the extension list, else `NC-` and the name. */
  readonly code: string;
  readonly title: Bilingual;
  /** 政策类 / 管理类 / 医疗类 / 扩展 and its sub-class. */
  readonly category: string;
  readonly certainty: Certainty;
  readonly grain: Grain;
  readonly basis: readonly Basis[];
  /** Table of records that are judged. */
  readonly reads: string;
  /** The day on which knowledge and parameters must be in force. */
  readonly on: Expression;
  readonly knowledge?: KnowledgeUse;
  readonly parameters: { readonly [name: string]: Parameter };
  /** Names of knowledge parameters the tree reads (types come from the dictionary of parameters). */
  readonly knowledgeParams: readonly string[];
  /** Population: false takes no part, unknown makes the partition not evaluated. */
  readonly where?: Expression;
  readonly exemptions: readonly Exemption[];
  readonly key: readonly Expression[];
  readonly shape: Shape;
  readonly inQuestion: InQuestion;
  readonly money: MoneyRule;
  /** Values shown in the explanation, evaluated at the first record in question (aggregates: over the partition). */
  readonly facts: { readonly [name: string]: { readonly value: Expression; readonly form: FactForm } };
  /** Sentence with {fact}, {subject}, {constraint} in braces. */
  readonly explain: Bilingual;
}

/** One knowledge row (or, for rules without knowledge, one dated set of parameters) as the readers take it. */
export interface Point {
  /** Dense number within a run. */
  readonly index: number;
  readonly pointId: string;
  /** The chain of `supersedes`: the name of its first row. */
  readonly lineage: string;
  readonly subject: string;
  readonly constraint: string;
  readonly basis: string;
  /** In force from and to these days, both included. */
  readonly from: number;
  readonly to: number;
  /** Codes by role; for `item` rules published codes, for `prefix` rules code beginnings. */
  readonly codes: { readonly [role: string]: readonly string[] };
  /** Knowledge parameters merged with the edition's parameters of those days; absent is null. */
  readonly params: { readonly [name: string]: number | string | boolean | readonly (number | string)[] | null };
}

/** Where an expression is asked of a record and no knowledge. */
export const noPoint: Point = {
  index: -1,
  pointId: '',
  lineage: '',
  subject: '',
  constraint: '',
  basis: '',
  from: 0,
  to: 0,
  codes: {},
  params: {},
};
