// What the year before left open: the next year's report has to answer for it.
import { type CarriedProblem, type Plan, planProblemsOf } from '@hengjian/domain';
import type { PlanStore } from './ports.ts';

/** Problems of the same body's plan in force the year before: all of them, mended and open. */
export async function problemsOfYearBefore(store: PlanStore, { year, org }: Plan): Promise<CarriedProblem[]> {
  const before = (await store.plans()).find(({ plan, inForce }) => inForce && plan.year === year - 1 && plan.org === org)?.plan;
  if (!before) return [];
  return planProblemsOf(await store.eventsOf(before.planId)).map((problem) => {
    const project = before.projects.find(({ projectNo }) => projectNo === problem.remark.projectNo);
    const indicator = project?.indicators.find(({ indicatorId }) => indicatorId === problem.remark.indicatorId);
    return { ...problem, place: [project?.name, indicator?.name].filter(Boolean).join('：') };
  });
}
