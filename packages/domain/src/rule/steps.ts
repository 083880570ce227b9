import { actionsOf, type LifeStep, stepOf } from '../case/life.ts';

/**
 * The life of a rule's edition as a table: from, action, to, and what must hold. Every step is an appended event with who, when
 * and why. A live edition cannot be edited, only followed by another (规则库, 知识库管理办法 医保发〔2022〕12号: rules are adjusted
 * by review; three reviews — policy, clinical, technical — before a trial run).
 */

export const editionStates = ['draft', 'review', 'shadow', 'live', 'retired'] as const;
export type EditionState = (typeof editionStates)[number];

export const editionActions = ['edit', 'submit', 'approve', 'return', 'startShadow', 'makeLive', 'retire', 'trial'] as const;
export type EditionAction = (typeof editionActions)[number];

/** The three reviews between draft and shadow, each by a person of its own. */
export const reviewKinds = ['policy', 'clinical', 'technical'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** Conditions of a step; how each is looked at stands in workflows/rule/conditions.ts. */
const stepConditions = [
  /** Static checks find nothing. */
  'treeHolds',
  /** There is a clean and a violating case, and all cases pass on both readers. */
  'casesPass',
  /** This review was not given yet since the edition was submitted. */
  'reviewOpen',
  /** Who reviews neither drafted the edition nor gave another of its reviews. */
  'anotherPerson',
  /** All three reviews approve. */
  'threeReviews',
  /** It was tried on a past period, or a scan ran it in shadow. */
  'tried',
  /** No other edition of the rule is live for one of the same dates in the same region. */
  'aloneLive',
] as const;
export type StepCondition = (typeof stepConditions)[number];

export type EditionStep = LifeStep<EditionState, EditionAction, StepCondition>;

// biome-ignore format: a table
export const editionSteps: readonly EditionStep[] = [
  { from: 'draft', action: 'edit', to: 'draft', needs: [] },
  { from: 'draft', action: 'trial', to: 'draft', needs: ['treeHolds'] },
  { from: 'draft', action: 'submit', to: 'review', needs: ['treeHolds', 'casesPass'] },
  { from: 'draft', action: 'retire', to: 'retired', needs: [] },
  { from: 'review', action: 'approve', to: 'review', needs: ['reviewOpen', 'anotherPerson'] },
  { from: 'review', action: 'return', to: 'draft', needs: ['anotherPerson'] },
  { from: 'review', action: 'trial', to: 'review', needs: ['treeHolds'] },
  { from: 'review', action: 'startShadow', to: 'shadow', needs: ['threeReviews'] },
  { from: 'review', action: 'retire', to: 'retired', needs: [] },
  { from: 'shadow', action: 'trial', to: 'shadow', needs: ['treeHolds'] },
  { from: 'shadow', action: 'return', to: 'draft', needs: [] },
  { from: 'shadow', action: 'makeLive', to: 'live', needs: ['tried', 'aloneLive'] },
  { from: 'shadow', action: 'retire', to: 'retired', needs: [] },
  { from: 'live', action: 'trial', to: 'live', needs: ['treeHolds'] },
  { from: 'live', action: 'retire', to: 'retired', needs: [] },
];

/** The step of an action in a state; undefined where the table has none. */
export const editionStepOf = (state: EditionState, action: EditionAction): EditionStep | undefined => stepOf(editionSteps, state, action);

/** What may be done in a state, in the order of the table: the console draws its buttons from it. */
export const editionActionsOf = (state: EditionState): EditionAction[] => actionsOf(editionSteps, state);

/** Two live periods of one region share a day; null is open. */
export const periodsMeet = (
  a: { readonly from: number | null; readonly to: number | null },
  b: { readonly from: number | null; readonly to: number | null },
): boolean => (a.from === null || b.to === null || a.from <= b.to) && (b.from === null || a.to === null || b.from <= a.to);
