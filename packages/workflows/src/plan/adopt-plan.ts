import { createHash } from 'node:crypto';
import {
  type IndicatorMeasure,
  type Instant,
  indicatorKey,
  lockedStates,
  type Outcome,
  type Plan,
  plainProject,
  planFromDocument,
  planStateOf,
  type ReadDocument,
  type RememberedMeasure,
  rememberedMeasure,
} from '@hengjian/domain';
import { planIdOfIndicator } from './decide.ts';
import { measureById } from './measure-plan.ts';
import type { PlanStore } from './ports.ts';

/** Follows from year and content; the file's name and the reader's warnings have no part in it. */
function planIdOf(document: ReadDocument, year: number): string {
  const content = {
    year,
    org: document.org,
    totals: document.totals,
    projects: document.projects.map(({ name, kind, budgetWan, goals, indicators }) => ({
      name,
      kind,
      budgetWan,
      goals,
      indicators: indicators.map(({ level1, level2, name, operator, value, unit, weight, group }) => [
        level1,
        level2,
        name,
        operator,
        value,
        unit,
        weight,
        group,
      ]),
    })),
  };
  return `P${year}-${createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8)}`;
}

export interface Adoption {
  plan: Plan;
  /** False when the same form was adopted before. */
  isNew: boolean;
  /** Suggested for each indicator; measureId null where nothing fits for certain. */
  suggestions: IndicatorMeasure[];
}

/** What people decided about the same question before goes before what the catalogue would suggest; a question nobody may answer stays open. */
function withMemory(plan: Plan, suggestions: readonly IndicatorMeasure[], remembered: readonly RememberedMeasure[]): IndicatorMeasure[] {
  const others = remembered.filter(({ indicatorId }) => planIdOfIndicator(indicatorId) !== plan.planId);
  const rows = new Map(
    plan.projects.flatMap((project) => project.indicators.map((row) => [row.indicatorId, { project: project.name, row }] as const)),
  );
  return suggestions.map((link) => {
    const found = rows.get(link.indicatorId);
    const known = found
      ? rememberedMeasure(others, { key: indicatorKey(found.row), project: plainProject(found.project), wording: found.row.wording })
      : undefined;
    if (!known || (known.measureId !== null && !measureById(known.measureId))) return link;
    return { ...link, measureId: known.measureId, confidence: known.measureId === null ? null : 1, by: REMEMBERED };
  });
}

/** Who suggests what a person once confirmed. */
export const REMEMBERED = '指标库';

/**
 * A read form becomes the plan in force of its year, unless that year's targets are approved (`plan.locked`). `suggest` names a measure per indicator; with `confirm` the suggestions count
 * as confirmed by `by`. Decisions that people took before are never overwritten by adopting again.
 */
export async function adoptPlan(
  store: PlanStore,
  given: {
    document: ReadDocument;
    year: number;
    by: string;
    now: Instant;
    confirm: boolean;
    suggest: (plan: Plan) => IndicatorMeasure[];
  },
): Promise<Outcome<Adoption>> {
  const { document, year, by, now, confirm } = given;
  const outcome = planFromDocument(document, year, planIdOf(document, year));
  if (!outcome.ok) return outcome;
  const plan = outcome.value;
  const rival = (await store.plans()).find((one) => one.inForce && one.plan.year === plan.year && one.plan.org === plan.org);
  const state = rival && rival.plan.planId !== plan.planId ? planStateOf(await store.eventsOf(rival.plan.planId)) : 'draft';
  if (rival && state !== 'adjusting' && lockedStates.includes(state))
    return { ok: false, issues: [{ code: 'plan.locked', severity: 'error', facts: { id: rival.plan.planId, state } }] };
  // While an adjustment is asked for, its targets wait for the finance department and are not in force.
  const { isNew } = state === 'adjusting' ? await store.keep(plan) : await store.adopt(plan, by, now);
  const suggestions = withMemory(plan, given.suggest(plan), await store.remembered());
  const decided = new Map((await store.measuresOf(plan.planId)).map((link) => [link.indicatorId, link]));
  const news = suggestions.flatMap((link): IndicatorMeasure[] => {
    const old = decided.get(link.indicatorId);
    if (old && old.state !== 'suggested') return [];
    const state = confirm && link.measureId !== null ? 'confirmed' : 'suggested';
    if (old && old.state === state && old.measureId === link.measureId) return [];
    return [{ ...link, state, by: state === 'confirmed' ? by : link.by }];
  });
  await store.decideMeasures(news);
  return { ok: true, value: { plan, isNew, suggestions: await store.measuresOf(plan.planId) }, issues: outcome.issues };
}
