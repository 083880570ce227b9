/**
 * 结果应用 in the next draft (中发〔2018〕34号, 财预〔2020〕10号): what came of a row and of a form last year stands beside it while the next
 * year's targets are drawn up. Where the target was far off another one is proposed with its reason; a person takes it or keeps the old.
 */
import { dayOfDate } from '../time.ts';
import type { DraftContent, DraftProject, LastOfProject, LastOfRow, Proposal } from './draft.ts';
import type { EvaluatedIndicator, EvaluatedProject, Evaluation } from './evaluation/evaluation.ts';
import { actualText, totalText } from './evaluation/words.ts';
import type { PlanEvent } from './life/events.ts';
import type { ResultUse } from './life/forms.ts';
import type { Plan } from './plan.ts';
import type { IndicatorOperator } from './read-document.ts';
import { wanOfFen } from './to-document.ts';

/** The row as the rules see it: by what factor the target was reached, more than 1 is better; null where that says nothing. */
function reachedOf(operator: IndicatorOperator, target: number | string | null, actual: number | null): number | null {
  if (typeof target !== 'number' || target <= 0 || actual === null || actual < 0 || operator === 'qualitative') return null;
  const less = operator === '≤' || operator === '<';
  if (less && actual === 0) return null;
  return less ? target / actual : actual / target;
}

/** Two figures, to the easier side: what was reached once may be asked again. Counts stay whole. */
function easier(value: number, target: number, operator: IndicatorOperator): number {
  const step = Math.max(10 ** (Math.floor(Math.log10(value)) - 1), Number.isInteger(target) ? 1 : 0);
  const steps = value / step;
  const whole =
    operator === '≤' || operator === '<' ? Math.ceil(steps - 1e-9) : operator === '=' ? Math.round(steps) : Math.floor(steps + 1e-9);
  return Number((whole * step).toPrecision(12));
}

/**
 * Another target where last year's was far off by the rules' own measure of far (`farAboveRatio`, no national number exists); below, by
 * as much. A share stays within 100 %.
 */
export function proposedTarget(
  { operator, target, unit }: { operator: IndicatorOperator; target: number | string | null; unit: string | null },
  actual: number | null,
  farAboveRatio: number,
): Proposal | null {
  const reached = reachedOf(operator, target, actual);
  if (reached === null || typeof target !== 'number' || actual === null || actual === 0) return null;
  const far = reached > farAboveRatio ? 'far-above' : reached < 2 - farAboveRatio ? 'far-below' : null;
  if (far === null) return null;
  const rounded = easier(actual, target, operator);
  const value = unit === '%' && target <= 100 ? Math.min(100, rounded) : rounded;
  return value === target || value === 0 ? null : { value, why: far, reached, answer: null };
}

/** Words after the approval: remarks of the evaluation and of the rectification, on a row or (null) on the form itself. */
const remarksOn = (events: readonly PlanEvent[], projectNo: number, indicatorId: string | null) =>
  events
    .filter(({ action }) => action === 'evaluate' || action === 'rectify')
    .flatMap(({ remarks }) => remarks)
    .filter((remark) => remark.projectNo === projectNo && remark.indicatorId === indicatorId)
    .map(({ text }) => text);

function lastOfRow(row: EvaluatedIndicator, projectNo: number, events: readonly PlanEvent[], farAboveRatio: number | null): LastOfRow {
  const { indicator, actual, unit, score, statement } = row;
  const sameUnit = unit === null || indicator.unit === null || unit === indicator.unit;
  return {
    target: indicator.target,
    actual: actualText(row),
    unit: actual === null ? null : unit,
    score: score.score,
    weight: score.weight,
    reason: statement?.reason ?? null,
    improvement: statement?.improvement ?? null,
    remarks: remarksOn(events, projectNo, indicator.indicatorId),
    proposal: farAboveRatio !== null && sameUnit ? proposedTarget(indicator, actual, farAboveRatio) : null,
  };
}

/** A use names its budget in words: the form that is named, else the department-wide form or the only one. */
function usesOf(plan: Plan, projectNo: number, events: readonly PlanEvent[]) {
  const first = plan.projects.find(({ kind }) => kind === 'overall') ?? plan.projects[0];
  return events
    .filter(({ action }) => action === 'apply')
    .flatMap(({ detail }) => {
      const subject = String(detail.subject ?? '');
      const named = plan.projects.find(({ name, kind }) => kind !== 'overall' && subject.includes(name));
      return (named ?? first)?.projectNo === projectNo ? [{ use: detail.use as ResultUse, subject, nextFen: detail.nextFen }] : [];
    });
}

function lastOfProject(plan: Plan, one: EvaluatedProject, events: readonly PlanEvent[]): LastOfProject {
  const { projectNo } = one.project;
  const uses = usesOf(plan, projectNo, events);
  const next = uses.flatMap(({ nextFen }) => (typeof nextFen === 'number' ? [nextFen] : [])).at(-1);
  return {
    year: plan.year,
    total: totalText(one),
    // The evaluation's grade stands before that of the self-evaluation.
    grade: events.findLast(({ action }) => action === 'evaluate')?.grade ?? (one.total.full === 0 ? null : one.total.grade),
    remarks: remarksOn(events, projectNo, null),
    uses: uses.map(({ use, subject }) => ({ use, subject })),
    budget: next === undefined ? null : { value: wanOfFen(next) as number, why: 'decided', reached: null, answer: null },
  };
}

/**
 * The draft with last year's results beside its rows (`content` was begun from `evaluation.plan`: forms and rows in its order). Before
 * the year is over no target is proposed: what is missing may still come.
 */
export function withLastYear(content: DraftContent, evaluation: Evaluation, events: readonly PlanEvent[]): DraftContent {
  const { plan, rules, asOf } = evaluation;
  const far = asOf >= dayOfDate(plan.year, 12, 31) ? rules.farAboveRatio : null;
  return {
    ...content,
    projects: content.projects.map((project, index): DraftProject => {
      const one = evaluation.projects[index];
      if (!one) return project;
      return {
        ...project,
        last: lastOfProject(plan, one, events),
        rows: project.rows.map((row, at) => {
          const evaluated = one.indicators[at];
          return evaluated ? { ...row, last: lastOfRow(evaluated, one.project.projectNo, events, far) } : row;
        }),
      };
    }),
  };
}

/** Proposals that nobody answered yet. */
export const openProposals = ({ projects }: DraftContent): number =>
  projects
    .flatMap(({ last, rows }) => [last?.budget, ...rows.map((row) => row.last?.proposal)])
    .filter((proposal) => proposal && proposal.answer === null).length;
