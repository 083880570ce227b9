// Measures every indicator of a plan and keeps the snapshot. Scoring comes later and never measures again.
import { measures, registers } from '@hengjian/catalog';
import {
  type Day,
  type Instant,
  type MeasurementRow,
  type MeasurementRun,
  type Outcome,
  OVERALL_PROJECT,
  type Plan,
  type PlanProject,
  type ProjectExecution,
  type Register,
  yearStartOf,
} from '@hengjian/domain';
import type { Asked, MeasurePoint, MeasureTree, PartTree } from '@hengjian/language';
import { eq, field, foldPart } from '@hengjian/language';
import type { MeasureReader } from './measure-value.ts';
import { measureValue } from './measure-value.ts';
import type { PlanStore } from './ports.ts';

/** The records as they are at one moment, ready to be measured. Close it. */
export interface Measuring {
  reader: MeasureReader;
  lakeVersion: number;
  registerSerial: number;
  close(): Promise<void>;
}

export interface MeasuringPort {
  /** `asOf` decides which adjustments of the budget count. */
  open(plan: Plan, asOf: Day): Promise<Measuring>;
}

/** A department-wide indicator counts what belongs to any project; a project's indicator only its own. */
export const isOverall = (project: Pick<PlanProject, 'name' | 'kind'>): boolean =>
  project.kind === 'overall' || project.name === OVERALL_PROJECT;

/** What is asked of a measure for an indicator: the year up to `asOf`, of its own project or, department-wide, of all. */
export const askedOf = (project: PlanProject, indicator: { name: string; group: string | null } | null, asOf: Day): Asked => ({
  from: yearStartOf(asOf),
  to: asOf,
  project: isOverall(project) ? null : project.name,
  indicator: indicator?.name ?? null,
  goal: indicator?.group ?? null,
  budget: project.name,
});

/** The measure of that id; undefined for null and for an id the catalogue does not have. */
export const measureById = (id: string | null): MeasureTree | undefined =>
  id === null ? undefined : (measures as Record<string, MeasureTree>)[id];

const moneyPart = (from: string, day: string, column: string): PartTree => ({
  title: column,
  from,
  day: { op: 'field', name: day },
  take: { kind: 'sum', of: { op: 'field', name: column } },
  behaviour: 'cumulative',
  unit: '分',
  within: { column: 'project', of: 'project' },
});
const received = moneyPart('register:budget-receipts', 'receivedOn', 'amountFen');
/** Codes of where the money comes from, as the register declares them. */
const origins = Object.keys((registers['budget-receipts'] as Register).fields.find((one) => one.name === 'origin')?.codes ?? {});
const paid = moneyPart('register:budget-payments', 'paidOn', 'amountFen');
const adjusted: PartTree = {
  ...moneyPart('plan_project', '', 'adjustedFen'),
  day: null,
  behaviour: 'latest',
  within: { column: 'project', of: 'budget' },
};

async function executionOf(project: PlanProject, asOf: Day, reader: MeasureReader): Promise<ProjectExecution> {
  const asked = askedOf(project, null, asOf);
  const money = async (part: PartTree): Promise<number | null> => {
    const points: MeasurePoint[] = await reader.points(part, asked);
    const { value, seen } = foldPart(part, points, asOf);
    if (seen > 0) return value;
    return (await reader.complete(part.from, asked.from, asOf)) ? 0 : null;
  };
  const receivedFen = await money(received);
  const byOrigin: Record<string, number> = {};
  for (const origin of receivedFen === null ? [] : origins)
    byOrigin[origin] = (await money({ ...received, where: eq(field('origin'), origin) })) ?? 0;
  return {
    projectNo: project.projectNo,
    budgetFen: project.budgetFen,
    adjustedFen: project.budgetFen === null ? null : await money(adjusted),
    receivedFen,
    ...(receivedFen === null ? {} : { receivedByOriginFen: byOrigin }),
    paidFen: await money(paid),
  };
}

/**
 * Refusal: `plan.unknown`. `runId` and `now` are given by the caller. Suggested measures are measured too and marked as
 * suggested; an indicator without a measure has a row that says so.
 */
export async function measurePlan(
  ports: { plans: PlanStore; measuring: MeasuringPort },
  given: { planId: string; asOf: Day; runId: string; now: Instant; onProgress?: (done: number, all: number) => void },
): Promise<Outcome<MeasurementRun>> {
  const { planId, asOf, runId, now } = given;
  const adopted = await ports.plans.plan(planId);
  if (!adopted) return { ok: false, issues: [{ code: 'plan.unknown', severity: 'error', facts: { id: planId } }] };
  const { plan } = adopted;
  const links = new Map((await ports.plans.measuresOf(planId)).map((link) => [link.indicatorId, link]));
  const measuring = await ports.measuring.open(plan, asOf);
  try {
    const asks = plan.projects.flatMap((project) => project.indicators.map((indicator) => ({ project, indicator })));
    let done = 0;
    // All at once, so that the reader can ask for what they share in one scan.
    const rows = await Promise.all(
      asks.map(async ({ project, indicator }): Promise<MeasurementRow> => {
        const link = links.get(indicator.indicatorId);
        const measure = link && link.state !== 'rejected' ? measureById(link.measureId) : undefined;
        const measured = measure ? await measureValue(measure, askedOf(project, indicator, asOf), measuring.reader) : null;
        given.onProgress?.(++done, asks.length);
        return {
          indicatorId: indicator.indicatorId,
          measureId: measure?.id ?? null,
          state: measure ? (link?.state as 'confirmed' | 'suggested') : null,
          measured,
        };
      }),
    );
    const executions: ProjectExecution[] = await Promise.all(plan.projects.map((project) => executionOf(project, asOf, measuring.reader)));
    const { lakeVersion, registerSerial } = measuring;
    const run: MeasurementRun = { runId, planId, asOf, measuredAt: now, lakeVersion, registerSerial, rows, executions };
    await ports.plans.saveRun(run);
    return { ok: true, value: run, issues: [] };
  } finally {
    await measuring.close();
  }
}
