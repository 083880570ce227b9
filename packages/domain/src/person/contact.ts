/** 联系方式更正申请: an insured person asks the bureau to change telephone or address; an officer decides. */
import { actionsOf, type LifeStep } from '../case/life.ts';
import type { Issue } from '../issue.ts';
import type { Instant } from '../time.ts';

export const contactStates = ['asked', 'accepted', 'refused', 'withdrawn'] as const;
export type ContactState = (typeof contactStates)[number];
export const contactActions = ['accept', 'refuse', 'withdraw'] as const;
export type ContactAction = (typeof contactActions)[number];
export type ContactActor = 'officer' | 'person';

export interface ContactStep extends LifeStep<ContactState, ContactAction, never> {
  readonly who: ContactActor;
}
// biome-ignore format: a table
export const contactSteps: readonly ContactStep[] = [
  { from: 'asked', action: 'accept', to: 'accepted', who: 'officer', needs: [] },
  { from: 'asked', action: 'refuse', to: 'refused', who: 'officer', needs: [] },
  { from: 'asked', action: 'withdraw', to: 'withdrawn', who: 'person', needs: [] },
];
export const contactActionsOf = (state: ContactState): ContactAction[] => actionsOf(contactSteps, state);

export interface ContactRequest {
  readonly requestId: string;
  readonly personNo: string;
  readonly accountId: string;
  /** null: stays as it is. */
  readonly telephone: string | null;
  readonly address: string | null;
  readonly state: ContactState;
  readonly askedAt: Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  /** What the officer says of it. */
  readonly answer: string | null;
}

/** A mobile number, or area code and number of a line (GB/T 国内电话编号): 1 and ten digits; 0, two or three digits, seven or eight digits. */
const TELEPHONE = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/;

export function contactIssues({ telephone, address }: Pick<ContactRequest, 'telephone' | 'address'>): Issue[] {
  const issue = (code: string): Issue => ({ code: `person.${code}`, severity: 'error', facts: {} });
  return [
    ...(telephone === null && address === null ? [issue('nothing-to-change')] : []),
    ...(telephone !== null && !TELEPHONE.test(telephone) ? [issue('bad-telephone')] : []),
    ...(address !== null && ([...address].length < 4 || [...address].length > 200) ? [issue('bad-address')] : []),
  ];
}
