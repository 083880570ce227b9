/**
 * Numbers of a finding's life. Each is a row of the bureau's parameters by region and date; what stands here is only what counts until
 * the bureau says otherwise (recommended or quoted in secondary sources, see the notes), never law.
 */
import type { FindingState } from './steps.ts';

export const findingParameters = {
  /** Working days of 初审. Recommended. */
  'finding.suspectDays': 5,
  /** Working days an institution has to answer (医保办发〔2023〕14号 as quoted: 10). */
  'finding.feedbackDays': 10,
  /** 复审 (as quoted: 10). */
  'finding.secondReviewDays': 10,
  /** 再申诉 (recommended 5 to 10). */
  'finding.reAppealDays': 5,
  /** 合议 (as quoted: 10). */
  'finding.panelDays': 10,
  /** 终审. Recommended. */
  'finding.finalReviewDays': 5,
  /** 扣款确认. Recommended. */
  'finding.confirmedDays': 5,
  /** Experts of a panel at least; always an odd number. Recommended. */
  'finding.panelSize': 3,
  /** 1: no answer in time is consent; 0: it is not, and the clock only shows. */
  'finding.silenceConsents': 1,
  /** Sums below are handed out last and may be closed as small (fen). 0: none is small. */
  'finding.smallSumFen': 0,
  /** From this sum on (fen) the officer is told to hand the finding on to enforcement (移交行政部门). */
  'finding.escalationFen': 1_000_000,
  /** Minutes for which a finding that was handed out belongs to one officer. */
  'finding.lockMinutes': 30,
  /** Biggest attachment in MB. */
  'finding.attachmentMegabytes': 20,
  /** Findings drawn for the monthly re-review. */
  'finding.recheckSize': 60,
} as const;
export type FindingParameter = keyof typeof findingParameters;

/** The limit of a state; undefined where the table of steps knows none (money waits for the settlement, closed cases for nothing). */
export const limitOf = (state: FindingState): FindingParameter | undefined => {
  const name = `finding.${state}Days`;
  return name in findingParameters ? (name as FindingParameter) : undefined;
};
