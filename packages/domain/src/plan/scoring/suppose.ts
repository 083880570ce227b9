// What if: the same measured plan with other actuals or targets, by several rule sets. Nothing is measured and nothing is kept.
import type { IndicatorStatement, MeasurementRun } from '../../measure/measurement.ts';
import { type Evaluation, evaluate } from '../evaluation/evaluation.ts';
import type { Plan } from '../plan.ts';
import type { RuleSet } from './rule-set.ts';

/** Of one indicator, in its own unit; what is left out stays as it is. */
export interface Supposition {
  indicatorId: string;
  actual?: number;
  target?: number;
}

/** The evaluations by each rule set, in their order, under the suppositions. */
export function suppose(
  given: { plan: Plan; run: MeasurementRun; statements: readonly IndicatorStatement[] },
  suppositions: readonly Supposition[],
  rules: readonly RuleSet[],
): Evaluation[] {
  const wished = new Map(suppositions.map((one) => [one.indicatorId, one]));
  const plan: Plan = {
    ...given.plan,
    projects: given.plan.projects.map((project) => ({
      ...project,
      indicators: project.indicators.map((row) => ({ ...row, target: wished.get(row.indicatorId)?.target ?? row.target })),
    })),
  };
  const replaced = new Set(suppositions.filter(({ actual }) => actual !== undefined).map(({ indicatorId }) => indicatorId));
  const run = { ...given.run, rows: given.run.rows.map((row) => (replaced.has(row.indicatorId) ? { ...row, measured: null } : row)) };
  const said = new Map(given.statements.map((one) => [one.indicatorId, one]));
  for (const { indicatorId, actual } of suppositions) {
    if (actual === undefined) continue;
    const blank = {
      indicatorId,
      actualText: null,
      grade: null,
      part: null,
      reason: null,
      improvement: null,
      evidence: null,
      by: '',
      at: 0,
    };
    said.set(indicatorId, { ...(said.get(indicatorId) ?? blank), actual });
  }
  return rules.map((one) => evaluate(plan, run, [...said.values()], one));
}
