// A plan as the console shows it: rows with target, actual, score, and how the actual came about.
import {
  actualText,
  type EvaluatedIndicator,
  type EvaluatedProject,
  evaluate,
  type IndicatorMeasure,
  type Language,
  reasonText,
  ruleSets,
} from '@hengjian/domain';
import { type AdoptedPlan, measureById, type PlanStore } from '@hengjian/workflows';
import { said } from './refusal.ts';
import type { IndicatorRow, PlanFileJson, PlanHead, PlanProjectJson } from './schemas/plans.ts';

export const headOf = ({ plan, adoptedAt, adoptedBy, inForce }: AdoptedPlan): PlanHead => ({
  planId: plan.planId,
  year: plan.year,
  org: plan.org,
  kind: plan.kind,
  source: plan.source,
  adoptedAt,
  adoptedBy,
  inForce,
  projectCount: plan.projects.length,
  indicatorCount: plan.projects.reduce((sum, project) => sum + project.indicators.length, 0),
  totalFen: plan.totalFen,
});

/** Scored by the last measurement and what people stated; all unknown where nothing was measured yet. */
export async function planFileOf(store: PlanStore, adopted: AdoptedPlan, language: Language): Promise<PlanFileJson> {
  const { plan } = adopted;
  const [run, statements, links] = await Promise.all([
    store.lastRun(plan.planId),
    store.statementsOf(plan.planId),
    store.measuresOf(plan.planId),
  ]);
  const rules = ruleSets['cy-2020-10'];
  const nothing = { runId: '', planId: plan.planId, asOf: 0, measuredAt: 0, lakeVersion: 0, registerSerial: 0, rows: [], executions: [] };
  const { projects, summary } = evaluate(plan, run ?? nothing, statements, rules);
  const byId = new Map(links.map((link) => [link.indicatorId, link]));
  return {
    ...headOf(adopted),
    rules: { id: rules.id, title: rules.title },
    run: run ? { runId: run.runId, asOf: run.asOf, measuredAt: run.measuredAt, lakeVersion: run.lakeVersion } : null,
    summary,
    findings: plan.findings.map((issue) => said(issue, language).message),
    projects: projects.map((project) => projectOf(project, byId)),
  };
}

function projectOf(evaluated: EvaluatedProject, links: ReadonlyMap<string, IndicatorMeasure>): PlanProjectJson {
  const { project, execution, executionScore, total, indicators } = evaluated;
  return {
    projectNo: project.projectNo,
    name: project.name,
    kind: project.kind,
    goals: project.goals,
    budgetFen: project.budgetFen,
    adjustedFen: execution.adjustedFen,
    paidFen: execution.paidFen,
    execution: executionScore,
    total,
    indicators: indicators.map((row) => rowOf(row, links.get(row.indicator.indicatorId))),
  };
}

function rowOf(row: EvaluatedIndicator, link: IndicatorMeasure | undefined): IndicatorRow {
  const measure = link ? measureById(link.measureId) : undefined;
  const { indicatorId: _, ...statement } = row.statement ?? { indicatorId: '' };
  return {
    ...row.indicator,
    link: link
      ? {
          measureId: link.measureId,
          title: measure?.title.zh ?? null,
          about: measure?.about ?? null,
          state: link.state,
          confidence: link.confidence,
          by: link.by,
        }
      : null,
    origin: row.origin,
    actual: row.actual,
    actualUnit: row.unit,
    actualText: actualText(row),
    score: row.score.score,
    met: row.score.met,
    reason: reasonText(row),
    measured: row.measured,
    statement: row.statement ? (statement as NonNullable<IndicatorRow['statement']>) : null,
  };
}
