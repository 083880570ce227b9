/**
 * The life of points (支付资格记分, 医保发〔2024〕23号 and the handling rules 医保办发〔2024〕34号): proposed after a decision against the
 * institution, told to the person, objected to within a term, then effective. Days, bands and lengths are parameters.
 */
import { actionsOf, type LifeStep, stepOf } from '../case/life.ts';

export const pointStates = ['proposed', 'notified', 'appealed', 'effective', 'revoked'] as const;
export type PointState = (typeof pointStates)[number];

export const pointActions = ['notify', 'drop', 'accept', 'appeal', 'lapse', 'maintain', 'change', 'revoke', 'repair', 'fall'] as const;
export type PointAction = (typeof pointActions)[number];

const pointActors = ['officer', 'head', 'person', 'system'] as const;
export type PointActor = (typeof pointActors)[number];

const pointConditions = [
  /** The decision against the institution stands: without one nobody gets points. */
  'decisionStands',
  /** It does not stand any more. */
  'decisionFell',
  /** Who proposed does not decide. */
  'anotherPerson',
  /** Before the end of the last day of the term. */
  'inTime',
  /** The last day of the term is over. */
  'termOver',
  /** Other points than before, within the band of the behaviour. */
  'withinBand',
  /** Not more than what is left of these points, nor than a year allows, and never of a right that ended. */
  'repairable',
] as const;
export type PointCondition = (typeof pointConditions)[number];

export interface PointStep extends LifeStep<PointState, PointAction, PointCondition> {
  readonly who: PointActor;
}

// biome-ignore format: a table
export const pointSteps: readonly PointStep[] = [
  { from: 'proposed', action: 'notify', to: 'notified', who: 'head', needs: ['decisionStands', 'anotherPerson'] },
  { from: 'proposed', action: 'drop', to: 'revoked', who: 'officer', needs: [] },
  { from: 'notified', action: 'accept', to: 'effective', who: 'person', needs: ['decisionStands'] },
  { from: 'notified', action: 'appeal', to: 'appealed', who: 'person', needs: ['inTime'] },
  { from: 'notified', action: 'lapse', to: 'effective', who: 'system', needs: ['termOver', 'decisionStands'] },
  { from: 'notified', action: 'revoke', to: 'revoked', who: 'head', needs: [] },
  { from: 'appealed', action: 'maintain', to: 'effective', who: 'head', needs: ['decisionStands', 'anotherPerson'] },
  { from: 'appealed', action: 'change', to: 'effective', who: 'head', needs: ['decisionStands', 'anotherPerson', 'withinBand'] },
  { from: 'appealed', action: 'revoke', to: 'revoked', who: 'head', needs: ['anotherPerson'] },
  { from: 'effective', action: 'repair', to: 'effective', who: 'head', needs: ['repairable'] },
  { from: 'effective', action: 'revoke', to: 'revoked', who: 'head', needs: [] },
  // the decision was overturned: what hung on it falls
  ...(['proposed', 'notified', 'appealed', 'effective'] as const)
    .map((from): PointStep => ({ from, action: 'fall', to: 'revoked', who: 'system', needs: ['decisionFell'] })),
];

export const pointStepOf = (state: PointState, action: PointAction): PointStep | undefined => stepOf(pointSteps, state, action);
export const pointActionsOf = (state: PointState): PointAction[] => actionsOf(pointSteps, state);
/** Somebody still has something to do. */
export const openPointStates: readonly PointState[] = ['proposed', 'notified', 'appealed'];
