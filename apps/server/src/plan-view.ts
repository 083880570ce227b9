// A plan as the console shows it: rows with target, actual, score, and how the actual came about.
import {
  actualText,
  type EvaluatedIndicator,
  type EvaluatedProject,
  type Evaluation,
  evaluate,
  explainScore,
  gradeText,
  type IndicatorMeasure,
  type Language,
  type RuleSet,
  reasonText,
  totalText,
} from '@hengjian/domain';
import { type AdoptedPlan, measureById, type PlanStore } from '@hengjian/workflows';
import { said } from './refusal.ts';
import type { IndicatorRow, PlanFileJson, PlanHead, PlanProjectJson, SupposedJson } from './schemas/plans.ts';

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
export async function planFileOf(store: PlanStore, adopted: AdoptedPlan, rules: RuleSet, language: Language): Promise<PlanFileJson> {
  const { plan } = adopted;
  const [run, statements, links] = await Promise.all([
    store.lastRun(plan.planId),
    store.statementsOf(plan.planId),
    store.measuresOf(plan.planId),
  ]);
  const nothing = { runId: '', planId: plan.planId, asOf: 0, measuredAt: 0, lakeVersion: 0, registerSerial: 0, rows: [], executions: [] };
  const { projects, summary } = evaluate(plan, run ?? nothing, statements, rules);
  const byId = new Map(links.map((link) => [link.indicatorId, link]));
  return {
    ...headOf(adopted),
    rules: { id: rules.id, title: rules.title },
    run: run ? { runId: run.runId, asOf: run.asOf, measuredAt: run.measuredAt, lakeVersion: run.lakeVersion } : null,
    summary,
    findings: plan.findings.map((issue) => said(issue, language).message),
    projects: projects.map((project) => projectOf(project, byId, { language, explain: (row) => explainScore(row, rules, language) })),
  };
}

interface Speech {
  readonly language: Language;
  readonly explain: (row: EvaluatedIndicator) => string;
}

function projectOf(evaluated: EvaluatedProject, links: ReadonlyMap<string, IndicatorMeasure>, speech: Speech): PlanProjectJson {
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
    indicators: indicators.map((row) => rowOf(row, links.get(row.indicator.indicatorId), speech)),
  };
}

function rowOf(row: EvaluatedIndicator, link: IndicatorMeasure | undefined, { language, explain }: Speech): IndicatorRow {
  const measure = link ? measureById(link.measureId) : undefined;
  const { indicatorId: _, ...statement } = row.statement ?? { indicatorId: '' };
  return {
    ...row.indicator,
    link: link
      ? {
          measureId: link.measureId,
          title: measure?.title[language] ?? null,
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
    explanation: explain(row),
    measured: row.measured,
    statement: row.statement ? (statement as NonNullable<IndicatorRow['statement']>) : null,
  };
}

/** What is, and what would be, side by side by rule set. */
export function supposedOf({ as, if: wished }: { as: Evaluation[]; if: Evaluation[] }, language: Language): SupposedJson {
  const [first] = wished;
  const scores = (evaluations: Evaluation[], project: number, row: number) =>
    evaluations.flatMap(({ projects, rules }) => {
      const found = projects[project]?.indicators[row];
      return found ? [{ score: found.score.score, met: found.score.met, explanation: explainScore(found, rules, language) }] : [];
    });
  return {
    rules: wished.map(({ rules: { id, title } }) => ({ id, title })),
    projects: (first?.projects ?? []).map(({ project, indicators }, at) => ({
      projectNo: project.projectNo,
      name: project.name,
      totals: wished.flatMap(({ projects }, index) => {
        const [before, after] = [as[index]?.projects[at], projects[at]];
        return before && after
          ? [{ as: totalText(before), asGrade: gradeText(before), if: totalText(after), ifGrade: gradeText(after) }]
          : [];
      }),
      rows: indicators.map(({ indicator, actual }, row) => ({
        indicatorId: indicator.indicatorId,
        name: indicator.name,
        operator: indicator.operator,
        target: indicator.target,
        unit: indicator.unit,
        weight: indicator.weight,
        actual,
        as: scores(as, at, row),
        if: scores(wished, at, row),
      })),
    })),
  };
}
