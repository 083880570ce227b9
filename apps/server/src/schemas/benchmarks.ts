import { type StayIndicatorName, stayIndicators } from '@hengjian/domain';
import { z } from 'zod';

const indicator = z.enum(Object.keys(stayIndicators) as [StayIndicatorName, ...StayIndicatorName[]]);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const benchmarkQuery = z.object({
  indicator: indicator.default('costIndex'),
  level: z.coerce.number().int().min(0).max(3).optional(),
  from: month.optional(),
  to: month.optional(),
});

export const benchmarks = z
  .object({
    known: z.object({ from: z.string(), to: z.string() }),
    period: z.object({ from: z.string(), to: z.string() }),
    indicator,
    level: z.number(),
    levels: z.array(z.object({ level: z.number(), providers: z.number() })),
    /** Fewer stays are small numbers. */
    least: z.number(),
    centre: z.number().nullable(),
    spread: z.number().nullable(),
    overdispersion: z.number(),
    rows: z.array(
      z.object({
        providerNo: z.string(),
        name: z.string().nullable(),
        n: z.number(),
        value: z.number().nullable(),
        score: z.number().nullable(),
        mark: z.enum(['high', 'low', 'watch-high', 'watch-low', 'within', 'small']),
      }),
    ),
  })
  .nullable();
export type BenchmarksJson = z.infer<typeof benchmarks>;
