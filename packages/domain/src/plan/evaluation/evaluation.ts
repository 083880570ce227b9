// A self-evaluation: a plan, its measured snapshot and what people stated, scored by a rule set. Pure; writes nothing.
import type { IndicatorStatement, Measured, MeasurementRun, ProjectExecution } from '../../measure/measurement.ts';
import type { Day, Instant } from '../../time.ts';
import type { Indicator, Plan, PlanProject } from '../plan.ts';
import type { RuleSet } from '../scoring/rule-set.ts';
import { type IndicatorScore, scoreIndicator } from '../scoring/score-indicator.ts';
import { type ExecutionScore, executionWeight, scoreExecution, scoreTotal, type TotalScore } from '../scoring/score-plan.ts';
import { convert } from '../unit.ts';

export interface EvaluatedIndicator {
  indicator: Indicator;
  /** Where the actual came from. */
  origin: 'measured' | 'stated' | 'judged' | 'none';
  /** In the indicator's own unit where that can be said; null is unknown. */
  actual: number | null;
  unit: string | null;
  measured: Measured | null;
  measureState: 'confirmed' | 'suggested' | null;
  statement: IndicatorStatement | null;
  score: IndicatorScore;
}

export interface EvaluatedProject {
  project: PlanProject;
  execution: ProjectExecution;
  executionScore: ExecutionScore;
  indicators: EvaluatedIndicator[];
  total: TotalScore;
}

export interface Evaluation {
  plan: Plan;
  rules: RuleSet;
  runId: string;
  asOf: Day;
  measuredAt: Instant;
  lakeVersion: number;
  projects: EvaluatedProject[];
  summary: EvaluationSummary;
}

export interface EvaluationSummary {
  indicators: number;
  quantitative: number;
  /** With a number, measured or stated. */
  known: number;
  met: number;
  missed: number;
  unknown: number;
  /** Measures that answer without having been confirmed by a person. */
  unconfirmed: number;
}

const isSatisfaction = (indicator: Indicator) =>
  /满意/.test(indicator.level1 ?? '') || /满意/.test(indicator.level2 ?? '') || /满意度/.test(indicator.name);

function evaluateIndicator(
  indicator: Indicator,
  row: MeasurementRun['rows'][number] | undefined,
  statement: IndicatorStatement | null,
  rules: RuleSet,
): EvaluatedIndicator {
  const measured = row?.measured ?? null;
  const known = measured !== null && measured.value !== null;
  // A measured number stands before a stated one; people state what no record tells.
  const value = known ? measured.value : (statement?.actual ?? null);
  const unit = known ? measured.unit : indicator.unit;
  const judgement = statement?.grade ? { grade: statement.grade, part: statement.part ?? rules.qualitative[statement.grade].to } : null;
  const score = scoreIndicator(
    {
      operator: indicator.operator,
      target: indicator.target,
      targetUnit: indicator.unit,
      weight: indicator.weight,
      satisfaction: isSatisfaction(indicator),
    },
    { value, unit, judgement },
    rules,
  );
  const shown = value === null || indicator.unit === null ? null : convert(value, unit, indicator.unit);
  return {
    indicator,
    origin: known ? 'measured' : statement?.actual != null ? 'stated' : judgement ? 'judged' : 'none',
    actual: shown ? shown.value : value,
    unit: shown ? indicator.unit : unit,
    measured,
    measureState: row?.state ?? null,
    statement,
    score,
  };
}

/** Scores a measured plan. The same run with the same statements and rules gives the same evaluation. */
export function evaluate(plan: Plan, run: MeasurementRun, statements: readonly IndicatorStatement[], rules: RuleSet): Evaluation {
  const rows = new Map(run.rows.map((row) => [row.indicatorId, row]));
  const said = new Map(statements.map((statement) => [statement.indicatorId, statement]));
  const projects = plan.projects.map((project): EvaluatedProject => {
    const indicators = project.indicators.map((indicator) =>
      evaluateIndicator(indicator, rows.get(indicator.indicatorId), said.get(indicator.indicatorId) ?? null, rules),
    );
    const execution = run.executions.find((one) => one.projectNo === project.projectNo) ?? {
      projectNo: project.projectNo,
      budgetFen: project.budgetFen,
      adjustedFen: project.budgetFen,
      receivedFen: null,
      paidFen: null,
    };
    const weight = executionWeight(
      project.indicators.map((indicator) => indicator.weight),
      rules,
    );
    const executionScore = scoreExecution({ budgetFen: execution.adjustedFen, paidFen: execution.paidFen }, weight, rules);
    const total = scoreTotal(
      indicators.map(({ indicator, score }) => ({ name: indicator.name, score })),
      executionScore,
      rules,
    );
    return { project, execution, executionScore, indicators, total };
  });
  const all = projects.flatMap((project) => project.indicators);
  return {
    plan,
    rules,
    runId: run.runId,
    asOf: run.asOf,
    measuredAt: run.measuredAt,
    lakeVersion: run.lakeVersion,
    projects,
    summary: {
      indicators: all.length,
      quantitative: all.filter(({ indicator }) => indicator.operator !== 'qualitative' && typeof indicator.target === 'number').length,
      known: all.filter(({ actual }) => actual !== null).length,
      met: all.filter(({ score }) => score.met === true).length,
      missed: all.filter(({ score }) => score.met === false).length,
      unknown: all.filter(({ score }) => score.met === null).length,
      unconfirmed: all.filter(({ measureState, origin }) => measureState === 'suggested' && origin === 'measured').length,
    },
  };
}
