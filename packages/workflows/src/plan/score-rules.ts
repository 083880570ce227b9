// Which rules score: the national sets and the bureau's own, and what would be if.
import {
  type Evaluation,
  type Instant,
  type Issue,
  type Outcome,
  type RuleSet,
  type RuleSetChanges,
  readRuleSet,
  ruleSets,
  type Supposition,
  suppose,
} from '@hengjian/domain';
import type { PlanStore, ScoreRulesStore } from './ports.ts';

const refuse = <T>(code: string, facts: Record<string, unknown>): Outcome<T> => {
  const issue: Issue = { code, severity: 'error', facts };
  return { ok: false, issues: [issue] };
};

/** National sets first, then the bureau's own. */
export async function scoreRules(store: ScoreRulesStore): Promise<RuleSet[]> {
  const own = (await store.standing()).flatMap((changes) => {
    const read = readRuleSet(changes, changes.title);
    return read.ok ? [read.value] : [];
  });
  return [...Object.values(ruleSets), ...own];
}

/** Enters local rules, or changes those of the same id. Refusals: `plan.bad-rules`, `plan.national-rules`. */
export async function enterScoreRules(
  store: ScoreRulesStore,
  given: { changes: RuleSetChanges; ended: boolean; by: string; now: Instant },
): Promise<Outcome<RuleSet>> {
  const { changes, ended, by, now } = given;
  if (changes.id in ruleSets) return refuse('plan.national-rules', { id: changes.id });
  const read = readRuleSet(changes, changes.title);
  if (!read.ok) return read;
  await store.enter(changes, ended, by, now);
  return read;
}

/**
 * The last measurement under suppositions, by each of the rule sets named. Refusals: `plan.unknown`, `measure.no-run`,
 * `measure.unknown-rules`, `plan.unknown-indicator`. Nothing is kept.
 */
export async function supposePlan(
  ports: { plans: PlanStore; rules: ScoreRulesStore },
  given: { planId: string; rules: readonly string[]; suppositions: readonly Supposition[] },
): Promise<Outcome<{ as: Evaluation[]; if: Evaluation[] }>> {
  const { planId, suppositions } = given;
  const adopted = await ports.plans.plan(planId);
  if (!adopted) return refuse('plan.unknown', { id: planId });
  const run = await ports.plans.lastRun(planId);
  if (!run) return refuse('measure.no-run', { planId });
  const known = await scoreRules(ports.rules);
  const rules: RuleSet[] = [];
  for (const id of given.rules) {
    const found = known.find((one) => one.id === id);
    if (!found) return refuse('measure.unknown-rules', { id, known: known.map((one) => one.id).join('、') });
    rules.push(found);
  }
  const ids = new Set(adopted.plan.projects.flatMap(({ indicators }) => indicators.map(({ indicatorId }) => indicatorId)));
  const stranger = suppositions.find(({ indicatorId }) => !ids.has(indicatorId));
  if (stranger) return refuse('plan.unknown-indicator', { id: stranger.indicatorId });
  const whole = { plan: adopted.plan, run, statements: await ports.plans.statementsOf(planId) };
  return { ok: true, value: { as: suppose(whole, [], rules), if: suppose(whole, suppositions, rules) }, issues: [] };
}
