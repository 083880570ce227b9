import { z } from 'zod';
import { fen } from './common.ts';

export const forecastQuery = z.object({
  insurance: z.string().max(20).optional(),
  years: z.coerce.number().int().min(1).max(3).default(1),
  /** Known steps: `yyyy-MM:percent`, e.g. 2026-01:3 or 2026-07:-2.5. */
  step: z
    .union([z.string(), z.array(z.string())])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .pipe(z.array(z.string().regex(/^\d{4}-(0[1-9]|1[0-2]):-?\d{1,2}(\.\d{1,2})?$/)).max(12))
    .optional(),
});

const month = z.object({ month: z.string(), value: fen, low80: fen, high80: fen, low95: fen, high95: fen });
const side = z.object({
  history: z.array(z.object({ month: z.string(), value: fen })),
  /** null: fewer than 24 months without a gap. */
  months: z.array(month).nullable(),
  years: z.array(month),
  parameters: z.object({ alpha: z.number(), beta: z.number(), gamma: z.number() }).nullable(),
  sigma: z.number().nullable(),
  backTest: z
    .object({
      months: z.array(month.extend({ actual: fen, lastYear: fen })),
      monthError: z.number(),
      sumError: z.number(),
      naiveMonthError: z.number(),
      naiveSumError: z.number(),
      inside80: z.number(),
      inside95: z.number(),
    })
    .nullable(),
});
export const forecast = z.object({
  insurances: z.array(z.string()),
  insurance: z.string().nullable(),
  /** Months missing in the books: what is before the last of them is left out. */
  missing: z.array(z.string()),
  daysKnown: z.boolean(),
  expenditure: side,
  income: side,
  /** Balance at the end of each year ahead, by the middle of both forecasts, and how many months it would last. */
  balances: z.array(z.object({ month: z.string(), balanceFen: fen, monthsPayable: z.number().nullable() })),
});
export type ForecastJson = z.infer<typeof forecast>;
