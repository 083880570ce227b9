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

export const workingDayDone = z.object({
  /** Limits that waited for the holidays and have their last day now. */
  known: z.number(),
  /** Limits that end later. */
  extended: z.number(),
  /** Findings that silence had decided before the last day as it is counted now: open for an answer again. */
  reopened: z.number(),
  /** The same, but their deduction is confirmed: for people to look at. */
  kept: z.number(),
});
export type WorkingDayDone = z.infer<typeof workingDayDone>;
