// What is given with a step of a plan's year, and the step as it is kept.
import type { StepValues } from '../../matter/life.ts';
import type { Instant } from '../../time.ts';
import type { PlanAction, PlanState } from './steps.ts';

/** 财预〔2015〕88号 art. 25 and 财预〔2020〕10号: four grades. */
export const planGrades = ['优', '良', '中', '差'] as const;
export type PlanGrade = (typeof planGrades)[number];

/** A cell of the plan that a reviewer speaks of. */
export interface PlanRemark {
  projectNo: number;
  /** null: of the project itself. */
  indicatorId: string | null;
  field: 'name' | 'target' | 'unit' | 'weight' | 'budget' | 'goals' | 'other';
  text: string;
}
export const remarkFields = ['name', 'target', 'unit', 'weight', 'budget', 'goals', 'other'] as const;

/** What a person gives with a step; what the step does not ask for is kept all the same. */
export interface PlanStepGiven {
  action: PlanAction;
  why: string;
  grade: PlanGrade | null;
  documentNo: string | null;
  remarks: readonly PlanRemark[];
  /** The plan that takes the place of an adjusted one. */
  successorId: string | null;
  /** Values of the step's own form (`planStepFields`). */
  detail: StepValues;
}

/** An appended step. */
export interface PlanEvent extends PlanStepGiven {
  serial: number;
  planId: string;
  from: PlanState;
  to: PlanState;
  by: string;
  at: Instant;
}
