import { z } from 'zod';
import { day, instant, issue, paging, wholeNumber } from './common.ts';

const registerField = z.object({
  name: z.string(),
  title: z.string(),
  type: z.enum(['text', 'count', 'money', 'quantity', 'day', 'code', 'flag']),
  unit: z.string().optional(),
  required: z.boolean().optional(),
  codes: z.record(z.string(), z.string()).optional(),
  signed: z.boolean().optional(),
  note: z.string().optional(),
});
export type RegisterFieldJson = z.infer<typeof registerField>;

const registerHead = z.object({
  id: z.string(),
  title: z.string(),
  about: z.string(),
  dateField: z.string(),
  projectField: z.string().optional(),
  fields: z.array(registerField),
});

export const registerSummary = registerHead.extend({
  /** Entries in force. */
  entryCount: z.number(),
  fromDay: day.nullable(),
  toDay: day.nullable(),
  /** Periods that were declared complete. */
  complete: z.array(z.object({ fromDay: day, toDay: day, declaredBy: z.string(), declaredAt: instant })),
});
export type RegisterSummary = z.infer<typeof registerSummary>;

export const registerEntry = z.object({
  entryId: z.string(),
  occurredOn: day,
  recordedAt: instant,
  recordedBy: z.string(),
  source: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  corrects: z.string().nullable(),
  withdrawn: z.boolean(),
  /** The entry that took its place; null while it is in force. */
  replacedBy: z.string().nullable(),
});
export type RegisterEntryJson = z.infer<typeof registerEntry>;

export const entryQuery = z.object({
  ...paging,
  text: z.string().optional(),
  fromDay: wholeNumber,
  toDay: wholeNumber,
  /** Also those that were corrected or withdrawn. */
  history: z.stringbool().default(false),
  /** `field` or `-field`; by day without it. */
  sort: z.string().optional(),
});

/** Sums of money and counts over the whole filter. */
export const entryPage = z.object({
  total: z.number(),
  rows: z.array(registerEntry),
  sums: z.record(z.string(), z.number()),
});
export type EntryPage = z.infer<typeof entryPage>;

/** Cells as typed, by field name. */
export const cells = z.record(z.string(), z.string());
export const newEntry = z.object({ cells });
export const correction = z.object({
  /** null withdraws. */
  cells: cells.nullable(),
  reason: z.string().trim().min(1).max(200),
});
export const declaration = z.object({ fromDay: day, toDay: day });

export const imported = z.object({ read: z.number(), added: z.number(), known: z.number(), issues: z.array(issue) });
export type ImportedJson = z.infer<typeof imported>;
