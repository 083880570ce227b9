/** The life of an enforcement case (行政处罚程序暂行规定, 令第4号): one row a step; conditions stand in life.ts. */
import type { MatterStep } from '../matter/life.ts';

export const caseStates = [
  'applied',
  'investigating',
  'suspended',
  'reported',
  'reviewed',
  'noticed',
  'decided',
  'served',
  'executed',
  'closed',
  'archived',
  'notFiled',
  'withdrawn',
  'terminated',
  'transferred',
  'overturned',
] as const;
export type CaseState = (typeof caseStates)[number];

export const caseActions = [
  'decideOnSpot',
  'reportOnSpot',
  'approve',
  'refuse',
  'officers',
  'record',
  'evidence',
  'hold',
  'release',
  'assist',
  'answered',
  'stopClock',
  'startClock',
  'suspend',
  'resume',
  'extend',
  'extendCollective',
  'correct',
  'report',
  'review',
  'sendBack',
  'notify',
  'serveNotice',
  'statement',
  'waive',
  'askHearing',
  'holdHearing',
  'dropHearing',
  'discuss',
  'reinvestigate',
  'decide',
  'serve',
  'pay',
  'instalment',
  'urge',
  'court',
  'publish',
  'execute',
  'close',
  'archive',
  'withdraw',
  'terminate',
  'transfer',
  'comeBack',
  'measure',
  'overturn',
] as const;
export type CaseAction = (typeof caseActions)[number];
export type CaseActor = 'officer' | 'head' | 'legal';

const caseConditions = [
  /** 令第4号 16: two officers with certificates of their own. */
  'twoOfficers',
  /** 6: within two years, five where life or health was harmed. */
  'inLimitation',
  /** 行政处罚法 51–53: the case was opened for the summary procedure, the punishment is within its limits, the party was heard. */
  'summaryCase',
  'amongOfficers',
  'withinSummary',
  'notReportedYet',
  'reportedOnSpot',
  /** The step belongs to who handles the case. */
  'handler',
  /** Who handles it does not approve, review, hear or decide it (37–40, 44). */
  'notHandler',
  'hasEvidence',
  'clockRuns',
  'clockStands',
  'notExtended',
  'notExtendedTwice',
  'lossKnown',
  'withinLaw',
  'noticeServed',
  'noticeOpen',
  'hearingOffered',
  'hearingAsked',
  'noticeOfHearing',
  /** Statement made, waived, or its time is over (41). */
  'heard',
  /** Asked for, so held (or taken back) before the decision. */
  'hearingHeld',
  /** 44: discussed together where it is grave. */
  'discussed',
  /** 41: no heavier than what was announced. */
  'withinNotice',
  /** No thing is held any more. */
  'nothingHeld',
  'electronicConsent',
  'withinOwed',
  'overdue',
  'urged',
  'paidUp',
  'fileComplete',
] as const;
export type CaseCondition = (typeof caseConditions)[number];
export type CaseStep = MatterStep<CaseState, CaseAction, CaseCondition, CaseActor>;

const step = (from: CaseState, action: CaseAction, to: CaseState, who: CaseActor, needs: readonly CaseCondition[] = []): CaseStep => ({
  from,
  action,
  to,
  who,
  needs,
});
/** The same step from several states; it stays where it is unless `to` says where it goes. */
const steps = (
  from: readonly CaseState[],
  action: CaseAction,
  to: CaseState | null,
  who: CaseActor,
  needs: readonly CaseCondition[] = [],
) => from.map((state) => step(state, action, to ?? state, who, needs));

const undecided = ['investigating', 'reported', 'reviewed', 'noticed'] as const;
const alive = [...undecided, 'suspended', 'decided', 'served', 'executed'] as const;

// biome-ignore format: a table
export const caseSteps: readonly CaseStep[] = [
  step('applied', 'approve', 'investigating', 'head', ['notHandler', 'twoOfficers', 'inLimitation']),
  step('applied', 'refuse', 'notFiled', 'head', ['notHandler']),
  // 简易程序: decided and handed over on the spot, reported within seven working days; 批准立案 turns it into an ordinary case
  step('applied', 'decideOnSpot', 'served', 'officer', ['summaryCase', 'twoOfficers', 'amongOfficers', 'inLimitation', 'withinSummary']),
  step('served', 'reportOnSpot', 'served', 'officer', ['summaryCase', 'handler', 'notReportedYet']),

  ...steps(['investigating', 'suspended'], 'officers', null, 'head', ['twoOfficers']),
  step('investigating', 'record', 'investigating', 'officer', ['handler']),
  step('investigating', 'evidence', 'investigating', 'officer', ['handler']),
  step('investigating', 'hold', 'investigating', 'head', ['notHandler']),
  ...steps(alive, 'release', null, 'officer', ['handler']),
  step('investigating', 'assist', 'investigating', 'officer', ['handler']),
  step('investigating', 'answered', 'investigating', 'officer', ['handler']),
  ...steps(undecided, 'stopClock', null, 'officer', ['handler', 'clockRuns']),
  ...steps(undecided, 'startClock', null, 'officer', ['handler', 'clockStands']),
  step('investigating', 'suspend', 'suspended', 'head', ['notHandler']),
  step('suspended', 'resume', 'investigating', 'head', ['notHandler']),
  ...steps(undecided, 'extend', null, 'head', ['notHandler', 'notExtended']),
  ...steps(undecided, 'extendCollective', null, 'head', ['notHandler', 'notExtendedTwice']),
  ...steps(alive, 'correct', null, 'officer', ['handler']),

  step('investigating', 'report', 'reported', 'officer', ['handler', 'twoOfficers', 'hasEvidence', 'lossKnown', 'withinLaw']),
  step('reported', 'review', 'reviewed', 'legal', ['notHandler']),
  step('reported', 'sendBack', 'investigating', 'legal', ['notHandler']),
  step('reviewed', 'notify', 'noticed', 'head', ['notHandler', 'withinLaw']),
  step('noticed', 'serveNotice', 'noticed', 'officer', ['handler', 'electronicConsent']),
  step('noticed', 'statement', 'noticed', 'officer', ['handler', 'noticeServed']),
  step('noticed', 'waive', 'noticed', 'officer', ['handler', 'noticeServed']),
  step('noticed', 'askHearing', 'noticed', 'officer', ['handler', 'noticeServed', 'hearingOffered', 'noticeOpen']),
  step('noticed', 'holdHearing', 'noticed', 'legal', ['notHandler', 'hearingAsked', 'noticeOfHearing']),
  step('noticed', 'dropHearing', 'noticed', 'officer', ['handler', 'hearingAsked']),
  step('noticed', 'discuss', 'noticed', 'head', ['notHandler']),
  step('noticed', 'reinvestigate', 'investigating', 'head', ['notHandler']),
  step('noticed', 'decide', 'decided', 'head', ['notHandler', 'noticeServed', 'heard', 'hearingHeld', 'discussed', 'withinNotice', 'withinLaw']),

  step('decided', 'serve', 'served', 'officer', ['handler', 'electronicConsent']),
  step('served', 'pay', 'served', 'officer', ['handler', 'withinOwed']),
  step('served', 'instalment', 'served', 'head', ['notHandler']),
  step('served', 'urge', 'served', 'officer', ['handler', 'overdue']),
  step('served', 'court', 'served', 'head', ['notHandler', 'urged']),
  ...steps(['served', 'executed', 'closed'], 'publish', null, 'officer', ['handler']),
  step('served', 'execute', 'executed', 'officer', ['handler', 'reportedOnSpot', 'paidUp']),
  step('executed', 'close', 'closed', 'head', ['notHandler', 'nothingHeld']),
  step('closed', 'archive', 'archived', 'officer', ['handler', 'fileComplete']),
  ...steps(['withdrawn', 'terminated', 'transferred', 'overturned'], 'archive', 'archived', 'officer', ['handler', 'fileComplete']),

  ...steps(['investigating', 'suspended', 'reported'], 'withdraw', 'withdrawn', 'head', ['notHandler', 'nothingHeld']),
  ...steps(['investigating', 'suspended', 'served'], 'terminate', 'terminated', 'head', ['notHandler', 'nothingHeld']),
  ...steps(['investigating', 'suspended', 'reported', 'reviewed', 'noticed'], 'transfer', 'transferred', 'head', ['notHandler', 'nothingHeld']),
  step('transferred', 'comeBack', 'investigating', 'head', ['notHandler']),
  ...steps(alive, 'measure', null, 'officer', ['handler']),
  // set aside by reconsideration, by a court, or by ourselves (行政复议法 第六十四条、行政诉讼法 第七十条): what rests on it falls
  ...steps(['served', 'executed', 'closed', 'archived'], 'overturn', 'overturned', 'head', ['notHandler']),
];
/** A decision is in force from its service on, until it is set aside (行政处罚法 第六十一条). */
export const inForceStates: readonly CaseState[] = ['served', 'executed', 'closed', 'archived'];
/** Ends that leave nothing to do but to file away. */
export const endedCaseStates: readonly CaseState[] = [
  'closed',
  'archived',
  'notFiled',
  'withdrawn',
  'terminated',
  'transferred',
  'overturned',
];
