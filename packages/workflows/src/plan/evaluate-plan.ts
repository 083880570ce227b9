import { type Evaluation, evaluate, type Outcome, type RuleSet, ruleSets } from '@hengjian/domain';
import type { PlanStore } from './ports.ts';

/**
 * Scores the last measurement of a plan (or the run named). Refusals: `plan.unknown`, `measure.no-run`, `measure.unknown-rules`.
 * Nothing is measured here.
 */
export async function evaluatePlan(
  store: PlanStore,
  given: { planId: string; runId?: string; rules?: string | RuleSet },
): Promise<Outcome<Evaluation>> {
  const refuse = (code: string, facts: Record<string, unknown>): Outcome<Evaluation> => ({
    ok: false,
    issues: [{ code, severity: 'error', facts }],
  });
  const rules = typeof given.rules === 'object' ? given.rules : (ruleSets as Record<string, RuleSet>)[given.rules ?? 'cy-2020-10'];
  if (!rules) return refuse('measure.unknown-rules', { id: given.rules, known: Object.keys(ruleSets).join('、') });
  const adopted = await store.plan(given.planId);
  if (!adopted) return refuse('plan.unknown', { id: given.planId });
  const run = given.runId ? await store.run(given.runId) : await store.lastRun(given.planId);
  if (!run || run.planId !== given.planId) return refuse('measure.no-run', { planId: given.planId });
  return { ok: true, value: evaluate(adopted.plan, run, await store.statementsOf(given.planId), rules), issues: [] };
}
