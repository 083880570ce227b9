/**
 * The life of a report, complaint or petition (举报处理暂行办法, 国家医疗保障局令第5号; 信访 and 12345 go the same way with their own
 * limits). Days of each state are parameters; what must hold stands in guards.ts.
 */
import { actionsOf, type LifeStep, stepOf } from '../case/life.ts';

export const complaintStates = ['received', 'handling', 'concluded', 'closed', 'declined', 'merged'] as const;
export type ComplaintState = (typeof complaintStates)[number];

export const complaintActions = [
  'accept',
  'decline',
  'assign',
  'extend',
  'link',
  'merge',
  'conclude',
  'reply',
  'satisfaction',
  'reward',
] as const;
export type ComplaintAction = (typeof complaintActions)[number];

const complaintActors = ['officer', 'head'] as const;
export type ComplaintActor = (typeof complaintActors)[number];

const complaintConditions = [
  /** Extended once at most. */
  'notExtended',
  /** The other one is open, another complaint, and of no other object. */
  'canHold',
  /** Who handled it does not decide about its money. */
  'anotherPerson',
  /** The facts were found true, wholly or in part. */
  'verified',
  /** We know whom to reward. */
  'named',
  /** Nobody reported the same before. */
  'firstReporter',
  /** Rewarded once. */
  'notRewarded',
] as const;
export type ComplaintCondition = (typeof complaintConditions)[number];

export interface ComplaintStep extends LifeStep<ComplaintState, ComplaintAction, ComplaintCondition> {
  readonly who: ComplaintActor;
}

// biome-ignore format: a table
export const complaintSteps: readonly ComplaintStep[] = [
  { from: 'received', action: 'accept', to: 'handling', who: 'officer', needs: [] },
  { from: 'received', action: 'decline', to: 'declined', who: 'officer', needs: [] },
  { from: 'received', action: 'merge', to: 'merged', who: 'officer', needs: ['canHold'] },
  { from: 'handling', action: 'assign', to: 'handling', who: 'head', needs: [] },
  { from: 'handling', action: 'extend', to: 'handling', who: 'head', needs: ['notExtended'] },
  { from: 'handling', action: 'link', to: 'handling', who: 'officer', needs: [] },
  { from: 'handling', action: 'merge', to: 'merged', who: 'officer', needs: ['canHold'] },
  { from: 'handling', action: 'conclude', to: 'concluded', who: 'officer', needs: [] },
  { from: 'concluded', action: 'reply', to: 'closed', who: 'officer', needs: [] },
  { from: 'closed', action: 'satisfaction', to: 'closed', who: 'officer', needs: [] },
  { from: 'closed', action: 'reward', to: 'closed', who: 'head', needs: ['verified', 'named', 'firstReporter', 'anotherPerson', 'notRewarded'] },
];

export const complaintStepOf = (state: ComplaintState, action: ComplaintAction): ComplaintStep | undefined =>
  stepOf(complaintSteps, state, action);
export const complaintActionsOf = (state: ComplaintState): ComplaintAction[] => actionsOf(complaintSteps, state);
