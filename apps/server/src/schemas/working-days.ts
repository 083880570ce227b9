import { z } from 'zod';
import { day, instant } from './common.ts';
import { act } from './editions.ts';

export const yearAsked = z.object({ year: z.coerce.number().int().min(2004).max(2099).optional() });
export const workingDays = z.object({
  year: z.number(),
  /** The year's holidays are known: published, or declared complete by the bureau. */
  known: z.boolean(),
  days: z.array(
    z.object({
      day,
      worked: z.boolean().nullable(),
      reason: z.enum(['ordinary', 'holiday', 'exchanged', 'corrected']),
      holiday: z.string().nullable(),
    }),
  ),
  /** Every row of the year that was ever set, the last first. */
  rows: z.array(
    z.object({
      day: day.nullable(),
      worked: z.boolean().nullable(),
      declaredYear: z.number().nullable(),
      by: z.string(),
      why: z.string(),
      at: instant,
    }),
  ),
});
export type WorkingDaysJson = z.infer<typeof workingDays>;

export const newWorkingDay = z.object({
  ...act,
  day: day.nullable().default(null),
  worked: z.boolean().nullable().default(null),
  declaredYear: z.number().int().nullable().default(null),
});

/** How many limits that waited for the holidays have their last day now, and how many end later. */
export const workingDayDone = z.object({ known: z.number(), extended: z.number() });
export type WorkingDayDone = z.infer<typeof workingDayDone>;
