import { correctableFields, habitColumns, habitKinds } from '@hengjian/domain';
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

const correctable = z.enum(correctableFields);

const mark = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  lines: z.array(z.number()),
  message: z.string(),
  facts: z.record(z.string(), z.unknown()),
  suggestions: z.array(
    z.object({
      certainty: z.enum(['certain', 'possible']),
      line: z.number(),
      name: z.string().nullable(),
      field: correctable.nullable(),
      from: value,
      to: value,
      message: z.string(),
    }),
  ),
});
/** What stands against making it public; empty where nothing does. */
export const publication = z.array(mark);
export type PublicationJson = z.infer<typeof publication>;

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
      /** Layout it was read by. */
      layout: z.string().nullable(),
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
          /** The name the machine read, by which a correction finds the row. */
          readAs: z.string(),
          cells: z.array(z.object({ head: z.string(), role: z.string(), text: z.string(), line: z.number() })),
          corrected: z.array(z.object({ field: correctable, read: value, why: z.string(), by: z.string(), at: instant })),
        }),
      ),
    }),
  ),
  /** How many corrections people made. */
  corrections: z.number(),
  warnings: z.array(z.object({ code: z.string(), line: z.number(), message: z.string() })),
  marks: z.array(mark),
  /** Not among the kinds that can become a plan. */
  adoptable: z.boolean(),
});
export type DocumentFileJson = z.infer<typeof documentFile>;

const why = z.string().trim().min(1).max(500);
const habit = z.object({ layout: z.string().nullable(), kind: z.enum(habitKinds), word: z.string(), meaning: z.string() });
export const correction = z.object({
  line: z.number().int(),
  /** As the machine read it. */
  name: z.string(),
  /** Texts as a person writes them; an empty one empties the cell. */
  changes: z.partialRecord(correctable, z.string().max(2000)),
  why,
  /** Whether what the correction shows of the layout is kept for the next document. */
  remember: z.boolean(),
});
export const correctionMade = z.object({ taught: z.array(habit) });
export type CorrectionMadeJson = z.infer<typeof correctionMade>;
export const taughtHabit = habit.extend({ why: z.string(), documentId: z.string().nullable(), by: z.string(), at: instant });
export type TaughtHabitJson = z.infer<typeof taughtHabit>;
export const teaching = habit
  .extend({ word: z.string().trim().min(1).max(40), meaning: z.string().trim().min(1).max(40).nullable(), why })
  .refine(({ kind, meaning }) => kind !== 'column' || meaning === null || (habitColumns as readonly string[]).includes(meaning));
export type TeachingJson = z.infer<typeof teaching>;

export const adoption = z.object({ year: z.number().int().min(1990).max(2100) });
export const adopted = z.object({ planId: z.string(), indicators: z.number(), withMeasure: z.number() });
export type AdoptedJson = z.infer<typeof adopted>;
