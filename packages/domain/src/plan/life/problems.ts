// 整改: every remark of a rectification is a problem with a number, somebody to mend it, a day, and what was done.
import { numberOrNull, textOf, textOrNull } from '../../matter/life.ts';
import type { Day, Instant } from '../../time.ts';
import type { PlanEvent, PlanRemark } from './events.ts';

export interface PlanProblem {
  /** Serial of the step that named it, and its place there: `9-2`. */
  readonly problemId: string;
  readonly remark: PlanRemark;
  readonly raisedBy: string;
  readonly raisedAt: Instant;
  readonly person: string | null;
  readonly dueOn: Day | null;
  /** null: still open. */
  readonly mended: { readonly on: Day; readonly by: string; readonly measure: string; readonly evidence: string } | null;
}

/** A problem of the year before, with the words of the place it was found at. */
export type CarriedProblem = PlanProblem & { readonly place: string };

/** The problems of a plan as they stand after its steps. */
export function planProblemsOf(events: readonly PlanEvent[]): PlanProblem[] {
  const problems = new Map<string, PlanProblem>();
  for (const { action, serial, remarks, by, at, detail } of events) {
    if (action === 'rectify')
      for (const [index, remark] of remarks.entries()) {
        const problemId = `${serial}-${index + 1}`;
        problems.set(problemId, { problemId, remark, raisedBy: by, raisedAt: at, person: null, dueOn: null, mended: null });
      }
    const known = problems.get(textOf(detail, 'problemId'));
    if (!known) continue;
    if (action === 'assign')
      problems.set(known.problemId, { ...known, person: textOrNull(detail, 'person'), dueOn: numberOrNull(detail, 'dueOn') });
    if (action === 'mend') {
      const mended = {
        on: numberOrNull(detail, 'doneOn') as Day,
        by,
        measure: textOf(detail, 'measure'),
        evidence: textOf(detail, 'evidence'),
      };
      problems.set(known.problemId, { ...known, mended });
    }
  }
  return [...problems.values()];
}
