// 双监控 of a plan's last measurement: nothing is measured here.
import { type Evaluation, evaluate, type Monitoring, monitor, type Outcome, ruleSets, type SeriesBehaviour } from '@hengjian/domain';
import { partsOf } from '@hengjian/language';
import { measureById } from './measure-plan.ts';
import type { PlanStore } from './ports.ts';

/** A sum or count adds up over the year; shares, means, growth and stocks stand at a value. */
export function behaviourOf(measureId: string): SeriesBehaviour {
  const measure = measureById(measureId);
  if (!measure || measure.growth || measure.over || measure.shape.kind === 'ratio') return 'level';
  return partsOf(measure.shape).every((part) => part.behaviour === 'cumulative') ? 'flow' : 'level';
}

/** Refusals: `plan.unknown`, `measure.no-run`. */
export async function monitorPlan(
  store: PlanStore,
  given: { planId: string; runId?: string },
): Promise<Outcome<{ monitoring: Monitoring; evaluation: Evaluation }>> {
  const refuse = (code: string, facts: Record<string, unknown>): Outcome<never> => ({
    ok: false,
    issues: [{ code, severity: 'error', facts }],
  });
  const { planId, runId } = given;
  const adopted = await store.plan(planId);
  if (!adopted) return refuse('plan.unknown', { id: planId });
  const run = runId ? await store.run(runId) : await store.lastRun(planId);
  if (!run || run.planId !== planId) return refuse('measure.no-run', { planId });
  const evaluation = evaluate(adopted.plan, run, await store.statementsOf(planId), ruleSets['cy-2020-10']);
  return { ok: true, value: { evaluation, monitoring: monitor({ evaluation, run, behaviourOf }) }, issues: [] };
}
