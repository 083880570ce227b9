// The indicator library: every row of every document read and every plan adopted, and what people decided about it.
import { convert, type LibraryEntry, type LibraryUse, libraryOf, type ReadIndicator } from '@hengjian/domain';
import type { AdoptedPlan, KeptReading, PlanStore } from './ports.ts';

const usesOfReading = ({ documentId, file, org, year, projects }: KeptReading): LibraryUse[] =>
  projects.flatMap((project) =>
    project.indicators.map(
      ({ level1, level2, name, operator, value, unit, weight, actual, line }: ReadIndicator): LibraryUse => ({
        org,
        year,
        project: project.name,
        level1,
        level2,
        name,
        operator,
        target: value,
        unit,
        weight,
        actual,
        source: { kind: 'document', id: documentId, file, line },
      }),
    ),
  );

async function usesOfPlan(store: PlanStore, { plan }: AdoptedPlan): Promise<LibraryUse[]> {
  const [run, statements] = [await store.lastRun(plan.planId), await store.statementsOf(plan.planId)];
  const measured = new Map(run?.rows.map((row) => [row.indicatorId, row.measured]));
  const stated = new Map(statements.map((one) => [one.indicatorId, one]));
  return plan.projects.flatMap((project) =>
    project.indicators.map(({ indicatorId, position, level1, level2, name, operator, target, unit, weight }): LibraryUse => {
      const found = measured.get(indicatorId);
      const value = found?.value == null ? null : (convert(found.value, found.unit, unit)?.value ?? null);
      const said = stated.get(indicatorId);
      return {
        org: plan.org,
        year: plan.year,
        project: project.name,
        level1,
        level2,
        name,
        operator,
        target,
        unit,
        weight,
        actual: value ?? said?.actual ?? said?.actualText ?? null,
        source: { kind: 'plan', id: plan.planId, file: plan.source, line: position },
      };
    }),
  );
}

/** Everything that is known of indicators, whoever declared them. Plans that an adjustment replaced still tell what was once promised. */
export async function indicatorLibrary(store: PlanStore, readings: readonly KeptReading[]): Promise<LibraryEntry[]> {
  const plans: LibraryUse[] = [];
  for (const adopted of await store.plans()) plans.push(...(await usesOfPlan(store, adopted)));
  return libraryOf([...plans, ...readings.flatMap(usesOfReading)], await store.remembered());
}
