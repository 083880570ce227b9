import {
  complaintActions,
  complaintChannels,
  complaintKinds,
  complaintMatters,
  complaintObjects,
  complaintResults,
  complaintStates,
} from '@hengjian/domain';
import { z } from 'zod';
import { day, fen, instant, paging } from './common.ts';
import { clueAbout } from './finding-life.ts';

export const captcha = z.object({ captchaId: z.string(), picture: z.string() });
export type CaptchaJson = z.infer<typeof captcha>;

const reporter = z.object({
  name: z.string().max(60),
  telephone: z.string().max(30),
  contact: z.string().max(200).optional(),
});
const told = z.object({
  object: z.enum(complaintObjects),
  objectName: z.string().max(200),
  matter: z.enum(complaintMatters),
  facts: z.string().max(5000),
  insider: z.boolean().default(false),
  reporter: reporter.nullable().default(null),
});

/** From the public page. Pictures as base64. */
export const report = told.extend({
  kind: z.enum(['report', 'complaint']).default('report'),
  pictures: z.array(z.string()).max(20).default([]),
  captchaId: z.string().max(40),
  captcha: z.string().max(20),
});
export type ReportJson = z.input<typeof report>;
export const reported = z.object({ complaintId: z.string(), code: z.string() });
export type ReportedJson = z.infer<typeof reported>;
export const followWish = z.object({ code: z.string().min(4).max(40) });
/** What a reporter sees: never who handles it. */
export const followed = z.object({
  complaintId: z.string(),
  state: z.enum(complaintStates),
  stateName: z.string(),
  receivedOn: day,
  closedOn: day.nullable(),
  reply: z.string().nullable(),
});
export type FollowedJson = z.infer<typeof followed>;

/** Entered by staff. */
export const entered = told.extend({
  kind: z.enum(complaintKinds),
  channel: z.enum(complaintChannels),
  providerNo: z.string().max(40).nullable().default(null),
  receivedOn: day,
});
export type EnteredJson = z.input<typeof entered>;

export const complaint = z.object({
  complaintId: z.string(),
  kind: z.enum(complaintKinds),
  channel: z.enum(complaintChannels),
  object: z.enum(complaintObjects),
  objectName: z.string(),
  providerNo: z.string().nullable(),
  matter: z.enum(complaintMatters),
  facts: z.string(),
  named: z.boolean(),
  insider: z.boolean(),
  receivedOn: day,
  state: z.enum(complaintStates),
  dueDay: day.nullable(),
  overdue: z.boolean(),
  assignedTo: z.string().nullable(),
  handledBy: z.string().nullable(),
  mergedInto: z.string().nullable(),
  findingIds: z.array(z.string()),
  result: z.enum(complaintResults).nullable(),
  valueFen: fen.nullable(),
  reply: z.string().nullable(),
  closedOn: day.nullable(),
  workingDayCount: z.number().nullable(),
  satisfied: z.boolean().nullable(),
  rewardFen: fen.nullable(),
  pictureCount: z.number(),
});
export type ComplaintJson = z.infer<typeof complaint>;
export const complaintQuery = z.object({
  ...paging,
  state: z.enum(complaintStates).optional(),
  kind: z.enum(complaintKinds).optional(),
  text: z.string().optional(),
  assignedTo: z.string().optional(),
  overdue: z.stringbool().default(false),
});
export const complaintPage = z.object({ total: z.number(), rows: z.array(complaint) });
export type ComplaintPageJson = z.infer<typeof complaintPage>;
export const complaintFile = z.object({
  complaint,
  /** Steps that the actor may take now. */
  actions: z.array(z.enum(complaintActions)),
  steps: z.array(z.object({ at: instant, by: z.string(), action: z.string(), why: z.string().nullable() })),
  /** Clues that tell of it, and the cases they became. */
  clues: z.array(clueAbout),
  /** It may be handed on as a clue, and was not yet. */
  mayHandOn: z.boolean(),
});
export type ComplaintFileJson = z.infer<typeof complaintFile>;

export const stepWish = z.object({
  why: z.string().max(2000),
  assignedTo: z.string().max(60).optional(),
  findingIds: z.array(z.string()).optional(),
  into: z.string().optional(),
  result: z.enum(complaintResults).optional(),
  valueFen: fen.optional(),
  reply: z.string().max(5000).optional(),
  satisfied: z.boolean().optional(),
});
export type StepWishJson = z.input<typeof stepWish>;
export const identity = z.object({ reporter: reporter.nullable(), pictures: z.array(z.string()) });
export type IdentityJson = z.infer<typeof identity>;
export const why = z.object({ why: z.string().max(200) });

export const rewardRule = z.object({
  object: z.enum([...complaintObjects, '*']),
  fromFen: fen,
  toFen: fen.nullable(),
  rate: z.number().int().min(0).max(10_000),
  floorFen: fen,
  capFen: fen,
  insiderFactor: z.number().int().min(100).max(1000),
  fromDay: day.nullable(),
  toDay: day.nullable(),
  source: z.string().min(1).max(200),
});
export const clueOpened = z.object({ clueId: z.string() });
