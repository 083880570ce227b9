import { allCreditFacts, creditActions, creditStates, dishonestyLevels, enteredFacts, supplierCases } from '@hengjian/domain';
import { z } from 'zod';
import { day, fen, instant, paging } from './common.ts';

const fact = z.enum(allCreditFacts);
export const scheme = z.object({
  schemeId: z.string().trim().min(1).max(40),
  title: z.string().trim().min(1).max(80),
  subject: z.literal('person').optional(),
  halfDays: z.number().int().optional(),
  base: z.number(),
  ceiling: z.number(),
  items: z.array(
    z.object({
      code: z.string().min(1).max(20),
      dimension: z.string().max(40),
      title: z.string().max(120),
      fact,
      unit: z.number(),
      points: z.number(),
      most: z.number(),
    }),
  ),
  grades: z.array(z.object({ grade: z.string().min(1).max(8), from: z.number() })),
  vetoes: z.array(z.object({ fact, atLeast: z.number(), grade: z.string(), title: z.string().max(80) })),
  consequences: z.array(
    z.object({ grade: z.string(), inspectionsPerYear: z.number(), depositPercent: z.number(), note: z.string().max(200) }),
  ),
  repairMost: z.number(),
  source: z.string().max(300),
});
export type SchemeJson = z.infer<typeof scheme>;
export const schemeVersion = z.object({
  version: z.number(),
  scheme,
  by: z.string(),
  at: instant,
  fromDay: day.nullable(),
  enactedBy: z.string().nullable(),
});
export type SchemeVersionJson = z.infer<typeof schemeVersion>;
export const enactment = z.object({ fromDay: day, why: z.string().max(200) });
export const schemeTrial = z.object({ scheme, from: day, to: day });
export const triedScheme = z.object({
  total: z.number(),
  /** `before`: by the scheme in force; null where there is none of that number. */
  grades: z.array(z.object({ grade: z.string(), count: z.number(), before: z.number().nullable() })),
  /** Whose grade would be another, the lowest first. */
  changed: z.array(
    z.object({
      name: z.string(),
      score: z.number(),
      grade: z.string(),
      before: z.object({ score: z.number(), grade: z.string() }).nullable(),
    }),
  ),
});
export type TriedSchemeJson = z.infer<typeof triedScheme>;

export const line = z.object({
  code: z.string(),
  dimension: z.string(),
  title: z.string(),
  fact: fact.nullable(),
  value: z.number(),
  points: z.number(),
});
export const rating = z.object({
  ratingId: z.string(),
  providerNo: z.string(),
  providerName: z.string(),
  subject: z.literal('person').optional(),
  halfDays: z.number().optional(),
  from: day,
  to: day,
  asOf: instant,
  schemeId: z.string(),
  schemeTitle: z.string(),
  base: z.number(),
  repairMost: z.number(),
  score: z.number(),
  grade: z.string(),
  vetoedBy: z.string().nullable(),
  lines: z.array(line),
  state: z.enum(creditStates),
  madeBy: z.string(),
  publishedOn: day.nullable(),
  dueDay: day.nullable(),
  overdue: z.boolean(),
  objection: z.string().nullable(),
  effectiveOn: day.nullable(),
  repairs: z.array(z.object({ on: day, points: z.number(), why: z.string() })),
  /** Proposed; nothing is done by itself. */
  proposal: z.object({ inspectionsPerYear: z.number(), depositPercent: z.number(), note: z.string() }).nullable(),
  actions: z.array(z.enum(creditActions)),
});
export type RatingJson = z.infer<typeof rating>;
/** A rating as the person it is about sees it. */
export const ownRating = rating
  .pick({ ratingId: true, from: true, to: true, schemeTitle: true, base: true, score: true, grade: true, lines: true, state: true })
  .extend({ mayAppeal: z.boolean() });
export type OwnRatingJson = z.infer<typeof ownRating>;
export const ratingQuery = z.object({
  ...paging,
  schemeId: z.string().optional(),
  subject: z.literal('person').optional(),
  providerNo: z.string().optional(),
  state: z.enum(creditStates).optional(),
  grade: z.string().optional(),
  inForceOn: z.coerce.number().int().optional(),
  overdue: z.stringbool().default(false),
});
export const ratingPage = z.object({
  total: z.number(),
  rows: z.array(rating),
  grades: z.array(z.object({ grade: z.string(), count: z.number() })),
});
export type RatingPageJson = z.infer<typeof ratingPage>;
export const rateWish = z.object({ schemeId: z.string(), from: day, to: day, asOf: day.optional() });
export const rated = z.object({ added: z.number(), known: z.number() });
export type RatedJson = z.infer<typeof rated>;
export const creditStepWish = z.object({ why: z.string().max(2000), points: z.number().int().optional() });
export const entry = z.object({
  providerNo: z.string().min(1),
  fact: z.enum(enteredFacts),
  on: day,
  document: z.string().trim().min(1).max(200),
});
export const done = z.object({ done: z.boolean() });

export const conduct = z.object({
  conductId: z.string().default(''),
  supplier: z.string().trim().min(1).max(120),
  kind: z.enum(supplierCases),
  amountFen: fen,
  top: z.boolean().default(false),
  document: z.string().trim().min(1).max(200),
  decidedOn: day,
  repairedOn: day.nullable().default(null),
});
export type ConductJson = z.input<typeof conduct>;
export const supplier = z.object({
  supplier: z.string(),
  level: z.enum(dishonestyLevels).nullable(),
  conducts: z.array(conduct.extend({ level: z.enum(dishonestyLevels).nullable() })),
});
export type SupplierJson = z.infer<typeof supplier>;
export const supplierQuery = z.object({ day: z.coerce.number().int().optional() });
