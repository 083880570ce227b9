import { z } from 'zod';
import { day, instant } from './common.ts';

const ratio = z.object({
  count: z.number(),
  of: z.number(),
  ratio: z.number().nullable(),
  /** Wilson's interval at 95 %. */
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type RatioJson = z.infer<typeof ratio>;

const summary = z.object({
  recheckId: z.string(),
  from: day,
  to: day,
  seed: z.number(),
  drawnBy: z.string(),
  drawnAt: instant,
  findingPopulation: z.number(),
  claimPopulation: z.number(),
  size: z.number(),
  agreement: ratio,
  findingErrors: ratio,
  overlooked: ratio,
});
export type RecheckSummary = z.infer<typeof summary>;
export const recheckList = z.object({ rows: z.array(summary), standardSize: z.number() });
export type RecheckList = z.infer<typeof recheckList>;

const item = z.object({
  itemNo: z.number(),
  kind: z.enum(['finding', 'claim']),
  /** Of a finding: its number; of a claim: its encounter. */
  subjectId: z.string(),
  /** Rule of a finding; kind of care of a claim. */
  stratum: z.string(),
  ruleTitle: z.string().nullable(),
  /** What the first review said of a finding. */
  verdict: z.enum(['uphold', 'dismiss']).nullable(),
  agrees: z.boolean().nullable(),
  by: z.string().nullable(),
  why: z.string().nullable(),
});
export type RecheckItemJson = z.infer<typeof item>;
export const recheckPage = summary.extend({
  items: z.array(item),
  byRule: z.array(z.object({ ruleId: z.string(), ruleTitle: z.string(), errors: ratio })),
});
export type RecheckPageJson = z.infer<typeof recheckPage>;

export const drawBody = z.object({
  month: z.string().max(10),
  size: z.number().int().min(1).max(5000).optional(),
  seed: z.number().int().nonnegative().optional(),
  by: z.string().max(60).optional(),
  why: z.string().max(500).default(''),
});
export const judgeBody = z.object({ agrees: z.boolean(), by: z.string().max(60).optional(), why: z.string().max(2000).default('') });
