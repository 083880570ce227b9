/**
 * The life of a story: signals about one subject that belong together. An alert accuses nobody and stops no payment; it ends as a clue,
 * as an inspection, or closed with its reason, and what it ended as says how precise its alerts are.
 */
import { actionsOf, type LifeStep, stepOf } from '../case/life.ts';

export const storyStates = ['raised', 'assigned', 'looking', 'clue', 'inspection', 'closed'] as const;
export type StoryState = (typeof storyStates)[number];

export const storyActions = ['assign', 'look', 'clue', 'inspect', 'close', 'reopen'] as const;
export type StoryAction = (typeof storyActions)[number];

export const storyActors = ['officer', 'head'] as const;
export type StoryActor = (typeof storyActors)[number];

export const storyConditions = [
  /** Whom it is assigned to works on it; the head may as well. */
  'ownWork',
] as const;
export type StoryCondition = (typeof storyConditions)[number];

export interface StoryStep extends LifeStep<StoryState, StoryAction, StoryCondition> {
  readonly who: StoryActor;
}

// biome-ignore format: a table
export const storySteps: readonly StoryStep[] = [
  { from: 'raised', action: 'assign', to: 'assigned', who: 'head', needs: [] },
  { from: 'raised', action: 'look', to: 'looking', who: 'officer', needs: [] },
  { from: 'assigned', action: 'assign', to: 'assigned', who: 'head', needs: [] },
  { from: 'assigned', action: 'look', to: 'looking', who: 'officer', needs: ['ownWork'] },
  { from: 'looking', action: 'assign', to: 'assigned', who: 'head', needs: [] },
  { from: 'looking', action: 'clue', to: 'clue', who: 'officer', needs: ['ownWork'] },
  { from: 'looking', action: 'inspect', to: 'inspection', who: 'head', needs: [] },
  { from: 'looking', action: 'close', to: 'closed', who: 'officer', needs: ['ownWork'] },
  { from: 'closed', action: 'reopen', to: 'looking', who: 'head', needs: [] },
];

export const storyStepOf = (state: StoryState, action: StoryAction): StoryStep | undefined => stepOf(storySteps, state, action);
export const storyActionsOf = (state: StoryState): StoryAction[] => [...new Set(actionsOf(storySteps, state))];
/** Somebody still has something to do. */
export const openStoryStates: readonly StoryState[] = ['raised', 'assigned', 'looking'];

/** Why a story is closed. Only `corrected` says that the alert was right; of `duplicate` nothing can be said. */
export const closeReasons = ['corrected', 'explained', 'policy', 'data', 'duplicate'] as const;
export type CloseReason = (typeof closeReasons)[number];

/** Whether the alert was right about it; null while nobody knows. */
export function wasRight(state: StoryState, reason: CloseReason | null): boolean | null {
  if (state === 'clue' || state === 'inspection') return true;
  if (state !== 'closed' || reason === null || reason === 'duplicate') return null;
  return reason === 'corrected';
}
