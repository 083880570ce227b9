/**
 * The year of a plan as a table: 事前评估 → 申报 → 部门审核 → 财政审核 → 批复 → 公开 → (调整) → 监控 → 自评 → 评价 → 整改 → 结果应用 (中发〔2018〕34号, 财预〔2015〕88号 arts 25-29,
 * 财预〔2019〕136号, 财预〔2020〕10号). Who approves the budget approves the targets; approved targets are locked, and change only by the
 * procedure of adjustment, which makes another plan. Every step is an appended event with who, when and why.
 */
import { type LifeStep, stepOf } from '../../case/life.ts';

export const planStates = [
  /** 申报中 */
  'draft',
  /** 部门审核 */
  'departmentReview',
  /** 财政审核 */
  'financeReview',
  /** 审核通过,待批复 */
  'reviewed',
  /** 已批复,待公开 */
  'approved',
  /** 已公开,执行中 */
  'public',
  /** 调整中 */
  'adjusting',
  /** 已被调整后的目标代替 */
  'replaced',
  /** 已自评 */
  'selfEvaluated',
  /** 已评价 */
  'evaluated',
  /** 整改中 */
  'rectifying',
  /** 已办结 */
  'closed',
  /** 不予安排预算 */
  'rejected',
] as const;
export type PlanState = (typeof planStates)[number];

export const planActions = [
  'appraise',
  'submit',
  'pass',
  'return',
  'reject',
  'approve',
  'publish',
  'adjust',
  'replace',
  'keep',
  'monitor',
  'selfEvaluate',
  'giveBack',
  'evaluate',
  'rectify',
  'assign',
  'mend',
  'report',
  'apply',
  'close',
] as const;
export type PlanAction = (typeof planActions)[number];

/** The business or finance office of the bureau, its head, the finance department. */
const planActors = ['office', 'head', 'finance'] as const;
export type PlanActor = (typeof planActors)[number];

export const planConditions = [
  /** Why, in words. */
  'reasonGiven',
  /** At least one remark, each on a cell that the plan has. */
  'remarksGiven',
  /** Who reviews did not submit. */
  'anotherPerson',
  /** 优 or 良; what is 中 is returned, what is 差 is rejected (88号 art. 25). */
  'gradePasses',
  /** 差. */
  'gradeFails',
  /** Any of the four grades. */
  'gradeGiven',
  /** Number of the document that approves. */
  'documentGiven',
  /** No indicator has lost its target, and every weight stands or none does. */
  'targetsWhole',
  /** The plan was measured. */
  'measured',
  /** Another plan of the same year and body, not the same content. */
  'successorGiven',
  /** What was appraised beforehand was not opposed. */
  'notOpposed',
  /** A problem that was raised and is not mended. */
  'openProblem',
  /** Somebody is to mend it. */
  'assigned',
  /** The day is not ahead. */
  'done',
  /** What is cut has both sums, the later one smaller. */
  'cutTold',
  /** Nothing is left to mend. */
  'nothingOpen',
  /** What follows from the evaluation was said. */
  'applied',
] as const;
export type PlanCondition = (typeof planConditions)[number];

export interface PlanStep extends LifeStep<PlanState, PlanAction, PlanCondition> {
  readonly who: PlanActor;
}

// biome-ignore format: a table
export const planSteps: readonly PlanStep[] = [
  { from: 'draft', action: 'submit', to: 'departmentReview', who: 'office', needs: ['targetsWhole', 'notOpposed'] },
  { from: 'draft', action: 'appraise', to: 'draft', who: 'office', needs: [] },
  { from: 'departmentReview', action: 'pass', to: 'financeReview', who: 'head', needs: ['anotherPerson'] },
  { from: 'departmentReview', action: 'return', to: 'draft', who: 'head', needs: ['anotherPerson', 'remarksGiven'] },
  { from: 'financeReview', action: 'pass', to: 'reviewed', who: 'finance', needs: ['anotherPerson', 'gradePasses'] },
  { from: 'financeReview', action: 'return', to: 'draft', who: 'finance', needs: ['anotherPerson', 'remarksGiven'] },
  { from: 'financeReview', action: 'reject', to: 'rejected', who: 'finance', needs: ['anotherPerson', 'gradeFails', 'reasonGiven'] },
  { from: 'reviewed', action: 'approve', to: 'approved', who: 'finance', needs: ['documentGiven'] },
  { from: 'approved', action: 'publish', to: 'public', who: 'office', needs: [] },
  { from: 'approved', action: 'adjust', to: 'adjusting', who: 'office', needs: ['reasonGiven'] },
  { from: 'public', action: 'adjust', to: 'adjusting', who: 'office', needs: ['reasonGiven'] },
  { from: 'public', action: 'monitor', to: 'public', who: 'office', needs: ['measured'] },
  { from: 'public', action: 'selfEvaluate', to: 'selfEvaluated', who: 'office', needs: ['measured'] },
  { from: 'adjusting', action: 'replace', to: 'replaced', who: 'finance', needs: ['anotherPerson', 'successorGiven', 'documentGiven', 'reasonGiven'] },
  { from: 'adjusting', action: 'keep', to: 'public', who: 'finance', needs: ['reasonGiven'] },
  { from: 'selfEvaluated', action: 'giveBack', to: 'public', who: 'finance', needs: ['anotherPerson', 'reasonGiven'] },
  { from: 'selfEvaluated', action: 'evaluate', to: 'evaluated', who: 'finance', needs: ['anotherPerson', 'gradeGiven'] },
  { from: 'evaluated', action: 'rectify', to: 'rectifying', who: 'finance', needs: ['remarksGiven'] },
  { from: 'evaluated', action: 'mend', to: 'evaluated', who: 'office', needs: ['openProblem', 'assigned', 'done'] },
  { from: 'evaluated', action: 'apply', to: 'evaluated', who: 'finance', needs: ['cutTold'] },
  { from: 'evaluated', action: 'close', to: 'closed', who: 'finance', needs: ['nothingOpen', 'applied'] },
  { from: 'rectifying', action: 'assign', to: 'rectifying', who: 'office', needs: ['openProblem'] },
  { from: 'rectifying', action: 'mend', to: 'rectifying', who: 'office', needs: ['openProblem', 'assigned', 'done'] },
  { from: 'rectifying', action: 'report', to: 'evaluated', who: 'office', needs: ['reasonGiven'] },
];

export const planStepOf = (state: PlanState, action: PlanAction): PlanStep | undefined => stepOf(planSteps, state, action);

/** Another set of targets for the same year and body may not simply be adopted from here on: 谁批复预算,谁批复目标. */
export const lockedStates: readonly PlanState[] = ['approved', 'public', 'adjusting', 'selfEvaluated', 'evaluated', 'rectifying', 'closed'];
