import { clueStates, contactActions, contactStates } from '@hengjian/domain';
import { z } from 'zod';
import { day, fen, instant, paging } from './common.ts';

const text = z.string().nullable();
const money = fen.nullable();
const due = z.enum(['fine', 'soon', 'over']);

const personVisit = z.object({
  encounterNo: z.string(),
  providerName: z.string(),
  setting: text,
  department: text,
  mainDiagnosis: text,
  diagnosisName: text,
  diseaseCode: text,
  begunDay: day.nullable(),
  endedDay: day.nullable(),
  totalFen: money,
  fundFen: money,
  poolFen: money,
  accountFen: money,
  aidFen: money,
  cashFen: money,
  /** 「这不是我」, and how far the clue has come. */
  notMe: z.object({ clueId: z.string(), state: z.enum(clueStates), openedOn: day, closedOn: day.nullable() }).nullable(),
});
export type PersonVisitJson = z.infer<typeof personVisit>;

export const contactRequest = z.object({
  requestId: z.string(),
  telephone: text,
  address: text,
  state: z.enum(contactStates),
  askedAt: instant,
  decidedBy: text,
  decidedAt: instant.nullable(),
  answer: text,
});
export type ContactRequestJson = z.infer<typeof contactRequest>;

export const personRecord = z.object({
  person: z.object({ personNo: z.string(), sex: z.number().nullable(), age: z.number().nullable(), insurance: text, area: text }),
  /** As the claims have it, or as it was last changed on request. */
  contact: z.object({ telephone: text, address: text }),
  requests: z.array(contactRequest),
  /** Last day that the claims know of: what is due is said as of this day. */
  asOf: day,
  visits: z.array(personVisit),
  /** Every year of the record, the newest first. */
  years: z.array(
    z.object({
      year: z.number(),
      settlements: z.number(),
      totalFen: fen,
      inScopeFen: fen,
      poolFen: fen,
      aidFen: fen,
      accountFen: fen,
      cashFen: fen,
      /** Paid by the fund beside the pool and aid. */
      otherFundFen: fen,
    }),
  ),
  drugs: z.array(
    z.object({ itemCode: z.string(), name: text, times: z.number(), lastDay: day, supplyDays: z.number().nullable(), amountFen: fen }),
  ),
  refills: z.array(z.object({ itemCode: z.string(), name: text, lastDay: day, untilDay: day, state: due })),
  followUps: z.array(z.object({ diseaseCode: z.string(), name: text, lastDay: day, dueDay: day, state: due })),
  benefits: z.array(z.object({ insurance: text, state: text, validFrom: day.nullable(), validTo: day.nullable(), due: due.nullable() })),
  /** Chronic diseases that the person is approved for; what the fund paid for each in the year of `asOf`. */
  approvals: z.array(
    z.object({
      diseaseCode: z.string(),
      name: text,
      validFrom: day.nullable(),
      validTo: day.nullable(),
      due: due.nullable(),
      quotaFen: money,
      usedFen: fen,
    }),
  ),
  /** Limits of the scheme in force in the year of `asOf`, with what was used; null: no scheme was entered. */
  quotas: z
    .object({
      year: z.number(),
      title: z.string(),
      source: z.string(),
      rows: z.array(
        z.object({ kind: z.enum(['cap', 'ruleCap', 'deductible']), settings: z.array(z.string()), limitFen: fen, usedFen: fen }),
      ),
    })
    .nullable(),
});
export type PersonRecordJson = z.infer<typeof personRecord>;

export const personLines = z.array(
  z.object({
    lineNo: z.string(),
    itemCode: z.string(),
    name: text,
    kind: text,
    day: day.nullable(),
    quantity: z.number().nullable(),
    amountFen: money,
    supplyDays: z.number().nullable(),
  }),
);
export type PersonLinesJson = z.infer<typeof personLines>;

export const notMe = z.object({ text: z.string().max(500) });
export const contactWish = z.object({
  telephone: z.string().max(40).nullable().default(null),
  address: z.string().max(400).nullable().default(null),
});
export const contactQuery = z.object({ ...paging, state: z.enum(contactStates).optional() });
/** In a list numbers are half hidden; whole they stand in the one that was opened with a reason. */
export const staffRequest = contactRequest.extend({ personNo: z.string(), actions: z.array(z.enum(contactActions)) });
export type StaffRequestJson = z.infer<typeof staffRequest>;
export const contactPage = z.object({ total: z.number(), rows: z.array(staffRequest) });
export type ContactPageJson = z.infer<typeof contactPage>;
export const contactStep = z.object({ answer: z.string().max(300).nullable().default(null) });
