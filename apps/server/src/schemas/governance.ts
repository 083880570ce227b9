import { z } from 'zod';
import { day, fen, instant } from './common.ts';
import { act } from './editions.ts';
import { ruleResult } from './runs.ts';

export const trialBody = z.object({ ...act, from: day, to: day });

export const change = z.object({
  added: z.number(),
  gone: z.number(),
  changed: z.number(),
  same: z.number(),
  addedFen: fen,
  goneFen: fen,
  changedFen: fen,
});

export const trial = z.object({
  trialId: z.string(),
  kind: z.enum(['trial', 'replay']),
  ruleId: z.string().nullable(),
  edition: z.number().nullable(),
  against: z.number().nullable(),
  fromDay: day,
  toDay: day,
  region: z.string(),
  lakeVersion: z.number(),
  asKnownAt: instant.nullable(),
  by: z.string(),
  why: z.string(),
  at: instant,
  seconds: z.number(),
  summary: z.object({
    results: z.array(ruleResult),
    findings: z.number(),
    amountFen: fen,
    fundFen: fen,
    persons: z.number(),
    providers: z.number(),
    byMonth: z.array(z.object({ month: z.string(), findings: z.number(), amountFen: fen })),
    byProvider: z.array(z.object({ providerNo: z.string(), name: z.string().nullable(), findings: z.number(), amountFen: fen })),
    change: change.nullable(),
    overlap: z.array(z.object({ ruleId: z.string(), title: z.string(), findings: z.number(), amountFen: fen })),
  }),
  judged: z.object({ right: z.number(), wrong: z.number(), unsure: z.number() }),
});
export type TrialJson = z.infer<typeof trial>;

export const mark = z.enum(['added', 'gone', 'changed', 'same']);
export const trialFindings = z.object({
  total: z.number(),
  rows: z.array(
    z.object({
      findingId: z.string(),
      ruleId: z.string(),
      edition: z.number(),
      mark,
      periodDay: day,
      amountFen: fen,
      otherFen: fen.nullable(),
      exemptedBy: z.string().nullable(),
      explanation: z.string(),
      providers: z.array(z.string()),
      records: z.array(
        z.object({
          role: z.enum(['inQuestion', 'related']),
          encounterNo: z.string(),
          lineNo: z.string().nullable(),
          itemCode: z.string().nullable(),
          day: day.nullable(),
          amountFen: fen,
        }),
      ),
      judgement: z.object({ verdict: z.string(), by: z.string(), why: z.string() }).nullable(),
    }),
  ),
});
export type TrialFindingsJson = z.infer<typeof trialFindings>;
export const judgementBody = z.object({
  by: z.string().optional(),
  why: z.string().default(''),
  findingId: z.string(),
  verdict: z.string(),
});

export const shadowRuns = z.array(
  z.object({
    runId: z.string(),
    edition: z.number(),
    against: z.number().nullable(),
    fromDay: day,
    toDay: day,
    narrowed: z.boolean(),
    hit: z.number(),
    amountFen: fen,
    change,
    at: instant,
  }),
);
export type ShadowRunsJson = z.infer<typeof shadowRuns>;

export const editionDiff = z.object({
  from: z.number().nullable(),
  to: z.number(),
  by: z.string(),
  why: z.string(),
  at: instant.nullable(),
  changes: z.array(
    z.object({
      kind: z.enum(['sentence', 'parameter', 'case', 'text', 'tree']),
      place: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});
export type EditionDiffJson = z.infer<typeof editionDiff>;

export const exemption = z.object({
  exemptionId: z.string(),
  kind: z.string(),
  title: z.string(),
  ruleIds: z.array(z.string()).nullable(),
  acts: z.enum(['population', 'link', 'finding']),
  condition: z.unknown(),
  region: z.string(),
  from: day.nullable(),
  to: day.nullable(),
  reason: z.string(),
  by: z.string(),
  at: instant,
  /** It does something to records of today. */
  valid: z.boolean(),
  /** Uses in the last finished run of each rule. */
  used: z.number(),
  /** Uses in answers to institutions so far. */
  usedInCalls: z.number(),
});
export type ExemptionJson = z.infer<typeof exemption>;
export const newExemption = z.object({
  ...act,
  kind: z.string(),
  title: z.string(),
  ruleIds: z.array(z.string()).nullable().default(null),
  acts: z.string(),
  condition: z.unknown().optional(),
  encounter: z.unknown().optional(),
  codes: z.array(z.string()).optional(),
  region: z.string().default('*'),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
});
export const endBody = z.object({ ...act, to: day });

export const quality = z.array(
  z.object({
    ruleId: z.string(),
    title: z.string(),
    edition: z.number(),
    decided: z.number(),
    upheld: z.number(),
    overturned: z.number(),
    falsePositiveRatio: z.number(),
    quarters: z.array(z.object({ quarter: z.string(), overturned: z.number(), limit: z.number() })),
    toReview: z.boolean(),
  }),
);
export type QualityJson = z.infer<typeof quality>;
