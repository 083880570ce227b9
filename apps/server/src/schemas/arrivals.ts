import { z } from 'zod';
import { day, fen } from './common.ts';

const totals = z.object({ settlementCount: z.number().int(), personCount: z.number().int().nullable(), totalFen: fen, fundFen: fen });

const arrivalSignal = z.object({
  providerNo: z.string(),
  name: z.string().nullable(),
  kind: z.enum(['silent', 'low', 'high']),
  fromDay: day,
  toDay: day,
  settlementCount: z.number().int(),
  usualCount: z.number().int(),
});
export type ArrivalSignalJson = z.infer<typeof arrivalSignal>;

export const tie = z.object({
  providerNo: z.string(),
  name: z.string().nullable(),
  /** yyyy-MM */
  month: z.string(),
  state: z.enum(['tied', 'differs', 'notStated', 'notArrived']),
  arrived: totals.nullable(),
  stated: totals.nullable(),
  /** Arrived less stated. */
  gap: totals,
});
export type TieJson = z.infer<typeof tie>;

const count = z.number().int();
export const arrivals = z.object({
  fromDay: day.nullable(),
  toDay: day.nullable(),
  signals: z.array(arrivalSignal),
  months: z.array(z.object({ month: z.string(), tied: count, differs: count, notStated: count, notArrived: count })),
  /** Those that do not tie. */
  open: z.array(tie),
  tied: count,
});
export type ArrivalsJson = z.infer<typeof arrivals>;

export const arrivalDays = z.array(
  z.object({ day, settlementCount: count, refundCount: count, personCount: count, totalFen: fen, fundFen: fen }),
);
export type ArrivalDaysJson = z.infer<typeof arrivalDays>;
