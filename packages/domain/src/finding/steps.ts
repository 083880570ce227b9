/**
 * The life of a finding (疑点) as a table. The way is 线上初审 → 机构申诉 → 复审 → 再申诉 → 合议 → 终审 (医保办发〔2023〕14号 as quoted;
 * 医保发〔2022〕12号 asks at least for 初审, 复审, 申诉, 调查核实, 处理, each with a time limit), then the money: 扣款确认 → 追回.
 * Every step is an appended event; what must hold stands in guards.ts; how many days each state has is a parameter (parameters.ts).
 */
import { actionsOf, type LifeStep, stepOf } from '../case/life.ts';

export const findingStates = [
  /** 系统疑点,待初审 */
  'suspect',
  /** 待机构反馈 */
  'feedback',
  /** 待复审 */
  'secondReview',
  /** 待再申诉 */
  'reAppeal',
  /** 合议 */
  'panel',
  /** 待终审 */
  'finalReview',
  /** 待扣款确认 */
  'confirmed',
  /** 待追回 */
  'recovery',
  /** 已办结 */
  'closed',
  /** 已排除 */
  'dismissed',
] as const;
export type FindingState = (typeof findingStates)[number];

export const findingActions = [
  'uphold',
  'dismiss',
  'declare',
  'accept',
  'appeal',
  'lapse',
  'feedbackAgain',
  'reAppealAgain',
  'maintain',
  'seat',
  'vote',
  'conclude',
  'confirm',
  'refuse',
  'offset',
  'payBack',
  'writeOff',
  'close',
  'reopen',
  'giveBack',
  'revise',
  'withdraw',
  'escalate',
  'note',
] as const;
export type FindingAction = (typeof findingActions)[number];

/** Who takes a step: which account may, is asked of the table of permissions. */
export const findingActors = ['reviewer', 'secondReviewer', 'expert', 'head', 'finance', 'institution', 'system'] as const;
export type FindingActor = (typeof findingActors)[number];

const findingConditions = [
  /** A dismissal says its cause. */
  'causeGiven',
  /** Who reviews again did not review first; who decides last did neither. */
  'anotherPerson',
  /** The answer comes before the end of its last day, where silence consents. */
  'inTime',
  /** The last day is over, and the rule says that silence consents. */
  'silent',
  /** An odd number of experts, as many as the parameter says or more, none of whom reviewed the finding. */
  'oddPanel',
  /** Who votes has a seat and did not vote yet. */
  'ownSeat',
  /** All have voted. */
  'allVoted',
  /** The fund's share is known, or fixed by this step. */
  'fundKnown',
  /** Something is left of the finding after the lines that were let go. */
  'something',
  /** The amount is positive and not more than what is still due. */
  'withinDue',
  /** Nothing is due any more. */
  'nothingDue',
  /** Something is due again. */
  'dueAgain',
  /** Not more than what is owed back to the institution. */
  'withinOwed',
  /** The finding stands: its records still say it. */
  'stands',
] as const;
export type FindingCondition = (typeof findingConditions)[number];

export interface FindingStep extends LifeStep<FindingState, FindingAction, FindingCondition> {
  readonly who: FindingActor;
}

// biome-ignore format: a table
export const findingSteps: readonly FindingStep[] = [
  { from: 'suspect', action: 'uphold', to: 'feedback', who: 'reviewer', needs: ['stands', 'something'] },
  { from: 'suspect', action: 'dismiss', to: 'dismissed', who: 'reviewer', needs: ['causeGiven'] },
  // 自查自纠: the institution returns it before anyone reviewed it
  { from: 'suspect', action: 'declare', to: 'recovery', who: 'institution', needs: ['stands', 'fundKnown'] },
  { from: 'feedback', action: 'accept', to: 'confirmed', who: 'institution', needs: ['stands'] },
  { from: 'feedback', action: 'appeal', to: 'secondReview', who: 'institution', needs: ['stands', 'inTime'] },
  { from: 'feedback', action: 'lapse', to: 'confirmed', who: 'system', needs: ['stands', 'silent'] },
  { from: 'secondReview', action: 'maintain', to: 'reAppeal', who: 'secondReviewer', needs: ['stands', 'anotherPerson', 'something'] },
  { from: 'secondReview', action: 'dismiss', to: 'dismissed', who: 'secondReviewer', needs: ['anotherPerson', 'causeGiven'] },
  { from: 'reAppeal', action: 'accept', to: 'confirmed', who: 'institution', needs: ['stands'] },
  { from: 'reAppeal', action: 'appeal', to: 'panel', who: 'institution', needs: ['stands', 'inTime'] },
  { from: 'reAppeal', action: 'lapse', to: 'confirmed', who: 'system', needs: ['stands', 'silent'] },
  { from: 'panel', action: 'seat', to: 'panel', who: 'head', needs: ['stands', 'oddPanel'] },
  { from: 'panel', action: 'vote', to: 'panel', who: 'expert', needs: ['stands', 'ownSeat'] },
  { from: 'panel', action: 'conclude', to: 'finalReview', who: 'system', needs: ['allVoted'] },
  { from: 'finalReview', action: 'uphold', to: 'confirmed', who: 'head', needs: ['stands', 'anotherPerson', 'something'] },
  { from: 'finalReview', action: 'dismiss', to: 'dismissed', who: 'head', needs: ['anotherPerson', 'causeGiven'] },
  // a holiday moved after the fact: the institution gets back the days that silence took from it
  { from: 'confirmed', action: 'feedbackAgain', to: 'feedback', who: 'system', needs: ['stands'] },
  { from: 'confirmed', action: 'reAppealAgain', to: 'reAppeal', who: 'system', needs: ['stands'] },
  { from: 'confirmed', action: 'confirm', to: 'recovery', who: 'finance', needs: ['stands', 'fundKnown'] },
  { from: 'recovery', action: 'refuse', to: 'recovery', who: 'finance', needs: ['withinDue'] },
  { from: 'recovery', action: 'offset', to: 'recovery', who: 'finance', needs: ['withinDue'] },
  { from: 'recovery', action: 'payBack', to: 'recovery', who: 'finance', needs: ['withinDue'] },
  { from: 'recovery', action: 'writeOff', to: 'recovery', who: 'head', needs: ['withinDue'] },
  { from: 'recovery', action: 'close', to: 'closed', who: 'system', needs: ['nothingDue'] },
  { from: 'recovery', action: 'giveBack', to: 'recovery', who: 'finance', needs: ['withinOwed'] },
  { from: 'closed', action: 'reopen', to: 'recovery', who: 'system', needs: ['dueAgain'] },
  { from: 'closed', action: 'giveBack', to: 'closed', who: 'finance', needs: ['withinOwed'] },
  { from: 'dismissed', action: 'reopen', to: 'suspect', who: 'head', needs: ['stands'] },
  { from: 'dismissed', action: 'giveBack', to: 'dismissed', who: 'finance', needs: ['withinOwed'] },
  // other evidence after somebody decided: from the beginning, told who decided the old one
  ...(['suspect', 'feedback', 'secondReview', 'reAppeal', 'panel', 'finalReview', 'confirmed', 'recovery', 'closed', 'dismissed'] as const)
    .flatMap((from): FindingStep[] => [
      { from, action: 'revise', to: 'suspect', who: 'system', needs: [] },
      { from, action: 'withdraw', to: 'dismissed', who: 'system', needs: [] },
      { from, action: 'escalate', to: from, who: 'reviewer', needs: [] },
      { from, action: 'note', to: from, who: 'reviewer', needs: [] },
    ]),
];

export const findingStepOf = (state: FindingState, action: FindingAction): FindingStep | undefined => stepOf(findingSteps, state, action);
export const findingActionsOf = (state: FindingState): FindingAction[] => actionsOf(findingSteps, state);

/** Why a finding was dismissed (归因): what says something about the rule, what about the data, what about the care. */
export const dismissalCauses = ['ruleError', 'dataProblem', 'clinicallyJustified', 'smallSum', 'withdrawn'] as const;
export type DismissalCause = (typeof dismissalCauses)[number];
/** Causes a person may give; `withdrawn` is the system's. */
export const givenCauses = ['ruleError', 'dataProblem', 'clinicallyJustified', 'smallSum'] as const satisfies readonly DismissalCause[];

/** Decided against the institution: its money is claimed. */
export const claimedStates: readonly FindingState[] = ['confirmed', 'recovery', 'closed'];
