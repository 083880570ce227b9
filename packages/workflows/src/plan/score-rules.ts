// Which rules score: the national sets and the bureau's own, and what would be if.
import {
  type Evaluation,
  type Instant,
  type Issue,
  type Outcome,
  type RuleSet,
  type RuleSetChanges,
  readRuleSet,
  ruleSetOf,
  ruleSets,
  type Supposition,
  suppose,
  variantRuleSets,
} from '@hengjian/domain';
import type { ScoreRulesStore, ScoringPorts } from './ports.ts';

const refuse = <T>(code: string, facts: Record<string, unknown>): Outcome<T> => {
  const issue: Issue = { code, severity: 'error', facts };
  return { ok: false, issues: [issue] };
};

const setsOf = (changes: readonly RuleSetChanges[]): RuleSet[] =>
  changes.flatMap((one) => {
    const read = readRuleSet(one, one.title);
    return read.ok ? [read.value] : [];
  });

const shipped: readonly RuleSet[] = [...Object.values(ruleSets), ...setsOf(variantRuleSets)];
const isShipped = (id: string): boolean => shipped.some((set) => set.id === id);

/** National sets first, then variants of other years and divisions, then the bureau's own. */
export const scoreRules = async (store: ScoreRulesStore): Promise<RuleSet[]> => [...shipped, ...setsOf(await store.standing())];

/** The set named, else the one that counts for the year in the bureau's division. Refusal: `measure.unknown-rules`. */
export async function rulesFor(store: ScoreRulesStore, { id, year }: { id?: string | undefined; year: number }): Promise<Outcome<RuleSet>> {
  const sets = await scoreRules(store);
  const found = id === undefined ? ruleSetOf(sets, { year, region: await store.region() }) : sets.find((set) => set.id === id);
  return found
    ? { ok: true, value: found, issues: [] }
    : refuse('measure.unknown-rules', { id, known: sets.map((set) => set.id).join('、') });
}

/** Enters local rules, or changes those of the same id. Refusals: `plan.bad-rules`, `plan.national-rules`. */
export async function enterScoreRules(
  store: ScoreRulesStore,
  given: { changes: RuleSetChanges; ended: boolean; by: string; now: Instant },
): Promise<Outcome<RuleSet>> {
  const { changes, ended, by, now } = given;
  if (isShipped(changes.id)) return refuse('plan.national-rules', { id: changes.id });
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
  ports: ScoringPorts,
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
