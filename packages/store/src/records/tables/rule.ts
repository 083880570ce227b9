import type { Generated } from 'kysely';

/** Steps of editions; appended only. `at` is the wall clock in seconds. */
export interface RuleTables {
  ruleEvent: {
    serial: Generated<string>;
    ruleId: string;
    edition: number;
    action: string;
    stateBefore: string | null;
    stateAfter: string;
    by: string;
    why: string;
    at: number;
    /** Before and after of what changed, and what the step itself says (kind of review, period). */
    detail: unknown;
  };
}
