// The life of a plan and its monitoring as the console shows them.
import { type Actor, type Monitoring, may, type Plan, planChanges, planProblemsOf, planStateOf, planSteps } from '@hengjian/domain';
import { type PlanStore, problemsOfYearBefore } from '@hengjian/workflows';
import type { MonitoringJson, PlanLifeJson } from './schemas/plans.ts';

export async function lifeOf(store: PlanStore, plan: Plan, actor: Actor): Promise<PlanLifeJson> {
  const events = await store.eventsOf(plan.planId);
  const state = planStateOf(events);
  const others = (await store.plans()).filter(
    (one) => one.plan.year === plan.year && one.plan.org === plan.org && one.plan.planId !== plan.planId,
  );
  const steps = planSteps.filter(({ from, action }) => from === state && may(actor, `plan.step.${action}`, { state }).ok);
  const before = await predecessor(
    store,
    others.map((one) => one.plan),
    plan,
  );
  return {
    state,
    steps: steps.map(({ action, needs }) => ({ action, needs: [...needs] })),
    events: events.map(({ planId: _plan, remarks, ...event }) => ({ ...event, remarks: [...remarks] })),
    problems: planProblemsOf(events),
    carried: (await problemsOfYearBefore(store, plan)).filter(({ mended }) => mended === null),
    successors: others.map((one) => ({ planId: one.plan.planId, source: one.plan.source })),
    changes: before ? planChanges(before, plan) : [],
  };
}

/** The plan that this one replaced. */
async function predecessor(store: PlanStore, others: readonly Plan[], plan: Plan): Promise<Plan | undefined> {
  for (const other of others) {
    const events = await store.eventsOf(other.planId);
    if (events.some((event) => event.action === 'replace' && event.successorId === plan.planId)) return other;
  }
  return undefined;
}

export const monitoringOf = ({ asOf, monthTo, yearShare, projects }: Monitoring): MonitoringJson => ({
  asOf,
  monthTo,
  yearShare,
  projects: projects.map(({ project, indicators, ...one }) => ({
    projectNo: project.projectNo,
    name: project.name,
    ...one,
    indicators: indicators.map(({ indicator, unit: _unit, ...row }) => ({
      indicatorId: indicator.indicatorId,
      name: indicator.name,
      operator: indicator.operator,
      target: indicator.target,
      unit: indicator.unit,
      ...row,
    })),
  })),
});
