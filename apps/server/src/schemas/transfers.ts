import { z } from 'zod';
import { day, fen, instant } from './common.ts';

const words = (most: number) => z.string().max(most);
const label = words(60).nullable();
const targets = z.object({ planId: z.string(), projectNo: z.number().int() }).nullable();
const money = fen.min(0);

export const notice = z.object({
  name: words(200),
  year: z.number().int().min(1990).max(2100),
  documentNo: words(60),
  issuedBy: words(100),
  receiver: words(100),
  issuedOn: day,
  advanceFen: money,
  fen: money,
  label,
  incomeCode: words(60).nullable(),
  spendingCode: words(60).nullable(),
  targets,
});

const share = z.object({
  shareId: z.string(),
  parentId: z.string().nullable(),
  receiver: z.string(),
  project: z.string().nullable(),
  advanceFen: fen,
  fen,
  label,
  documentNo: z.string(),
  issuedOn: day,
  targets,
});

const progress = { dueFen: fen, handedFen: fen, paidFen: fen, leftFen: fen, paidRatio: z.number(), timeRatio: z.number().nullable() };

export const transferHead = z.object({
  transferId: z.string(),
  name: z.string(),
  year: z.number(),
  documentNo: z.string(),
  receiver: z.string(),
  issuedOn: day,
  label,
  ...progress,
  shareCount: z.number(),
  breakCount: z.number(),
  behindCount: z.number(),
});
export type TransferHeadJson = z.infer<typeof transferHead>;

const region = z.object({
  receiver: z.string(),
  indicator: z.object({
    indicatorId: z.string(),
    name: z.string(),
    operator: z.string(),
    target: z.union([z.number(), z.string(), z.null()]),
    unit: z.string().nullable(),
  }),
  actual: z.number().nullable(),
});

const factorWish = z.object({
  totalFen: fen,
  stepFen: z.number().int(),
  factors: z
    .array(z.object({ name: words(60), unit: words(20), weight: z.number() }))
    .min(1)
    .max(20),
  regions: z.array(z.object({ name: words(100), values: z.array(z.number().nullable()).max(20), score: z.number().nullable() })).max(500),
  performancePart: z.number(),
  scoreSteps: z
    .array(z.object({ from: z.number(), coefficient: z.number() }))
    .min(1)
    .max(20),
});

export const transferFile = z.object({
  transferId: z.string(),
  notice,
  asOf: day,
  ...progress,
  shares: z.array(
    z.object({
      share,
      depth: z.number(),
      ...progress,
      timeRatio: z.number().nullable(),
      behind: z.boolean(),
      lyingDays: z.number().nullable(),
    }),
  ),
  payments: z.array(z.object({ paymentId: z.string(), shareId: z.string(), paidOn: day, fen, label, payee: z.string() })),
  breaks: z.array(
    z.object({
      at: z.enum(['share', 'payment']),
      id: z.string(),
      receiver: z.string(),
      project: z.string().nullable(),
      before: label,
      after: label,
    }),
  ),
  rolled: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      unit: z.string().nullable(),
      whole: region.nullable(),
      regions: z.array(region),
      by: z.enum(['sum', 'range', 'words']),
      target: z.number().nullable(),
      actual: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      met: z.number(),
      known: z.number(),
      short: z.boolean(),
    }),
  ),
  last: z.array(z.object({ receiver: z.string(), score: z.number().nullable(), year: z.number(), transferId: z.string() })),
  basis: factorWish.nullable(),
  events: z.array(
    z.object({ serial: z.number(), kind: z.string(), by: z.string(), at: instant, fen: fen.nullable(), why: z.string().nullable() }),
  ),
  behindRatio: z.number(),
  allocateDays: z.number(),
});
export type TransferFileJson = z.infer<typeof transferFile>;

const handing = { documentNo: words(60), issuedOn: day };
export const allocation = z.object({
  ...handing,
  rows: z
    .array(
      z.object({ receiver: words(100), from: words(100).nullable(), project: words(200).nullable(), advanceFen: money, fen: money, label }),
    )
    .max(1000),
});
export const factorAllocation = z.object({ ...handing, wish: factorWish });
export const payment = z.object({ shareId: z.string(), paidOn: day, fen: money, label, payee: words(100) });
export const withdrawal = z.object({ id: z.string(), why: words(500) });
export const link = z.object({ shareId: z.string().nullable(), targets });
