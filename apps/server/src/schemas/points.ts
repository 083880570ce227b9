import { decisionKinds, pointActions, pointStates, practitionerKinds, responsibilities } from '@hengjian/domain';
import { z } from 'zod';
import { day, instant, paging } from './common.ts';

const standings = ['normal', 'suspended', 'ended'] as const;

const stoppedPeriod = z.object({
  state: z.enum(['suspended', 'ended']),
  from: day,
  to: day.nullable(),
  points: z.number(),
  pointId: z.string(),
  returnFrom: day.nullable(),
});
export const practitioner = z.object({
  practitionerNo: z.string(),
  name: z.string(),
  kind: z.enum(practitionerKinds),
  title: z.string().nullable(),
  providerNos: z.array(z.string()),
  providerNames: z.array(z.string()),
  registeredOn: day,
  committedOn: day.nullable(),
  points: z.number(),
  standing: z.enum(standings),
  stopped: z.array(stoppedPeriod),
  openCount: z.number(),
});
export type PractitionerJson = z.infer<typeof practitioner>;
export const practitionerQuery = z.object({
  ...paging,
  text: z.string().optional(),
  providerNo: z.string().optional(),
  standing: z.enum(standings).optional(),
  withPoints: z.stringbool().default(false),
  withoutCommitment: z.stringbool().default(false),
  overdue: z.stringbool().default(false),
  /** As it stood on this day; today where absent. */
  day: z.coerce.number().int().optional(),
});
export const practitionerPage = z.object({ total: z.number(), rows: z.array(practitioner) });
export type PractitionerPageJson = z.infer<typeof practitionerPage>;

export const pointRecord = z.object({
  pointId: z.string(),
  practitionerNo: z.string(),
  providerNo: z.string(),
  providerName: z.string(),
  behaviour: z.string(),
  behaviourTitle: z.string(),
  responsibility: z.enum(responsibilities),
  points: z.number(),
  /** What of them adds to the sum; less where the same conduct gave points already. */
  counted: z.number(),
  left: z.number(),
  decisionKind: z.enum(decisionKinds),
  decisionRef: z.string(),
  decidedOn: day,
  occurredOn: day,
  facts: z.string(),
  state: z.enum(pointStates),
  proposedBy: z.string(),
  proposedOn: day,
  noticeOn: day.nullable(),
  dueDay: day.nullable(),
  overdue: z.boolean(),
  objection: z.string().nullable(),
  effectiveOn: day.nullable(),
  revokedOn: day.nullable(),
  repairs: z.array(z.object({ on: day, points: z.number(), why: z.string() })),
  /** Steps that the actor may take now. */
  actions: z.array(z.enum(pointActions)),
});
export type PointRecordJson = z.infer<typeof pointRecord>;
export const practitionerFile = z.object({
  practitioner,
  records: z.array(pointRecord),
  steps: z.array(z.object({ at: instant, by: z.string(), what: z.string(), why: z.string().nullable() })),
});
export type PractitionerFileJson = z.infer<typeof practitionerFile>;

export const registered = z.object({
  practitionerNo: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(60),
  kind: z.enum(practitionerKinds),
  title: z.string().max(60).nullable().default(null),
  providerNos: z.array(z.string()).min(1),
  committedOn: day.nullable().default(null),
});
export type RegisteredJson = z.input<typeof registered>;
export const counted = z.object({ count: z.number() });
export const commitment = z.object({ committedOn: day });
export const why = z.object({ why: z.string().trim().min(1).max(500) });

export const pointWish = z.object({
  practitionerNo: z.string(),
  providerNo: z.string(),
  behaviour: z.string(),
  responsibility: z.enum(responsibilities),
  decisionKind: z.enum(decisionKinds),
  decisionRef: z.string().max(200),
  decidedOn: day.optional(),
  occurredOn: day,
  facts: z.string().max(2000),
});
export type PointWishJson = z.input<typeof pointWish>;
export const pointStepWish = z.object({ why: z.string().max(2000), points: z.number().int().optional() });

/** What a finding or a case says about points: whose institution, decided or not, who treated. */
export const decisionHint = z.object({
  ref: z.string(),
  providerNo: z.string().nullable(),
  providerName: z.string(),
  decidedOn: day.nullable(),
  occurredOn: day.nullable(),
  /** Of a case: the article it was decided under. */
  article: z.string().nullable(),
  explanation: z.string(),
  practitioners: z.array(z.object({ practitionerNo: z.string(), name: z.string().nullable() })),
});
export type DecisionHintJson = z.infer<typeof decisionHint>;

export const behaviour = z.object({
  code: z.string().max(20),
  title: z.string().max(200),
  general: z.number(),
  important: z.number(),
  main: z.number(),
  article: z.string().max(20).nullable().default(null),
  source: z.string().max(200),
  fromDay: day.nullable(),
  toDay: day.nullable(),
});
export type BehaviourJson = z.infer<typeof behaviour>;
export const staffShare = z.object({
  providerNo: z.string(),
  providerName: z.string(),
  registered: z.number(),
  stopped: z.number(),
  /** What is proposed by the shares of the bureau's parameters; nothing is done. */
  proposal: z.enum(['none', 'suspendSettlement', 'suspendAgreement']),
});
export type StaffShareJson = z.infer<typeof staffShare>;
export const exportQuery = z.object({ from: z.coerce.number().int(), to: z.coerce.number().int() });
