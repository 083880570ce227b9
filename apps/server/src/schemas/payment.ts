import {
  type PaymentIndicatorName,
  packParts,
  paymentIndicators,
  paymentLeverKinds,
  paymentMethods,
  paymentSignals,
  treatments,
} from '@hengjian/domain';
import { z } from 'zod';
import { day, fen, instant, issue, paging } from './common.ts';
import { classFunnel } from './funnel.ts';

const insurance = z.enum(['employee', 'resident', 'maternity', 'injury', 'other']);

export const lever = z.object({
  kind: z.enum(paymentLeverKinds),
  insurance: insurance.nullable(),
  level: z.number().int().min(0).max(3).nullable(),
  providerNo: z.string().max(60).nullable(),
  groups: z.array(z.string().min(1).max(40)).max(200),
  by: z.number().int().min(-1_000_000).max(1_000_000),
});
export type PaymentLeverJson = z.infer<typeof lever>;

export const trialBody = z.object({
  title: z.string().min(1).max(100),
  schemeId: z.string(),
  year: z.number().int().min(1990).max(2100),
  levers: z.array(lever).max(30),
});

export const schemeQuery = z.object({
  file: z.string().max(200),
  /** A csv of groups takes everything else from this scheme. */
  base: z.string().optional(),
  id: z.string().min(1).max(60).optional(),
  title: z.string().min(1).max(200).optional(),
});
export const added = z.object({ id: z.string(), issues: z.array(issue) });
export const packQuery = z.object({
  file: z.string().max(200),
  id: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(200),
  source: z.string().max(400).default(''),
});
export const compareQuery = z.object({ a: z.string(), b: z.string(), year: z.coerce.number().int().min(1990).max(2100) });
const groupRow = z.object({ code: z.string(), name: z.string() });
export const packsCompared = z.object({
  a: z.object({ packId: z.string(), title: z.string() }),
  b: z.object({ packId: z.string(), title: z.string() }),
  year: z.number(),
  counts: z.array(z.object({ table: z.enum(packParts), a: z.number(), b: z.number(), added: z.number(), removed: z.number() })),
  added: z.array(groupRow),
  removed: z.array(groupRow),
  renamed: z.array(z.object({ code: z.string(), before: z.string(), after: z.string() })),
  cases: z.number(),
  moved: z.number(),
  groupedBefore: z.number(),
  groupedAfter: z.number(),
  shifts: z.array(
    z.object({
      from: z.string().nullable(),
      fromName: z.string().nullable(),
      to: z.string().nullable(),
      toName: z.string().nullable(),
      cases: z.number(),
      costFen: fen,
    }),
  ),
  byInstitution: z.array(z.object({ providerNo: z.string(), name: z.string().nullable(), cases: z.number(), moved: z.number() })),
});
export type PacksComparedJson = z.infer<typeof packsCompared>;

const rate = z.object({
  insurance: insurance.nullable(),
  level: z.number().nullable(),
  rate: z.number().nullable(),
  budgetFen: fen.nullable(),
});
const head = z.object({
  schemeId: z.string(),
  title: z.string(),
  method: z.enum(paymentMethods),
  region: z.string(),
  fromDay: day,
  toDay: day.nullable(),
  source: z.string(),
  packId: z.string().nullable(),
  groups: z.number(),
  rates: z.array(rate),
});
const trialHead = {
  trialId: z.string(),
  title: z.string(),
  schemeId: z.string(),
  year: z.number(),
  levers: z.array(lever),
  lakeVersion: z.number(),
  seconds: z.number(),
  by: z.string(),
  at: instant,
};
export const payment = z.object({
  schemes: z.array(head),
  packs: z.array(z.object({ packId: z.string(), title: z.string(), source: z.string() })),
  trials: z.array(z.object(trialHead)),
  years: z.array(z.number()),
});
export type PaymentJson = z.infer<typeof payment>;

const sums = z.object({
  cases: z.number(),
  grouped: z.number(),
  high: z.number(),
  low: z.number(),
  byCost: z.number(),
  groups: z.number(),
  costFen: fen,
  payFen: fen,
  ownFen: fen,
  dueFen: fen,
  fundFen: fen,
  points: z.number(),
  cmi: z.number().nullable(),
  timeIndex: z.number().nullable(),
  costIndex: z.number().nullable(),
  signals: z.record(z.enum(paymentSignals), z.number()),
});
export type PaymentSumsJson = z.infer<typeof sums>;
const value = z.object({
  insurance: insurance.nullable(),
  level: z.number().nullable(),
  rate: z.number(),
  fromBudget: z.boolean(),
  budgetFen: fen.nullable(),
  cases: z.number(),
  points: z.number(),
  byCostFen: fen,
  ownFen: fen,
  dueFen: fen,
});
const row = z.object({
  key: z.string(),
  name: z.string().nullable(),
  level: z.number().nullable(),
  before: sums.nullable(),
  after: sums.nullable(),
  /** Of institutions: paid ahead and deducted in the year, to be taken off what is due. */
  ahead: z.object({ prepaidFen: fen, deductedFen: fen }).nullable(),
});
export type PaymentRowJson = z.infer<typeof row>;
export const trial = z.object({
  ...trialHead,
  unknownFund: z.number(),
  schemeTitle: z.string(),
  method: z.enum(paymentMethods),
  values: z.array(z.object({ before: value, after: value.nullable() })),
  all: row,
  groups: z.array(z.object({ group: z.enum(['institution', 'group', 'insurance']), rows: z.array(row) })),
});
export type PaymentTrialJson = z.infer<typeof trial>;

export const caseQuery = z.object({
  side: z.enum(['before', 'after']).default('before'),
  provider: z.string().optional(),
  group: z.string().optional(),
  treatment: z.enum(treatments).optional(),
  signal: z.enum(paymentSignals).optional(),
  no: z.string().optional(),
  ...paging,
});
export type PaymentCaseQuery = z.infer<typeof caseQuery>;
const indicator = z.enum(Object.keys(paymentIndicators) as [PaymentIndicatorName, ...PaymentIndicatorName[]]);
export const benchmarkQuery = z.object({
  side: z.enum(['before', 'after']).default('before'),
  indicator: indicator.default('cmi'),
  level: z.coerce.number().int().min(0).max(3).optional(),
});
export type PaymentBenchmarkQuery = z.infer<typeof benchmarkQuery>;
export const benchmarks = z.object({ indicator, ...classFunnel });
export type PaymentBenchmarksJson = z.infer<typeof benchmarks>;
const caseRow = z.object({
  encounterNo: z.string(),
  providerNo: z.string(),
  providerName: z.string().nullable(),
  endedDay: day,
  days: z.number(),
  mainDiagnosis: z.string().nullable(),
  mainProcedure: z.string().nullable(),
  groupCode: z.string().nullable(),
  groupName: z.string().nullable(),
  sentGroup: z.string().nullable(),
  /** How it came to its group, in a sentence. */
  grouping: z.string(),
  treatment: z.enum(treatments),
  ratio: z.number().nullable(),
  costFen: fen,
  payFen: fen,
  dueFen: fen,
  fundFen: fen,
  /** How it was settled, in a sentence with its numbers. */
  settled: z.string(),
  signals: z.array(z.enum(paymentSignals)),
});
export const cases = z.object({ total: z.number(), rows: z.array(caseRow) });
export type PaymentCasesJson = z.infer<typeof cases>;
