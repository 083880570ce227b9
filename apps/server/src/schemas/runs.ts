import { z } from 'zod';
import { day, fen } from './common.ts';

export const run = z.object({
  runId: z.string(),
  fromDay: day,
  toDay: day,
  lakeVersion: z.number(),
  state: z.enum(['running', 'done', 'failed', 'interrupted']),
  /** ISO times. */
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  lines: z.number(),
  stored: z
    .object({
      added: z.number(),
      changed: z.number(),
      unchanged: z.number(),
      withdrawn: z.number(),
      amountFen: fen,
      fundFen: fen,
    })
    .nullable(),
});
export type RunJson = z.infer<typeof run>;

export const runs = z.object({
  runs: z.array(run),
  /** The review that this server is doing now. */
  current: z
    .object({ fromDay: day.nullable(), toDay: day.nullable(), done: z.number(), total: z.number(), startedAt: z.string() })
    .nullable(),
  /** Why the last review that this server started ended without a result. */
  failure: z.string().nullable(),
});
export type RunsJson = z.infer<typeof runs>;

/** What one rule found in a run or a trial. */
export const ruleResult = z.object({
  ruleId: z.string(),
  title: z.string(),
  edition: z.number(),
  partitions: z.number(),
  hit: z.number(),
  clear: z.number(),
  notEvaluated: z.number(),
  exempted: z.record(z.string(), z.number()),
  amountFen: fen,
  seconds: z.number(),
});

export const runFile = run.extend({
  rules: z.array(ruleResult),
});
export type RunFileJson = z.infer<typeof runFile>;

export const start = z.object({ fromDay: day, toDay: day, rules: z.array(z.string()).optional() });
