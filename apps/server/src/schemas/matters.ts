import type { Clue, Matter } from '@hengjian/domain';
import { z } from 'zod';
import { fen, instant, paging } from './common.ts';

/** A matter as the domain keeps it, and whether its day has passed. */
export type Shown<M extends Matter> = M & { readonly overdue: boolean };
/** What the domain made is not looked through again. */
export const shown = <M extends Matter>() => z.unknown() as unknown as z.ZodType<Shown<M>>;

export const matterQuery = z.object({
  ...paging,
  state: z.string().optional(),
  text: z.string().optional(),
  provider: z.string().optional(),
  overdue: z.stringbool().default(false),
});
const step = z.object({
  at: instant,
  by: z.string(),
  action: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  why: z.string().nullable(),
  /** The scan that was taken in or back. */
  file: z.string().nullable(),
});
export const pageOf = <M extends Matter>() => z.object({ total: z.number(), rows: z.array(shown<M>()) });
export const fileOf = <M extends Matter>() => z.object({ one: shown<M>(), actions: z.array(z.string()), steps: z.array(step) });
export interface MatterPageJson<M extends Matter> {
  total: number;
  rows: Shown<M>[];
}
export interface MatterFileJson<M extends Matter> {
  one: Shown<M>;
  /** Steps that the actor may take now. */
  actions: string[];
  steps: z.infer<typeof step>[];
}

/** What a form says, by the names of its fields, and why. */
export const matterStep = z.object({ why: z.string().max(2000), given: z.record(z.string(), z.string().max(20_000)).default({}) });

export const cluePage = pageOf<Clue>();
export const clueFile = fileOf<Clue>();
export const clue = shown<Clue>();
export const clueQuery = matterQuery.extend({ source: z.string().optional(), object: z.string().optional() });
export const clueWish = z.object({
  source: z.enum(['finding', 'complaint', 'transferIn', 'payment', 'other']),
  sourceRef: z.string().max(100).nullable().default(null),
  object: z.enum(['provider', 'practitioner', 'person']),
  objectNo: z.string().max(60).nullable().default(null),
  objectName: z.string().max(200),
  text: z.string().max(5000),
  amountFen: fen.nullable().default(null),
  links: z
    .array(
      z.object({
        kind: z.enum(['finding', 'complaint', 'alert', 'inspection', 'case', 'encounter', 'settlement']),
        id: z.string().max(100),
      }),
    )
    .max(500)
    .default([]),
});
export type ClueWishJson = z.input<typeof clueWish>;
