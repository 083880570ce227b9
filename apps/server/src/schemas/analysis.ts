import { viewPlaces } from '@hengjian/domain';
import { z } from 'zod';
import { instant, several } from './common.ts';

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

const words = z.array(z.string().max(200)).max(40);
const question = z.object({ table: z.string(), by: words, measure: words, from: month.optional(), to: month.optional(), where: words });
const places = z.array(z.enum(viewPlaces)).min(1);
export const savedWish = z.object({ title: z.string().trim().min(1).max(60), question, places });
export const savedViews = z.array(z.object({ viewId: z.string(), title: z.string(), question, places, by: z.string(), at: instant }));
export type SavedViewJson = z.infer<typeof savedViews>[number];
