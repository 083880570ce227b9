/** Who works with the product: accounts with roles, and what of the world each of them sees. */
import type { Instant } from '../time.ts';

/** Of the bureau and its agency, of institutions, of the finance department. */
export const staffRoles = [
  'reviewer',
  'secondReviewer',
  'panelExpert',
  'sectionHead',
  'enforcementOfficer',
  'legalReviewer',
  'financeOfficer',
  'auditor',
  'administrator',
] as const;
const providerRoles = ['insuranceOffice', 'pharmacyManager'] as const;
export const roles = [...staffRoles, ...providerRoles, 'practitioner', 'financeDepartment', 'insuredPerson'] as const;
export type Role = (typeof roles)[number];

export const accountRoleWords: Readonly<Record<Role, { zh: string; en: string }>> = {
  reviewer: { zh: '初审员', en: 'reviewer' },
  secondReviewer: { zh: '复审员', en: 'second reviewer' },
  panelExpert: { zh: '合议专家', en: 'panel expert' },
  sectionHead: { zh: '科室负责人', en: 'section head' },
  enforcementOfficer: { zh: '执法人员', en: 'enforcement officer' },
  legalReviewer: { zh: '法制审核', en: 'legal reviewer' },
  financeOfficer: { zh: '财务', en: 'finance officer' },
  auditor: { zh: '审计员', en: 'auditor' },
  administrator: { zh: '管理员', en: 'administrator' },
  insuranceOffice: { zh: '机构医保办', en: 'insurance office of an institution' },
  pharmacyManager: { zh: '药店负责人', en: 'pharmacy manager' },
  practitioner: { zh: '医保医师、药师等', en: 'practitioner' },
  financeDepartment: { zh: '财政部门', en: 'finance department' },
  insuredPerson: { zh: '参保人', en: 'insured person' },
};

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);
/** A role that only makes sense with institutions or a practitioner's number beside it. */
export const needsProviders = (role: Role): boolean => (providerRoles as readonly Role[]).includes(role);

export interface UserAccount {
  /** What is typed to log in. */
  readonly accountId: string;
  /** As written beside everything the person does; no two accounts share one, so that a name proves who acted. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Institutions it speaks for; empty for staff. */
  readonly providerNos: readonly string[];
  /** Own number, for a practitioner. */
  readonly practitionerNo: string | null;
  /** The insured person whose account it is: an administrator bound it after making sure who that is (`verified` says how). */
  readonly personNo: string | null;
  readonly verified: string | null;
  readonly state: 'active' | 'disabled';
  /** The password was set by somebody else and must be changed first. */
  readonly mustChange: boolean;
  readonly createdAt: Instant;
}

/**
 * Who acts. `declared`: there is no administrator yet, so a person of this machine says who they are and may do everything; from the first
 * administrator on, who is the first account of a bureau, there are only `account` and `public`.
 */
export type Actor =
  | { readonly kind: 'declared'; readonly name: string }
  | { readonly kind: 'account'; readonly name: string; readonly account: UserAccount }
  | { readonly kind: 'public'; readonly name: string };

/** Institutions whose records the actor may see; null: all. What reads records puts this into its SQL. */
export function providerScopeOf(actor: Actor): readonly string[] | null {
  if (actor.kind === 'declared') return null;
  if (actor.kind === 'public') return [];
  return actor.account.roles.some((role) => (staffRoles as readonly Role[]).includes(role)) ? null : actor.account.providerNos;
}
