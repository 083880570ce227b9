import { dueNouns } from '@hengjian/domain';
import { z } from 'zod';
import { day, fen } from './common.ts';
import { findingSums } from './findings.ts';

/** Kinds of work of which something is overdue. */
export const overdueWork = z.array(z.object({ noun: z.enum(dueNouns), count: z.number(), oldestDay: day }));
export type OverdueWorkJson = z.output<typeof overdueWork>;

const counted = { count: z.number(), amountFen: fen, fundFen: fen };

export const overview = z.object({
  lake: z
    .object({
      version: z.number(),
      fromDay: day,
      toDay: day,
      settlements: z.number(),
      lines: z.number(),
      encounters: z.number(),
      persons: z.number(),
      providers: z.number(),
      totalFen: fen,
      fundFen: fen,
    })
    .nullable(),
  review: z
    .object({
      runId: z.string(),
      fromDay: day,
      toDay: day,
      finishedAt: z.string(),
      /** Charge items of the period. */
      lines: z.number(),
      rules: z.number(),
      hit: z.number(),
      clear: z.number(),
      notEvaluated: z.number(),
      seconds: z.number(),
      /** The claims changed since. */
      outdated: z.boolean(),
    })
    .nullable(),
  /** Live, not exempted. */
  findings: findingSums,
  clear: findingSums.pick({ count: true }),
  suspect: findingSums.pick({ count: true }),
  byRule: z.array(z.object({ ...counted, ruleId: z.string(), title: z.string(), category: z.string(), certainty: z.string() })),
  byMonth: z.array(z.object({ ...counted, month: z.string(), settlements: z.number(), fundPaidFen: fen })),
  byProvider: z.array(
    z.object({
      ...counted,
      providerNo: z.string(),
      name: z.string().nullable(),
      level: z.number().nullable(),
      kind: z.string().nullable(),
    }),
  ),
});
export type OverviewJson = z.infer<typeof overview>;
