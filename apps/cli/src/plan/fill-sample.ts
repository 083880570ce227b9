// A year of sample registers for a plan: entries of the city's bureau, told apart from real ones by their source.
import { type SampleEntry, sampleRegisters } from '@hengjian/city';
import type { Plan } from '@hengjian/domain';
import { type Home, planStoreOf, registerStoreOf } from '@hengjian/store';
import { fillRegisters, isOverall } from '@hengjian/workflows';
import { wallClock } from '../refuse.ts';

/** People who should be insured: what the plan itself says, else the insured people of the claims. */
function populationOf(plan: Plan, insured: number): number {
  const targets = plan.projects.flatMap((project) =>
    project.indicators
      .filter((one) => /参保人数/.test(one.name) && typeof one.target === 'number')
      .map((one) => (one.target as number) * (/万/.test(one.unit ?? '') ? 10_000 : 1)),
  );
  // Residents are about 86 in a hundred of the insured.
  return Math.max(insured, ...targets.map((target) => Math.round(target / 0.95 / 0.86)), 1000);
}

/** Fills the registers of the plan's year. Answers the counts; repeatable. */
export async function fillSample(home: Home, plan: Plan, seed: number, more: readonly SampleEntry[] = []) {
  const snapshot = await home.lake.snapshot();
  const duck = await snapshot.connect();
  const providers = await duck.rows<{ providerNo: string; name: string; kind: string }>(
    'SELECT "providerNo", coalesce(name, "providerNo") AS name, kind FROM provider ORDER BY "providerNo"',
  );
  duck.close();
  const links = await planStoreOf(home.db).measuresOf(plan.planId);
  const tasks = new Set(links.filter((link) => link.measureId === 'key-task-progress').map((link) => link.indicatorId));
  const sample = sampleRegisters({
    year: plan.year,
    seed,
    population: populationOf(plan, snapshot.rowCount('person')),
    providers: providers.length
      ? providers.map((provider) => ({ ...provider, kind: provider.kind === 'pharmacy' ? ('pharmacy' as const) : ('medical' as const) }))
      : [{ providerNo: 'H0001', name: '示例医院', kind: 'medical' as const }],
    projects: plan.projects.map((project) => ({ name: project.name, budgetFen: project.budgetFen, overall: isOverall(project) })),
    tasks: plan.projects.flatMap((project) => project.indicators.filter((one) => tasks.has(one.indicatorId)).map((one) => one.name)),
  });
  return fillRegisters(registerStoreOf(home.db), {
    entries: [...sample.entries, ...more],
    complete: sample.complete,
    year: plan.year,
    source: '示例台账',
    by: '示例',
    now: wallClock(),
  });
}
