import type { IndicatorMeasure, IndicatorStatement, Instant, MeasurementRun, Plan } from '@hengjian/domain';

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
  plan(planId: string): Promise<AdoptedPlan | undefined>;
  /** Newest adoption first. */
  plans(): Promise<AdoptedPlan[]>;
  /** The last word on each indicator of the plan. */
  measuresOf(planId: string): Promise<IndicatorMeasure[]>;
  decideMeasures(decisions: readonly IndicatorMeasure[]): Promise<void>;
  /** The last statement on each indicator of the plan. */
  statementsOf(planId: string): Promise<IndicatorStatement[]>;
  state(statement: IndicatorStatement): Promise<void>;
  saveRun(run: MeasurementRun): Promise<void>;
  lastRun(planId: string): Promise<MeasurementRun | undefined>;
  run(runId: string): Promise<MeasurementRun | undefined>;
}
