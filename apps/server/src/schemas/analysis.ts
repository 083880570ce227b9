import { z } from 'zod';
import { several } from './common.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const analysisQuery = z.object({
  table: z.string().default('settlement'),
  by: several,
  measure: several,
  from: month.optional(),
  to: month.optional(),
  /** `dimension:value`; nothing behind the colon asks for the unknown ones. */
  where: several,
});
export type AnalysisQuery = z.output<typeof analysisQuery>;

export const analysis = z.object({
  known: z.object({ from: z.string(), to: z.string() }).nullable(),
  rows: z.array(
    z.object({
      keys: z.array(z.string().nullable()),
      values: z.array(z.number().nullable()),
      parts: z.array(z.object({ of: z.number().nullable(), over: z.number().nullable() })),
    }),
  ),
  /** There were more groups than are shown. */
  cut: z.boolean(),
});
export type AnalysisJson = z.infer<typeof analysis>;
