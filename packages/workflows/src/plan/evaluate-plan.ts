import { type Evaluation, evaluate, type Outcome, type RuleSet } from '@hengjian/domain';
import type { ScoringPorts } from './ports.ts';
import { rulesFor } from './score-rules.ts';

/**
 * Scores the last measurement of a plan (or the run named) by the rules named, else by those of its year and the bureau's division.
 * Refusals: `plan.unknown`, `measure.no-run`, `measure.unknown-rules`. Nothing is measured here.
 */
export async function evaluatePlan(
  ports: ScoringPorts,
  given: { planId: string; runId?: string | undefined; rules?: string | RuleSet | undefined },
): Promise<Outcome<Evaluation>> {
  const refuse = (code: string, facts: Record<string, unknown>): Outcome<Evaluation> => ({
    ok: false,
    issues: [{ code, severity: 'error', facts }],
  });
  const { planId, runId } = given;
  const adopted = await ports.plans.plan(planId);
  if (!adopted) return refuse('plan.unknown', { id: planId });
  const run = runId ? await ports.plans.run(runId) : await ports.plans.lastRun(planId);
  if (!run || run.planId !== planId) return refuse('measure.no-run', { planId });
  const rules =
    typeof given.rules === 'object'
      ? { ok: true as const, value: given.rules }
      : await rulesFor(ports.rules, { id: given.rules, year: adopted.plan.year });
  if (!rules.ok) return rules;
  return { ok: true, value: evaluate(adopted.plan, run, await ports.plans.statementsOf(planId), rules.value), issues: [] };
}
