import type { Plan } from './plan.ts';

/** The targets of a year that a later form of it (monitoring, self-evaluation) is held against. */
export interface TargetsInForce {
  plan: Plan;
  /** Approved with the budget, and so locked; else only adopted. */
  approved: boolean;
}
