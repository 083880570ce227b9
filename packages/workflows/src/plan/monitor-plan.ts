// 双监控 of a plan's last measurement: nothing is measured here.
import { type Evaluation, type Monitoring, monitor, type Outcome, type SeriesBehaviour } from '@hengjian/domain';
import { partsOf } from '@hengjian/language';
import { evaluatePlan } from './evaluate-plan.ts';
import { measureById } from './measure-plan.ts';
import type { ScoringPorts } from './ports.ts';

/** A sum or count adds up over the year; shares, means, growth and stocks stand at a value. */
export function behaviourOf(measureId: string): SeriesBehaviour {
  const measure = measureById(measureId);
  if (!measure || measure.growth || measure.over || measure.shape.kind === 'ratio') return 'level';
  return partsOf(measure.shape).every((part) => part.behaviour === 'cumulative') ? 'flow' : 'level';
}

/** Refusals: `plan.unknown`, `measure.no-run`. */
export async function monitorPlan(
  ports: ScoringPorts,
  given: { planId: string; runId?: string },
): Promise<Outcome<{ monitoring: Monitoring; evaluation: Evaluation }>> {
  const evaluated = await evaluatePlan(ports, given);
  if (!evaluated.ok) return evaluated;
  const evaluation = evaluated.value;
  const run = await ports.plans.run(evaluation.runId);
  if (!run) throw new Error(`run ${evaluation.runId} is gone`);
  return { ok: true, value: { evaluation, monitoring: monitor({ evaluation, run, behaviourOf }) }, issues: [] };
}
