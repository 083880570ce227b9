import { z } from 'zod';
import { day, fen } from './common.ts';

/** A parameter that a person may give, as a form shows it. */
export const field = z.object({
  name: z.string(),
  type: z.string(),
  title: z.string(),
  /** Closed list of values. */
  values: z.array(z.union([z.string(), z.number()])).nullable(),
});
export const pointFile = z.object({
  pointId: z.string(),
  ruleKey: z.string(),
  ruleName: z.string().nullable(),
  subject: z.string().nullable(),
  constraint: z.string().nullable(),
  logic: z.string().nullable(),
  basis: z.string().nullable(),
  batch: z.string().nullable(),
  codes: z.array(z.string()),
  counterCodes: z.array(z.string()),
  state: z.string(),
  waits: z.string().nullable(),
  params: z.record(z.string(), z.unknown()).nullable(),
  /** What its kind of rule reads; empty for a rule that the product does not know. */
  form: z.array(field),
  /** Newest first: who gave which parameters when. */
  versions: z.array(
    z.object({
      version: z.number(),
      /** Seconds of the wall clock. */
      at: z.number(),
      by: z.string(),
      source: z.string(),
      constraint: z.string().nullable(),
      params: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
});
export type PointFileJson = z.infer<typeof pointFile>;

export const decision = z.object({ params: z.record(z.string(), z.unknown()) });

export const coverageQuery = z.object({
  from: z.coerce.number().int().optional(),
  to: z.coerce.number().int().optional(),
  top: z.coerce.number().int().min(1).max(500).default(50),
});
export const coverage = z.object({
  fromDay: day,
  toDay: day,
  active: z.number(),
  unmet: z.array(z.object({ ruleKey: z.string(), ruleName: z.string().nullable(), points: z.number(), unmet: z.number() })),
  unmetPoints: z.array(z.object({ pointId: z.string(), ruleKey: z.string(), subject: z.string().nullable(), codes: z.array(z.string()) })),
  billedFen: fen,
  coveredFen: fen,
  uncovered: z.array(
    z.object({
      code: z.string(),
      name: z.string().nullable(),
      kind: z.string().nullable(),
      lines: z.number(),
      amountFen: fen,
      fundFen: fen,
    }),
  ),
  catalogue: z.number(),
  gone: z.array(z.object({ pointId: z.string(), ruleKey: z.string(), subject: z.string().nullable(), codes: z.array(z.string()) })),
});
export type CoverageJson = z.infer<typeof coverage>;

export const change = z.object({
  id: z.string(),
  change: z.enum(['added', 'changed']),
  ruleKey: z.string(),
  ruleName: z.string(),
  subject: z.string(),
  constraint: z.string(),
  params: z.record(z.string(), z.unknown()).nullable(),
  waits: z.string().nullable(),
  supersedes: z.string().nullable(),
  before: z.object({ constraint: z.string(), params: z.record(z.string(), z.unknown()).nullable() }).nullable(),
  codesAdded: z.array(z.string()),
  codesGone: z.array(z.string()),
  codesUnknown: z.array(z.string()),
});
export const batch = z.object({
  points: z.number(),
  structured: z.number(),
  waiting: z.number(),
  superseded: z.number(),
  added: z.number(),
  changed: z.number(),
  known: z.number(),
  rejected: z.number(),
  /** Of a preview; at most a thousand. */
  changes: z.array(change),
  issues: z.array(z.string()),
});
export type BatchJson = z.infer<typeof batch>;
