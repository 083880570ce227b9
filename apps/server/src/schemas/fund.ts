import { z } from 'zod';
import { day, fen } from './common.ts';

const months = z.object({ from: z.string(), to: z.string() });
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Dimensions that the fund is looked at by. */
export const fundDimensions = ['insurance', 'setting', 'level', 'area', 'outOfArea', 'provider'] as const;
const filter = z.string().optional();
export const fundQuery = z.object({
  from: month.optional(),
  to: month.optional(),
  insurance: filter,
  setting: filter,
  level: filter,
  area: filter,
  outOfArea: filter,
  provider: filter,
});
export type FundQuery = z.output<typeof fundQuery>;

const part = z.object({ key: z.string().nullable(), settlements: z.number(), totalFen: fen, fundFen: fen });
export const fund = z.object({
  /** What the claims reach over; null while there are none and no books. */
  known: months.nullable(),
  period: months.nullable(),
  months: z.array(
    z.object({
      month: z.string(),
      settledFundFen: fen.nullable(),
      settledTotalFen: fen.nullable(),
      incomeFen: fen.nullable(),
      expenditureFen: fen.nullable(),
      balanceFen: fen.nullable(),
    }),
  ),
  parts: z.array(z.object({ dimension: z.enum(fundDimensions), rows: z.array(part) })),
  standings: z.array(
    z.object({
      insurance: z.string(),
      month: z.string(),
      balanceFen: fen.nullable(),
      averageFen: fen,
      averagedMonths: z.number(),
      monthsPayable: z.number().nullable(),
      step: z.enum(['excess', 'green', 'blue', 'yellow', 'orange', 'red']).nullable(),
      signals: z.array(z.enum(['deficit', 'growing-apart', 'ahead-of-budget'])),
      incomeFen: fen,
      expenditureFen: fen,
      budgetFen: fen.nullable(),
      executed: z.number().nullable(),
      elapsed: z.number(),
    }),
  ),
  ladder: z.record(z.string(), z.number()),
});
export type FundJson = z.infer<typeof fund>;

const use = z.object({ people: z.number(), visits: z.number(), totalFen: fen, fundFen: fen });
export const growth = z
  .object({
    now: months,
    before: months,
    basis: z.enum(['year-before', 'preceding', 'halves']),
    was: use,
    is: use,
    changeFen: fen,
    rate: z.number().nullable(),
    parts: z
      .array(z.object({ factor: z.enum(['people', 'frequency', 'cost', 'share']), fen, before: z.number(), after: z.number() }))
      .nullable(),
  })
  .nullable();
export type GrowthJson = z.infer<typeof growth>;

export const fundRecords = z.object({
  total: z.number(),
  rows: z.array(
    z.object({
      settlementNo: z.string(),
      personNo: z.string(),
      providerNo: z.string(),
      name: z.string().nullable(),
      settledDay: day,
      setting: z.string().nullable(),
      insurance: z.string().nullable(),
      totalFen: fen.nullable(),
      inScopeFen: fen.nullable(),
      fundFen: fen.nullable(),
      accountFen: fen.nullable(),
      cashFen: fen.nullable(),
    }),
  ),
});
export type FundRecordsJson = z.infer<typeof fundRecords>;
