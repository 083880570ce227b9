import { alertRun } from './alert-run.ts';
import { claimsCompact } from './claims-compact.ts';
import { claimsImport } from './claims-import.ts';
import { interfaceFold } from './interface-fold.ts';
import { interfaceRecheck } from './interface-recheck.ts';
import type { Job } from './job.ts';
import { knowledgeImport } from './knowledge-import.ts';
import { paymentTry } from './payment-try.ts';
import { policyTry } from './policy-try.ts';
import { reviewRun } from './review-run.ts';
import { ruleCalibration } from './rule-calibration.ts';
import { ruleReplay } from './rule-replay.ts';
import { ruleTrial } from './rule-trial.ts';

/** Every job, by what the operator would type. */
// biome-ignore lint/suspicious/noExplicitAny: a shelf of jobs with requests of their own; each checks its own.
export const jobs: ReadonlyMap<string, Job<any, unknown>> = new Map(
  [
    alertRun,
    claimsImport,
    claimsCompact,
    interfaceFold,
    interfaceRecheck,
    knowledgeImport,
    reviewRun,
    ruleTrial,
    ruleReplay,
    ruleCalibration,
    policyTry,
    paymentTry,
  ].map((job) => [job.name, job as Job<unknown, unknown>]),
);
