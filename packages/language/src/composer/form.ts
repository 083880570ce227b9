/**
 * What an officer fills in to make a rule without code. A form is made into a rule tree (`compose`) and read back from one
 * (`formOf`); whatever she makes is the same tree that shipped rules are. Numbers of conditions are in the units of the records
 * (fen, ten-thousandths); thresholds are in the units people write (元, 次, 天).
 */
import type { Basis, Bilingual, Certainty } from '../rule.ts';

export type ComposerTable = 'line' | 'encounter' | 'settlement' | 'diagnosis' | 'operation';
export const composerTables: readonly ComposerTable[] = ['line', 'encounter', 'settlement', 'diagnosis', 'operation'];

export interface CodedItem {
  readonly code: string;
  readonly name: string;
}
/** The officer's own list of codes: it becomes one knowledge row. Empty: every record is looked at. */
export interface ItemList {
  /** What the list is called in the explanation. */
  readonly name: string;
  readonly items: readonly CodedItem[];
}

export type Compare = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'in' | 'notIn' | 'startsWith' | 'known' | 'unknown';
export type Operand =
  | { readonly kind: 'values'; readonly values: readonly (number | string | boolean)[] }
  | { readonly kind: 'threshold'; readonly name: string }
  | { readonly kind: 'field'; readonly field: string; readonly of?: 'right' };
/** One comparison of a field; `age` and `stayDays` are worked out, every other name is a column. */
export interface Comparison {
  readonly kind: 'compare';
  readonly field: string;
  readonly of?: 'right';
  readonly compare: Compare;
  readonly to: Operand;
}
export interface ConditionGroup {
  readonly kind: 'group';
  readonly join: 'and' | 'or';
  readonly parts: readonly (Comparison | ConditionGroup)[];
}

/** A dated, regional parameter, in whole units that people write. */
export interface Threshold {
  readonly name: string;
  readonly title: Bilingual;
  readonly unit: string;
  readonly standard: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

export type Window = 'day' | 'encounter' | 'month' | 'year' | 'ever';
export const composerWindows: readonly Window[] = ['day', 'encounter', 'month', 'year', 'ever'];
/** What is added up or counted: a column, or records, days, items, institutions. */
export type Measure = 'quantity' | 'amount' | 'records' | 'days' | 'items' | 'providers';
export type PairScope = 'encounter' | 'day' | 'person';

export type ShapeForm =
  /** 单条: one record fulfils the condition. */
  | { readonly kind: 'row'; readonly when: ConditionGroup }
  /** 合计、次数: what is added up within a window goes beyond the threshold. */
  | {
      readonly kind: 'total';
      readonly measure: Measure;
      readonly compare: 'gt' | 'ge';
      readonly threshold: string;
      readonly window: Window;
      readonly sameProvider: boolean;
    }
  /** 同现、缺少: another record is there, or is not. */
  | {
      readonly kind: 'together';
      readonly want: 'present' | 'absent';
      readonly other: ComposerTable;
      readonly otherItems: ItemList;
      readonly scope: PairScope;
      readonly on: ConditionGroup;
    }
  /** 间隔: too few days since the one before (`lastPaid`: since the last that was in order). */
  | { readonly kind: 'gap'; readonly since: 'lastPaid' | 'previous'; readonly threshold: string; readonly sameProvider: boolean };

export interface ExemptionForm {
  readonly id: string;
  readonly title: Bilingual;
  readonly acts: 'population' | 'finding';
  readonly when: ConditionGroup;
}

export interface RuleForm {
  readonly id: string;
  readonly title: Bilingual;
  readonly category: string;
  readonly certainty: Certainty;
  readonly basis: readonly Basis[];
  readonly reads: ComposerTable;
  readonly list: ItemList;
  readonly population: ConditionGroup;
  readonly shape: ShapeForm;
  readonly thresholds: readonly Threshold[];
  readonly exemptions: readonly ExemptionForm[];
  /** whole: all of the records in question; excess: what lies above the threshold (sums only). */
  readonly money: 'whole' | 'excess';
  readonly explain: Bilingual;
}

export const noCondition: ConditionGroup = { kind: 'group', join: 'and', parts: [] };
export const noItems: ItemList = { name: '', items: [] };

/** Tables whose records carry codes that a list may name. */
export const hasCodes = (table: ComposerTable): boolean => table === 'line' || table === 'diagnosis' || table === 'operation';

/** Units that thresholds are written in. */
export const thresholdUnits = { times: '次', days: '天', yuan: '元', years: '周岁', minutes: '分钟', hours: '小时', kinds: '种' } as const;
