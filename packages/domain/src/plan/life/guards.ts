// What must hold for a step of a plan's life: each condition in one place, pure.
import type { Issue } from '../../issue.ts';
import { numberOf, numberOrNull, textOf } from '../../matter/life.ts';
import { dayOf, type Instant } from '../../time.ts';
import type { Plan } from '../plan.ts';
import type { PlanEvent, PlanStepGiven } from './events.ts';
import { planProblemsOf } from './problems.ts';
import type { PlanAction, PlanCondition, PlanState, PlanStep } from './steps.ts';

export interface PlanScene {
  plan: Plan;
  events: readonly PlanEvent[];
  given: PlanStepGiven;
  by: string;
  at: Instant;
  measured: boolean;
  /** The plan named as successor; undefined where there is none of that id. */
  successor: Plan | undefined;
}

/** A plan that no step was taken on is a draft. */
export const planStateOf = (events: readonly PlanEvent[]): PlanState => events.at(-1)?.to ?? 'draft';

const issue = (code: string, facts: Record<string, unknown> = {}): Issue[] => [{ code, severity: 'error', facts }];
const none: Issue[] = [];

function remarksHold({ plan, given }: PlanScene): Issue[] {
  if (given.remarks.length === 0) return issue('plan.no-remarks');
  return given.remarks.flatMap((remark) => {
    const project = plan.projects.find((one) => one.projectNo === remark.projectNo);
    const known = project && (remark.indicatorId === null || project.indicators.some((one) => one.indicatorId === remark.indicatorId));
    if (!known) return issue('plan.remark-nowhere', { projectNo: remark.projectNo, indicatorId: remark.indicatorId ?? '' });
    return remark.text.trim() === '' ? issue('plan.remark-empty') : none;
  });
}

/** Who submitted since the plan was last a draft. */
const submitter = (events: readonly PlanEvent[], action: PlanAction): string | undefined =>
  events.findLast((event) => event.action === action)?.by;

function anotherPerson({ events, given, by }: PlanScene): Issue[] {
  const before: Partial<Record<PlanAction, PlanAction>> = { replace: 'adjust', giveBack: 'selfEvaluate', evaluate: 'selfEvaluate' };
  const other = submitter(events, before[given.action] ?? 'submit');
  return other === by ? issue('plan.same-person', { by }) : none;
}

function targetsWhole({ plan }: PlanScene): Issue[] {
  return plan.projects.flatMap(({ name, indicators }) => {
    const lost = indicators.filter((one) => one.target === null && one.operator !== 'qualitative').map((one) => one.name);
    const weighted = indicators.filter((one) => one.weight !== null).length;
    return [
      ...(lost.length > 0 ? issue('plan.targets-lost', { project: name, names: lost.slice(0, 3).join('、'), count: lost.length }) : none),
      ...(weighted > 0 && weighted < indicators.length
        ? issue('plan.weights-missing', { project: name, count: indicators.length - weighted })
        : none),
    ];
  });
}

const problemOf = ({ events, given }: PlanScene) =>
  planProblemsOf(events).find(({ problemId }) => problemId === textOf(given.detail, 'problemId'));

const guards: Readonly<Record<PlanCondition, (scene: PlanScene) => Issue[]>> = {
  reasonGiven: ({ given }) => (given.why.trim() === '' ? issue('plan.no-reason') : none),
  remarksGiven: remarksHold,
  anotherPerson,
  gradePasses: ({ given: { grade } }) =>
    grade === '优' || grade === '良' ? none : issue('plan.grade-does-not-pass', { grade: grade ?? '—' }),
  gradeFails: ({ given: { grade } }) => (grade === '差' ? none : issue('plan.grade-does-not-fail', { grade: grade ?? '—' })),
  gradeGiven: ({ given: { grade } }) => (grade === null ? issue('plan.no-grade') : none),
  documentGiven: ({ given }) => (given.documentNo?.trim() ? none : issue('plan.no-document')),
  targetsWhole,
  measured: ({ measured, plan }) => (measured ? none : issue('plan.not-measured', { id: plan.planId })),
  notOpposed: ({ events }) => {
    const appraised = events.findLast(({ action }) => action === 'appraise')?.detail ?? {};
    return textOf(appraised, 'conclusion') === 'oppose' ? issue('plan.opposed', { subject: textOf(appraised, 'subject') }) : none;
  },
  openProblem: (scene) =>
    problemOf(scene)?.mended === null ? none : issue('plan.no-problem', { id: textOf(scene.given.detail, 'problemId') }),
  assigned: (scene) => (problemOf(scene)?.person ? none : issue('plan.problem-nobody')),
  done: ({ given, at }) => (numberOf(given.detail, 'doneOn') <= dayOf(at) ? none : issue('plan.mended-ahead')),
  cutTold: ({ given: { detail } }) => {
    const [before, next] = [numberOrNull(detail, 'beforeFen'), numberOrNull(detail, 'nextFen')];
    return textOf(detail, 'use') !== 'cut' || (before !== null && next !== null && next < before) ? none : issue('plan.cut-how-much');
  },
  nothingOpen: ({ events }) => {
    const open = planProblemsOf(events).filter(({ mended }) => mended === null).length;
    return open > 0 ? issue('plan.problems-open', { count: open }) : none;
  },
  applied: ({ events }) => (events.some(({ action }) => action === 'apply') ? none : issue('plan.not-applied')),
  successorGiven: ({ plan, given, successor }) => {
    if (!given.successorId || !successor) return issue('plan.no-successor');
    if (successor.planId === plan.planId) return issue('plan.same-content');
    return successor.year === plan.year && successor.org === plan.org
      ? none
      : issue('plan.other-year', { year: successor.year, org: successor.org ?? '' });
  },
};

/** Everything that stands against a step; empty where it may be taken. */
export const planStepProblems = (step: PlanStep, scene: PlanScene): Issue[] => step.needs.flatMap((need) => guards[need](scene));
