/** What trials, replays and shadow runs need and leave behind: apart from findings, for comparing and judging. */
import type { Fen, Instant } from '@hengjian/domain';
import type { ExemptionBook } from '../exemption/exemption.ts';
import type { Change, ChangeMark, KnowledgePoints, MarkedFinding, Period, ReviewLake, RuleResult, ShadowResult } from '../review/ports.ts';
import type { Calibrated } from './calibration.ts';
import type { Act, RulePorts } from './ports.ts';

export interface TrialSummary {
  /** What the edition came to; of a replay: all rules. */
  readonly results: readonly RuleResult[];
  readonly findings: number;
  readonly amountFen: Fen;
  /** The part of the fund as far as it is known. */
  readonly fundFen: Fen;
  readonly persons: number;
  readonly providers: number;
  /** `yyyy-MM`, in order. */
  readonly byMonth: readonly { readonly month: string; readonly findings: number; readonly amountFen: Fen }[];
  /** By money, the largest first. */
  readonly byProvider: readonly { readonly providerNo: string; readonly findings: number; readonly amountFen: Fen }[];
  /** Against the live edition; null where there is none. */
  readonly change: Change | null;
  /** Live findings of other rules on the same lines (or the same whole encounters). */
  readonly overlap: readonly { readonly ruleId: string; readonly findings: number; readonly amountFen: Fen }[];
}

export interface Trial extends Act {
  readonly trialId: string;
  readonly kind: 'trial' | 'replay';
  readonly ruleId: string | null;
  readonly edition: number | null;
  readonly against: number | null;
  readonly period: Period;
  readonly region: string;
  readonly lakeVersion: number;
  readonly asKnownAt: Instant | null;
  readonly seconds: number;
  readonly summary: TrialSummary;
}

/** Several values of one parameter on a past period, as it was kept. */
export interface Calibration extends Act, Omit<Calibrated, 'findings'> {
  readonly trialId: string;
  readonly ruleId: string;
  readonly period: Period;
  readonly region: string;
  readonly seconds: number;
}

/** A finding of a trial as it was kept; of a calibration `edition` is the value that names it. */
export interface TrialFinding {
  readonly findingId: string;
  readonly ruleId: string;
  readonly edition: number;
  readonly mark: ChangeMark;
  readonly subjectId: string;
  readonly periodDay: number;
  readonly amountFen: Fen;
  readonly fundFen: Fen | null;
  readonly otherFen: Fen | null;
  readonly exemptedBy: string | null;
  readonly explanationZh: string;
  readonly explanationEn: string;
  readonly evidenceHash: string;
  readonly records: readonly MarkedFinding['records'][number][];
}

export interface TrialFilter {
  readonly mark?: ChangeMark;
  readonly ruleId?: string;
  readonly edition?: number;
  /** The same seed gives the same order, whatever else the trial holds: a sample can be drawn again. */
  readonly seed?: string;
  readonly findingId?: string;
  readonly offset?: number;
  readonly limit?: number;
}

export interface Judgement extends Act {
  readonly trialId: string;
  readonly findingId: string;
  readonly verdict: 'right' | 'wrong' | 'unsure';
}

export interface ShadowRun {
  readonly runId: string;
  readonly ruleId: string;
  readonly edition: number;
  readonly against: number | null;
  readonly period: Period;
  /** Only what had changed was read: counts add up over runs. */
  readonly narrowed: boolean;
  readonly result: ShadowResult;
  readonly at: Instant;
}

export interface TrialShelf {
  /** Writes findings and the trial; looks up the overlap with live findings. */
  keep(
    trial: Omit<Trial, 'summary'> & { readonly summary: Omit<TrialSummary, 'overlap'> },
    findings: readonly MarkedFinding[],
  ): Promise<Trial>;
  trial(trialId: string): Promise<Trial | undefined>;
  /** Newest first; without a rule the replays. */
  trials(ruleId: string | null): Promise<Trial[]>;
  keepCalibration(calibration: Calibration, findings: readonly MarkedFinding[]): Promise<void>;
  calibration(trialId: string): Promise<Calibration | undefined>;
  /** Newest first. */
  calibrations(ruleId: string): Promise<Calibration[]>;
  /** Whether there is a trial, a replay or a calibration of this name. */
  has(trialId: string): Promise<boolean>;
  findings(trialId: string, filter: TrialFilter): Promise<{ total: number; rows: TrialFinding[] }>;
  judge(judgement: Judgement): Promise<void>;
  /** The last judgement of every finding. */
  judgements(trialId: string): Promise<Judgement[]>;
  /** Newest first. */
  shadowRuns(ruleId: string): Promise<ShadowRun[]>;
}

export interface TrialPorts extends RulePorts {
  readonly exemptions: ExemptionBook;
  readonly knowledge: KnowledgePoints;
  readonly lake: ReviewLake;
  readonly trials: TrialShelf;
  /** Whose rows of parameters and editions count. */
  readonly region: string;
}
