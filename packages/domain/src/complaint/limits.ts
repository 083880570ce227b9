import type { BureauParameterName } from '../bureau-parameters.ts';
import type { ComplaintKind } from './complaint.ts';
import type { ComplaintState } from './steps.ts';

export type ComplaintLimit = Extract<BureauParameterName, `complaint.${string}Days`>;

/** The limit in working days of a state: 信访 and 12345 are answered sooner than reports; undefined at an end. */
export function complaintLimitOf(state: ComplaintState, kind: ComplaintKind): ComplaintLimit | undefined {
  if (state === 'received') return 'complaint.acceptDays';
  if (state === 'handling') return kind === 'petition' || kind === 'hotline' ? 'complaint.petitionDays' : 'complaint.reportDays';
  return state === 'concluded' ? 'complaint.replyDays' : undefined;
}
