import { z } from 'zod';
import { instant } from './common.ts';

/** Who acts, as the page needs it. */
export const session = z.object({
  /** `declared`: there are no accounts yet; `public`: somebody must log in. */
  kind: z.enum(['declared', 'account', 'public']),
  accountId: z.string().nullable(),
  name: z.string(),
  roles: z.array(z.string()),
  /** In the language of the request. */
  roleNames: z.array(z.string()),
  providerNos: z.array(z.string()),
  /** Of the registered person whose account it is. */
  practitionerNo: z.string().nullable(),
  /** Of the insured person whose account it is. */
  personNo: z.string().nullable(),
  mustChange: z.boolean(),
  /** Questions of permissions.ts that are answered with yes. */
  actions: z.array(z.string()),
});
export type SessionJson = z.infer<typeof session>;

export const role = z.object({ role: z.string(), name: z.string() });
export type RoleJson = z.infer<typeof role>;
export const logIn = z.object({ accountId: z.string().min(1).max(60), password: z.string().min(1).max(200) });
export const newPassword = z.object({ old: z.string().min(1).max(200), password: z.string().min(1).max(200) });
export const account = z.object({
  accountId: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  providerNos: z.array(z.string()),
  practitionerNo: z.string().nullable(),
  personNo: z.string().nullable(),
  verified: z.string().nullable(),
  state: z.enum(['active', 'disabled']),
  mustChange: z.boolean(),
  createdAt: instant,
});
export type AccountJson = z.infer<typeof account>;
export const newAccount = z.object({
  accountId: z.string().max(60),
  name: z.string().max(100),
  roles: z.array(z.string()),
  providerNos: z.array(z.string().max(40)).default([]),
  practitionerNo: z.string().max(40).nullable().default(null),
  personNo: z.string().max(60).nullable().default(null),
  verified: z.string().max(100).nullable().default(null),
});
/** A first password is made here and shown once. */
export const firstPassword = z.object({ password: z.string() });

export const access = z.object({
  serial: z.string(),
  at: instant,
  operator: z.string(),
  accountId: z.string().nullable(),
  address: z.string(),
  purpose: z.string(),
  subject: z.string(),
  why: z.string(),
});
export type AccessJson = z.infer<typeof access>;
export const accessQuery = z.object({
  operator: z.string().optional(),
  subject: z.string().optional(),
  before: z.coerce.number().int().optional(),
});

export const step = z.object({
  serial: z.number(),
  at: instant,
  by: z.string(),
  noun: z.string(),
  subjectId: z.string(),
  action: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  why: z.string().nullable(),
});
export type StepJson = z.infer<typeof step>;
export const stepQuery = z.object({
  noun: z.string().optional(),
  subjectId: z.string().optional(),
  by: z.string().optional(),
  before: z.coerce.number().int().optional(),
});

/** Why signing on by the identity server came to nothing. */
export const signOnRefusals = ['unknown', 'disabled', 'failed'] as const;
export const signOnQuery = z.object({ refused: z.enum(signOnRefusals).optional() });
/** Whether an identity server is set up, what its button is called, and the sentence for a refusal. */
export const signOn = z.object({ on: z.boolean(), title: z.string().nullable(), refusal: z.string().nullable() });
export type SignOnJson = z.infer<typeof signOn>;
