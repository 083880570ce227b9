import { z } from 'zod';
import { instant } from './common.ts';

export const documentHead = z.object({
  documentId: z.string(),
  file: z.string(),
  uploadedAt: instant,
  uploadedBy: z.string(),
  bytes: z.number(),
});
export type DocumentHead = z.infer<typeof documentHead>;

const value = z.union([z.number(), z.string(), z.null()]);
const wan = z.number().nullable();

export const documentFile = documentHead.extend({
  org: z.string().nullable(),
  year: z.number().nullable(),
  kind: z.string(),
  totals: z.object({ totalWan: wan, basicWan: wan, projectWan: wan }),
  lines: z.array(z.string()),
  projects: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      budgetWan: wan,
      goals: z.array(z.string()),
      line: z.number().nullable(),
      indicators: z.array(
        z.object({
          level1: z.string().nullable(),
          level2: z.string().nullable(),
          name: z.string(),
          operator: z.string(),
          value,
          unit: z.string().nullable(),
          weight: z.number().nullable(),
          actual: value,
          score: z.number().nullable(),
          group: z.string().nullable(),
          line: z.number(),
          repairs: z.array(z.string()),
        }),
      ),
    }),
  ),
  warnings: z.array(z.object({ code: z.string(), line: z.number(), message: z.string() })),
  marks: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      lines: z.array(z.number()),
      message: z.string(),
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
  /** Not among the kinds that can become a plan. */
  adoptable: z.boolean(),
});
export type DocumentFileJson = z.infer<typeof documentFile>;

export const adoption = z.object({ year: z.number().int().min(1990).max(2100) });
export const adopted = z.object({ planId: z.string(), indicators: z.number(), withMeasure: z.number() });
export type AdoptedJson = z.infer<typeof adopted>;
