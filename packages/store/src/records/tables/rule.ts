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
  /** A past period as an edition would have seen it ('trial'), with several values of a parameter ('calibration'), or as a past day saw it ('replay'). */
  ruleTrial: {
    trialId: string;
    kind: string;
    ruleId: string | null;
    edition: number | null;
    against: number | null;
    fromDay: number;
    toDay: number;
    region: string;
    lakeVersion: number;
    asKnownAt: number | null;
    by: string;
    why: string;
    at: number;
    seconds: number;
    summary: unknown;
    /** Parquet under the home. */
    file: string;
  };
  ruleJudgement: {
    serial: Generated<string>;
    trialId: string;
    findingId: string;
    verdict: string;
    by: string;
    why: string;
    at: number;
  };
  shadowRun: {
    runId: string;
    ruleId: string;
    edition: number;
    against: number | null;
    fromDay: number;
    toDay: number;
    narrowed: boolean;
    result: unknown;
    file: string;
    at: number;
  };
  exemption: {
    exemptionId: string;
    kind: string;
    title: string;
    /** null: all rules. */
    ruleIds: string[] | null;
    acts: string;
    condition: unknown;
    region: string;
    fromDay: number | null;
    toDay: number | null;
    reason: string;
    by: string;
    at: number;
  };
  exemptionEnd: { serial: Generated<string>; exemptionId: string; toDay: number; by: string; why: string; at: number };
  findingDecision: {
    serial: Generated<string>;
    findingId: string;
    version: number;
    ruleId: string;
    edition: number;
    verdict: string;
    by: string;
    why: string;
    at: number;
  };
  bureauParameter: {
    serial: Generated<string>;
    name: string;
    region: string;
    fromDay: number | null;
    toDay: number | null;
    value: unknown;
    by: string;
    why: string;
    at: number;
  };
}
