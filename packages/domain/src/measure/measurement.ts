import type { Fen } from '../money.ts';
import type { Day, Instant } from '../time.ts';

/** Why a measure has no number. Unknown is never zero. */
export type UnknownReason =
  /** No record of the period at all, and nobody declared the register complete. */
  | 'no-records'
  /** The claims lake holds nothing of the period. */
  | 'no-claims'
  /** The period was not reviewed. */
  | 'not-reviewed'
  /** The denominator is zero. */
  | 'nothing-to-divide-by'
  /** Growth without a figure of the year before, neither measured nor in the baseline register. */
  | 'no-base-year'
  /** Records are there, but the field asked for is filled in none of them. */
  | 'no-values'
  /** The plan names no budget for the project. */
  | 'no-budget'
  /** No measure answers the indicator. */
  | 'no-measure';

/** One side of a measure: what was counted, and over which records. */
export interface MeasuredPart {
  title: string;
  /** In the measure's natural unit of this part (万元 for money that the measure shows in 万元). null is unknown. */
  value: number | null;
  unit: string;
  /** Records that take part. */
  recordCount: number;
  /** Records whose condition or value is unknown: they are not in `value`. */
  undeterminedCount: number;
  /** Chinese title of the table or register. */
  source: string;
  /** Who supplied it where it was not measured: a baseline entry's id. */
  baselineEntryId?: string;
}

export interface Measured {
  measureId: string;
  value: number | null;
  unit: string;
  unknown: UnknownReason | null;
  /** Only parts of a ratio or growth carry these. */
  numerator: MeasuredPart;
  denominator: MeasuredPart | null;
  /** The arithmetic in words: 追回金额合计 ÷ … */
  formula: string;
  /** The same measure at the end of each month up to the day asked for; null where unknown then. */
  monthly: { month: number; value: number | null }[];
}

/** A measured plan: a snapshot that is never measured again. */
export interface MeasurementRun {
  runId: string;
  planId: string;
  asOf: Day;
  measuredAt: Instant;
  /** Version of the claims lake that was read; 0 while there is none. */
  lakeVersion: number;
  /** Last register entry that was read. */
  registerSerial: number;
  rows: MeasurementRow[];
  executions: ProjectExecution[];
}

/** Money of a project up to the day asked for. null is unknown. */
export interface ProjectExecution {
  projectNo: number;
  /** 年初预算数. */
  budgetFen: Fen | null;
  /** 全年预算数(调整后). */
  adjustedFen: Fen | null;
  receivedFen: Fen | null;
  /** What was received by origin (codes of the receipts' register); absent where nothing was received. */
  receivedByOriginFen?: Readonly<Record<string, Fen>>;
  /** 全年执行数. */
  paidFen: Fen | null;
}

export interface MeasurementRow {
  indicatorId: string;
  measureId: string | null;
  /** Whether a person confirmed that this measure answers the indicator; a suggestion is measured and marked. */
  state: 'confirmed' | 'suggested' | null;
  /** null where no measure answers the indicator. */
  measured: Measured | null;
}

/**
 * What a person says about an indicator: an actual with its evidence, a grade for a qualitative one, the reason of a deviation.
 * Appended; the last one counts.
 */
export interface IndicatorStatement {
  indicatorId: string;
  actual: number | null;
  actualText: string | null;
  grade: 'achieved' | 'partly' | 'missed' | null;
  /** Part of the marks within the grade, 0…1. */
  part: number | null;
  reason: string | null;
  improvement: string | null;
  evidence: string | null;
  by: string;
  at: Instant;
}
