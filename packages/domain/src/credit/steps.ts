/** The life of a rating: worked out, made public, objected to, in force, repaired. Days are parameters. */
import { actionsOf, type LifeStep, stepOf } from '../case/life.ts';

export const creditStates = ['draft', 'published', 'objected', 'effective', 'dropped'] as const;
export type CreditState = (typeof creditStates)[number];
export const creditActions = ['publish', 'drop', 'object', 'appeal', 'lapse', 'maintain', 'redo', 'repair'] as const;
export type CreditAction = (typeof creditActions)[number];
const creditActors = ['officer', 'head', 'institution', 'system'] as const;
export type CreditActor = (typeof creditActors)[number];
const creditConditions = [
  /** Who worked it out does not decide. */
  'anotherPerson',
  'inTime',
  'termOver',
  /** Within what the scheme allows. */
  'withinRepair',
  /** An insured person appeals on the own page, or an officer writes it down; there is no last day. */
  'ofPerson',
] as const;
export type CreditCondition = (typeof creditConditions)[number];

export interface CreditStep extends LifeStep<CreditState, CreditAction, CreditCondition> {
  readonly who: CreditActor;
}

// biome-ignore format: a table
export const creditSteps: readonly CreditStep[] = [
  { from: 'draft', action: 'publish', to: 'published', who: 'head', needs: ['anotherPerson'] },
  { from: 'draft', action: 'drop', to: 'dropped', who: 'officer', needs: [] },
  { from: 'published', action: 'object', to: 'objected', who: 'institution', needs: ['inTime'] },
  { from: 'published', action: 'appeal', to: 'objected', who: 'officer', needs: ['ofPerson'] },
  { from: 'effective', action: 'appeal', to: 'objected', who: 'officer', needs: ['ofPerson'] },
  { from: 'published', action: 'lapse', to: 'effective', who: 'system', needs: ['termOver'] },
  { from: 'objected', action: 'maintain', to: 'effective', who: 'head', needs: ['anotherPerson'] },
  // the same facts read again from the records, corrected ones among them
  { from: 'objected', action: 'redo', to: 'effective', who: 'head', needs: ['anotherPerson'] },
  { from: 'effective', action: 'repair', to: 'effective', who: 'head', needs: ['withinRepair'] },
];
export const creditStepOf = (state: CreditState, action: CreditAction): CreditStep | undefined => stepOf(creditSteps, state, action);
export const creditActionsOf = (state: CreditState): CreditAction[] => actionsOf(creditSteps, state);
