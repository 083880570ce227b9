import type {
  Clue,
  Day,
  DiscretionRule,
  EnforcementCase,
  Inspection,
  InspectionPlan,
  Instant,
  Limits,
  Officer,
  PlanWorld,
  RegisterEntry,
  Survey,
  SurveyAnswer,
} from '@hengjian/domain';
import type { JournalStep } from '../journal/ports.ts';

/** What is kept as a matter: one row as it stands, its history in the journal. */
export interface Matters {
  clue: Clue;
  inspectionPlan: InspectionPlan;
  inspection: Inspection;
  enforcementCase: EnforcementCase;
  survey: Survey;
}
export type MatterNoun = keyof Matters;

/** A matter as it is to stand, the step that made it so, and what registers say of it from now on. */
export interface MatterWrite<N extends MatterNoun = MatterNoun> {
  readonly noun: N;
  readonly one: Matters[N];
  readonly step: JournalStep;
  readonly entries?: readonly RegisterEntry[];
}

export interface MatterReader {
  find<N extends MatterNoun>(noun: N, matterId: string): Promise<Matters[N] | undefined>;
  /** The clue that this source opened before. */
  clueOf(source: string, sourceRef: string): Promise<Clue | undefined>;
  /** Inspections of a plan, or those of it that are not closed. */
  inspectionsOf(planId: string): Promise<Inspection[]>;
  /** How many scans of each paper are attached to a matter. */
  scansOf(noun: MatterNoun, matterId: string): Promise<ReadonlyMap<string, number>>;
  /** What was answered to a survey. */
  answersTo(surveyId: string): Promise<SurveyAnswer[]>;
  discretion(): Promise<DiscretionRule[]>;
  /** Officers of the register `inspectors`, as it stands. */
  roster(): Promise<Officer[]>;
  /** What the ledger of findings has taken of these, in fen of the fund. */
  takenOf(findingIds: readonly string[]): Promise<number>;
}

/** Inside a transaction: what is found is locked until its end. */
export interface MatterTransaction extends MatterReader {
  /** `XS2026-000012`; numbers are given once and never again. */
  nextId(noun: MatterNoun, year: number): Promise<string>;
}

export interface MatterBook extends MatterReader {
  /** Writes what the work answers, all or nothing, each step sealed in the journal. */
  transact<T>(work: (inside: MatterTransaction) => Promise<{ writes: readonly MatterWrite[]; value: T }>): Promise<T>;
}

export interface MatterPorts {
  readonly book: MatterBook;
  /** The bureau's numbers on a day. */
  limits(day: Day): Promise<Limits>;
}

/** What drawing needs besides. */
export interface DrawPorts extends MatterPorts {
  /** Institutions under agreement, and what parts them into strata on a day. */
  institutions(on: Day): Promise<Pick<PlanWorld, 'institutions' | 'strata' | 'gradeWeights'>>;
  /** A seed nobody chose. */
  freshSeed(): number;
}

/** Who takes a step, and what they fill in. */
export interface StepWish<Action extends string> {
  readonly matterId: string;
  readonly action: Action;
  readonly by: string;
  readonly at: Instant;
  readonly why: string;
  /** Texts of the step's form by field. */
  readonly given: Readonly<Record<string, string>>;
}
