import { accounts, dismissalCauses, findingActions, findingActors, findingStates, givenCauses } from '@hengjian/domain';
import { z } from 'zod';
import { day, fen, instant, issue, several } from './common.ts';

const state = z.enum(findingStates);
const action = z.enum(findingActions);
const name = z.string().max(60);
const findingId = z.string().max(60);

export const stepBody = z.object({
  findingIds: z.array(findingId).min(1).max(2000),
  action,
  by: name.optional(),
  why: z.string().max(2000).default(''),
  cause: z.enum(givenCauses).optional(),
  /** `encounter:line` */
  dismissedLines: z.array(z.string().max(200)).max(5000).optional(),
  experts: z.array(name).max(15).optional(),
  verdict: z.enum(['uphold', 'dismiss']).optional(),
  amountFen: fen.optional(),
  fundFen: fen.optional(),
  reference: z.string().max(200).optional(),
  attachmentIds: z.array(z.string().max(60)).max(50).optional(),
});
export type StepBody = z.input<typeof stepBody>;

const refusedFinding = z.object({ findingId: z.string(), issues: z.array(issue) });
export const stepsTaken = z.object({
  done: z.array(z.object({ findingId: z.string(), state })),
  refused: z.array(refusedFinding),
});
export type StepsTakenJson = z.infer<typeof stepsTaken>;

const event = z.object({
  serial: z.number(),
  action,
  before: state,
  after: state,
  by: z.string(),
  why: z.string(),
  at: instant,
  detail: z.record(z.string(), z.unknown()).nullable(),
});
export const attachment = z.object({
  attachmentId: z.string(),
  file: z.string(),
  kind: z.string(),
  size: z.number(),
  hash: z.string(),
  by: z.string(),
  at: instant,
});
export const accountTotal = z.object({ account: z.enum(accounts), grossFen: fen, inScopeFen: fen, fundFen: fen });
export type AccountTotalJson = z.infer<typeof accountTotal>;
export const precedent = z.object({
  findingId: z.string(),
  state,
  cause: z.enum(dismissalCauses).nullable(),
  providerName: z.string().nullable(),
  appealed: z.boolean(),
  sameProvider: z.boolean(),
  by: z.string(),
  why: z.string(),
  at: instant,
  worthFen: fen,
});

export const clueAbout = z.object({ clueId: z.string(), caseId: z.string().nullable() });

export const findingCase = z.object({
  findingId: z.string(),
  state,
  enteredAt: instant,
  dueDay: day.nullable(),
  overdue: z.boolean(),
  /** Working days left; null: no limit, or holidays not published. */
  leftDays: z.number().nullable(),
  origin: z.enum(['review', 'selfCheck']),
  firstBy: z.string().nullable(),
  secondBy: z.string().nullable(),
  finalBy: z.string().nullable(),
  experts: z.array(z.string()),
  votedCount: z.number(),
  dismissedLines: z.array(z.string()),
  cause: z.enum(dismissalCauses).nullable(),
  escalated: z.boolean(),
  /** The rule's basis, the sum or the number of like findings says that enforcement should know; null for an institution. */
  escalationAdvised: z.enum(['fraud', 'amount', 'number']).nullable(),
  /** Clues that tell of it, and the cases they became; none for an institution. */
  clues: z.array(clueAbout),
  fundKnown: z.boolean(),
  lockedBy: z.string().nullable(),
  actions: z.array(z.object({ action, who: z.enum(findingActors) })),
  dueFen: fen,
  money: z.array(accountTotal),
  events: z.array(event),
  attachments: z.array(attachment),
  precedents: z.array(precedent),
  /** Alike and in the same state, this one included. */
  pattern: z.object({ findingIds: z.array(z.string()), worthFen: fen }),
});
export type FindingCaseJson = z.infer<typeof findingCase>;

export const waiting = z.object({ state, count: z.number(), worthFen: fen, overdue: z.number() });
export const work = z.object({ states: z.array(waiting), smallSumFen: fen, money: z.array(accountTotal) });
export type FindingWorkJson = z.infer<typeof work>;

export const nextBody = z.object({
  state,
  by: name.optional(),
  rule: z.array(z.string().max(100)).optional(),
  provider: z.array(z.string().max(60)).optional(),
  after: findingId.optional(),
});
export const next = z.object({ findingId: z.string().nullable() });
export const ledgerQuery = z.object({
  at: z.coerce.number().optional(),
  day: z.coerce.number().int().optional(),
  provider: z.string().max(60).optional(),
});
export const ledgerFindingsQuery = z.object({
  account: z.enum(accounts),
  day: z.coerce.number().int().optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(500).default(50),
});
export const ledgerFindings = z.object({
  count: z.number(),
  rows: z.array(
    z.object({
      findingId: z.string(),
      ruleId: z.string(),
      edition: z.number(),
      providerNo: z.string().nullable(),
      grossFen: fen,
      inScopeFen: fen,
      fundFen: fen,
    }),
  ),
});
export const moved = z.object({ opened: z.number(), changed: z.number(), lapsed: z.number() });
export const groupsQuery = z.object({ state: several });

const institutionFinding = z.object({
  findingId: z.string(),
  ruleId: z.string(),
  ruleTitle: z.string(),
  /** null: not recorded. */
  doctorNo: z.string().nullable(),
  state,
  dueDay: day.nullable(),
  encounterNos: z.array(z.string()),
  /** Masked. */
  personNos: z.array(z.string()),
  periodDay: day,
  amountFen: fen,
  fundFen: fen.nullable(),
  explanation: z.string(),
});
export type InstitutionFindingJson = z.infer<typeof institutionFinding>;
export const institutionFindings = z.object({
  providerNo: z.string(),
  name: z.string().nullable(),
  states: z.array(waiting),
  rows: z.array(institutionFinding),
  /** More than were sent. */
  cut: z.boolean(),
});
export type InstitutionFindingsJson = z.infer<typeof institutionFindings>;
export const sheetTaken = z.object({
  done: z.number(),
  refused: z.array(z.object({ row: z.number(), findingId: z.string(), message: z.string() })),
});
export type SheetTakenJson = z.infer<typeof sheetTaken>;
