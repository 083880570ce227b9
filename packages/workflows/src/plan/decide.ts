// What people say about a plan's indicators: which measure answers one, what was reached, why a target was missed.
import type { IndicatorStatement, Outcome } from '@hengjian/domain';
import { measureById } from './measure-plan.ts';
import type { PlanStore, ScoringPorts } from './ports.ts';
import { rulesFor } from './score-rules.ts';

const refuse = <T>(code: string, facts: Record<string, unknown>): Outcome<T> => ({
  ok: false,
  issues: [{ code, severity: 'error', facts }],
});

async function knows(store: PlanStore, planId: string, indicatorId: string): Promise<boolean> {
  const adopted = await store.plan(planId);
  return adopted?.plan.projects.some((project) => project.indicators.some((one) => one.indicatorId === indicatorId)) ?? false;
}

/** `<planId>-<projectNo>-<position>` → plan id. */
export const planIdOfIndicator = (indicatorId: string): string => indicatorId.split('-').slice(0, 2).join('-');

/** Confirms a measure for an indicator; null says that none answers it. Refusals: `plan.unknown-indicator`, `plan.unknown-measure`. */
export async function decideMeasure(
  store: PlanStore,
  given: { indicatorId: string; measureId: string | null; by: string },
): Promise<Outcome<{ indicatorId: string; measureId: string | null }>> {
  const { indicatorId, measureId, by } = given;
  if (!(await knows(store, planIdOfIndicator(indicatorId), indicatorId))) return refuse('plan.unknown-indicator', { id: indicatorId });
  if (measureId !== null && !measureById(measureId)) return refuse('plan.unknown-measure', { id: measureId });
  await store.decideMeasures([{ indicatorId, measureId, state: measureId === null ? 'rejected' : 'confirmed', confidence: null, by }]);
  return { ok: true, value: { indicatorId, measureId }, issues: [] };
}

/** Confirms every suggestion of a plan that still waits. Answers how many. */
export async function confirmSuggestions(store: PlanStore, planId: string, by: string): Promise<Outcome<number>> {
  if (!(await store.plan(planId))) return refuse('plan.unknown', { id: planId });
  const waiting = (await store.measuresOf(planId)).filter((link) => link.state === 'suggested' && link.measureId !== null);
  await store.decideMeasures(waiting.map((link) => ({ ...link, state: 'confirmed' as const, by })));
  return { ok: true, value: waiting.length, issues: [] };
}

/** Notes an actual, a grade, a reason. Refusals: `plan.unknown-indicator`, `plan.part-out-of-grade`. */
export async function stateIndicator(ports: ScoringPorts, statement: IndicatorStatement): Promise<Outcome<IndicatorStatement>> {
  const { indicatorId, grade, part } = statement;
  const planId = planIdOfIndicator(indicatorId);
  if (!(await knows(ports.plans, planId, indicatorId))) return refuse('plan.unknown-indicator', { id: indicatorId });
  if (grade !== null && part !== null) {
    const rules = await rulesFor(ports.rules, { year: (await ports.plans.plan(planId))?.plan.year ?? 0 });
    if (!rules.ok) return rules;
    const bounds = rules.value.qualitative[grade];
    if (part < bounds.from || part > bounds.to)
      return refuse('plan.part-out-of-grade', { part, grade: bounds.title, from: bounds.from, to: bounds.to });
  }
  await ports.plans.state(statement);
  return { ok: true, value: statement, issues: [] };
}
