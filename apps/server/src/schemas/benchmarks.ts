import { type StayIndicatorName, stayIndicators } from '@hengjian/domain';
import { z } from 'zod';
import { classFunnel } from './funnel.ts';

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
    ...classFunnel,
  })
  .nullable();
export type BenchmarksJson = z.infer<typeof benchmarks>;
