import type {
  DocumentKind,
  IndicatorMeasure,
  IndicatorStatement,
  Instant,
  MeasurementRun,
  Plan,
  PlanDraft,
  PlanEvent,
  ReadProject,
  RememberedMeasure,
  RuleSetChanges,
} from '@hengjian/domain';

export interface AdoptedPlan {
  plan: Plan;
  adoptedAt: Instant;
  adoptedBy: string;
  /** Adopted last for its year and body. */
  inForce: boolean;
}

/** Where plans, their measures and their measurements are kept. Nothing is overwritten. */
export interface PlanStore {
  /** Stores the plan unless it is there, and notes the adoption unless it is the plan in force already. */
  adopt(plan: Plan, by: string, at: Instant): Promise<{ isNew: boolean }>;
  /** Stores the plan without putting it in force: it waits for an adjustment to be approved. */
  keep(plan: Plan): Promise<{ isNew: boolean }>;
  plan(planId: string): Promise<AdoptedPlan | undefined>;
  /** Newest adoption first. */
  plans(): Promise<AdoptedPlan[]>;
  /** The last word on each indicator of the plan. */
  measuresOf(planId: string): Promise<IndicatorMeasure[]>;
  decideMeasures(decisions: readonly IndicatorMeasure[]): Promise<void>;
  /** What people last decided about each indicator of any plan, oldest first. */
  remembered(): Promise<RememberedMeasure[]>;
  /** The last statement on each indicator of the plan. */
  statementsOf(planId: string): Promise<IndicatorStatement[]>;
  state(statement: IndicatorStatement): Promise<void>;
  saveRun(run: MeasurementRun): Promise<void>;
  lastRun(planId: string): Promise<MeasurementRun | undefined>;
  /** Steps of a plan's year, in order. */
  eventsOf(planId: string): Promise<PlanEvent[]>;
  /** Appends a step; false where another step with its serial was taken meanwhile. A `replace` adopts the successor in the same transaction. */
  takeStep(event: PlanEvent): Promise<boolean>;
  run(runId: string): Promise<MeasurementRun | undefined>;
}

/** What was read from a document, as the library takes it. */
export interface KeptReading {
  documentId: string;
  file: string;
  org: string | null;
  year: number | null;
  kind: DocumentKind;
  projects: ReadProject[];
}

/** Targets being drawn up; every save stays. */
export interface DraftStore {
  draft(draftId: string): Promise<PlanDraft | undefined>;
  /** Open ones, changed last first. */
  open(): Promise<PlanDraft[]>;
  /** False where somebody saved the same serial meanwhile. */
  save(draft: PlanDraft): Promise<boolean>;
  drop(draft: Pick<PlanDraft, 'draftId' | 'serial' | 'by' | 'at'>): Promise<boolean>;
}

/** The bureau's own rules of scoring. */
export interface ScoreRulesStore {
  /** Administrative division of the bureau; '*': none is set. */
  region(): Promise<string>;
  /** The last of each id, without those that were ended. */
  standing(): Promise<RuleSetChanges[]>;
  enter(changes: RuleSetChanges, ended: boolean, by: string, at: Instant): Promise<void>;
}

/** What scoring needs: the plans, and the rules that count for them. */
export interface ScoringPorts {
  plans: PlanStore;
  rules: ScoreRulesStore;
}
