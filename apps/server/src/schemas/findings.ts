import { certainties } from '@hengjian/catalog';
import { findingStates } from '@hengjian/domain';
import { z } from 'zod';
import { day, fen, instant, paging, several, wholeNumber } from './common.ts';

export const standing = z.enum(['live', 'exempted', 'withdrawn', 'all']);
const sortable = ['periodDay', 'amountFen', 'fundFen', 'ruleId', 'findingId'] as const;

export const findingFilter = z.object({
  /** Part of a number or of the explanation. */
  text: z.string().max(200).optional(),
  rule: several,
  certainty: z.enum(certainties).optional(),
  provider: several,
  /** A whole person number. */
  person: z.string().max(60).optional(),
  /** Everything found of the people of this finding. */
  peopleOf: z.string().max(60).optional(),
  /** What concerns care of this physician. */
  practitioner: z.string().max(60).optional(),
  fromDay: wholeNumber,
  toDay: wholeNumber,
  leastFen: wholeNumber,
  mostFen: wholeNumber,
  standing: standing.default('live'),
  /** States of the life of a finding. */
  life: several,
  sort: z.enum([...sortable, ...sortable.map((name) => `-${name}` as const)]).default('-amountFen'),
});
export const findingQuery = findingFilter.extend(paging);
/** What an address of the console holds. */
export type FindingQuery = z.input<typeof findingQuery>;

const findingRow = z.object({
  findingId: z.string(),
  ruleId: z.string(),
  ruleCode: z.string(),
  ruleTitle: z.string(),
  edition: z.number(),
  certainty: z.enum(certainties),
  standing: z.enum(['live', 'exempted', 'withdrawn']),
  periodDay: day,
  providers: z.array(z.object({ providerNo: z.string(), name: z.string().nullable() })),
  /** Masked; the first ten of `personCount`. */
  personNos: z.array(z.string()),
  personCount: z.number(),
  encounterCount: z.number(),
  amountFen: fen,
  /** null: undetermined. */
  fundFen: fen.nullable(),
  explanation: z.string(),
  /** Where its case stands; null: it has none. */
  lifeState: z.enum(findingStates).nullable(),
  dueDay: day.nullable(),
});
export type FindingRow = z.infer<typeof findingRow>;

export const findingSums = z.object({
  count: z.number(),
  /** Each line once. */
  amountFen: fen,
  fundFen: fen,
  providerCount: z.number(),
  personCount: z.number(),
});
export type FindingSums = z.infer<typeof findingSums>;

/** `more`: there are more than `count`, which is as far as lists are counted. */
export const findingPage = z.object({ count: z.number(), more: z.boolean(), rows: z.array(findingRow) });
export type FindingPage = z.infer<typeof findingPage>;

export const neighbours = z.object({
  previous: z.string().nullable(),
  next: z.string().nullable(),
  position: z.number().nullable(),
  total: z.number(),
  more: z.boolean(),
});
export type NeighboursJson = z.infer<typeof neighbours>;

export const findingRecord = z.object({
  role: z.enum(['inQuestion', 'related']),
  encounterNo: z.string(),
  lineNo: z.string().nullable(),
  settlementNo: z.string().nullable(),
  providerNo: z.string(),
  itemCode: z.string().nullable(),
  day: day.nullable(),
  amountFen: fen,
  fundFen: fen.nullable(),
});
export type FindingRecordJson = z.infer<typeof findingRecord>;

const point = z.object({
  pointId: z.string(),
  subject: z.string().nullable(),
  constraint: z.string().nullable(),
  basis: z.string().nullable(),
  batch: z.string().nullable(),
  inForceFrom: day.nullable(),
  inForceTo: day.nullable(),
  params: z.record(z.string(), z.unknown()).nullable(),
});

export const findingFile = findingRow.extend({
  grain: z.string(),
  subjectId: z.string(),
  category: z.string().nullable(),
  basis: z.array(z.object({ document: z.string(), article: z.string().nullable() })),
  basisText: z.string(),
  constraint: z.string(),
  facts: z.record(z.string(), z.object({ value: z.unknown(), form: z.string() })),
  point: point.nullable(),
  cause: z.string().nullable(),
  exemptedBy: z.string().nullable(),
  version: z.number(),
  runId: z.string(),
  recordedAt: z.string(),
  history: z.array(
    z.object({
      version: z.number(),
      state: z.string(),
      cause: z.string().nullable(),
      runId: z.string(),
      recordedAt: z.string(),
      amountFen: fen,
    }),
  ),
  records: z.array(findingRecord),
});
export type FindingFileJson = z.infer<typeof findingFile>;

const text = z.string().nullable();
const number = z.number().nullable();
export const care = z.object({
  encounters: z.array(
    z.object({
      encounterNo: z.string(),
      personNo: z.string(),
      sex: number,
      /** Completed years at the begin; the birth date itself is personal. */
      age: number,
      died: z.boolean(),
      deathDay: day.nullable(),
      providerNo: z.string(),
      providerName: text,
      level: number,
      providerKind: text,
      practitionerNo: text,
      setting: text,
      insurance: text,
      begunAt: instant.nullable(),
      endedAt: instant.nullable(),
      department: text,
      bed: text,
      mainDiagnosis: text,
      totalFen: number,
      fundFen: number,
    }),
  ),
  lines: z.array(
    z.object({
      encounterNo: z.string(),
      lineNo: z.string(),
      settlementNo: text,
      itemCode: z.string(),
      itemName: text,
      occurredAt: instant.nullable(),
      kind: text,
      quantity: number,
      unitPrice: number,
      amountFen: number,
      fundFen: number,
      originalQuantity: number,
      originalAmountFen: number,
      supplyDays: number,
      prescriptionNo: text,
      setAside: text,
    }),
  ),
  diagnoses: z.array(z.object({ encounterNo: z.string(), code: z.string(), name: text, main: z.boolean().nullable() })),
  operations: z.array(
    z.object({
      encounterNo: z.string(),
      code: z.string(),
      main: z.boolean().nullable(),
      occurredAt: instant.nullable(),
      finishedAt: instant.nullable(),
    }),
  ),
  settlements: z.array(
    z.object({
      encounterNo: z.string(),
      settlementNo: z.string(),
      settledAt: instant.nullable(),
      totalFen: number,
      fundFen: number,
      cashFen: number,
      setAside: text,
    }),
  ),
  cut: z.boolean(),
  /** Other encounters of the people shortly before and after. */
  near: z.array(
    z.object({
      encounterNo: z.string(),
      providerNo: z.string(),
      providerName: text,
      setting: text,
      begunAt: instant.nullable(),
      endedAt: instant.nullable(),
      mainDiagnosis: text,
      diagnosisName: text,
      totalFen: number,
      fundFen: number,
    }),
  ),
  /** The items in question, charged to the same people in other encounters; newest first. */
  otherCharges: z.array(
    z.object({
      encounterNo: z.string(),
      lineNo: z.string(),
      itemCode: z.string(),
      itemName: text,
      occurredAt: instant.nullable(),
      quantity: number,
      amountFen: number,
      providerName: text,
      setting: text,
    }),
  ),
});
export type CareJson = z.infer<typeof care>;
export type CareEncounterJson = CareJson['encounters'][number];
export type CareLineJson = CareJson['lines'][number];

/** Why the numbers are needed; kept with who asked. */
export const unmasking = z.object({ why: z.string().max(200) });
export const unmasked = z.object({ personNos: z.array(z.string()) });
export type Unmasked = z.infer<typeof unmasked>;

export const exportQuery = findingFilter.extend({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  /** Whole person numbers; recorded. */
  whole: z.stringbool().default(false),
  why: z.string().max(200).optional(),
});
