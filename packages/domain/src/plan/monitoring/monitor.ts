/**
 * 双监控 (中发〔2018〕34号, 财预〔2019〕136号): how far the targets are reached and how far the money is spent, month by month, with the
 * year's end forecast and what wants a look. Pure: a measured run in, rows out. Reasons are left to people.
 */
import type { MeasurementRun } from '../../measure/measurement.ts';
import { calendarDate, type Day } from '../../time.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import { type Indicator, isQuantitative, type PlanProject } from '../plan.ts';
import type { Likelihood, ReadDocument } from '../read-document.ts';
import { isMet, round2 } from '../scoring/score-indicator.ts';
import { documentOfPlan, wanOfFen } from '../to-document.ts';
import { convert } from '../unit.ts';
import { type Forecast, forecastYear, likelihoodOf, type SeriesBehaviour } from './forecast.ts';

/** Background numbers: parameters, not constants of the rule. */
export interface MonitoringParameters {
  /** Progress this much below the share of the year is behind (0.1: ten points). */
  behindBy: number;
}
const monitoringParameters: MonitoringParameters = { behindBy: 0.1 };

export type MonitoringAlarm =
  /** Reached less than the share of the year that has gone. */
  | 'behind'
  /** The forecast misses the target and nobody said why. */
  | 'reason-missing'
  /** A person states that it is reached; the forecast says it will not be. */
  | 'contradicts'
  /** Money spent below the share of the year. */
  | 'execution-behind'
  /** Nothing is known of the indicator. */
  | 'unknown';

export interface MonitoredIndicator {
  indicator: Indicator;
  /** In the indicator's unit. */
  actual: number | null;
  unit: string | null;
  monthly: { month: number; value: number | null }[];
  /** Part of the target reached, 0…; null where it cannot be said. */
  progress: number | null;
  forecast: Forecast | null;
  likelihood: Likelihood | null;
  reason: string | null;
  alarms: MonitoringAlarm[];
}

export interface MonitoredProject {
  project: PlanProject;
  budgetFen: number | null;
  paidFen: number | null;
  /** Paid ÷ budget, 0…1. */
  executionRatio: number | null;
  /** 全年预计执行数 by pace, not above the budget. */
  forecastFen: number | null;
  indicators: MonitoredIndicator[];
  alarms: MonitoringAlarm[];
}

export interface Monitoring {
  planId: string;
  asOf: Day;
  /** Months that have gone, 1…12. */
  monthTo: number;
  /** Share of the year that has gone (July: 7/12 = 58.3 %). */
  yearShare: number;
  projects: MonitoredProject[];
}

export interface MonitoringAsk {
  evaluation: Evaluation;
  run: MeasurementRun;
  /** How the values of a measure behave over the year. */
  behaviourOf: (measureId: string) => SeriesBehaviour;
  /** The months of the year before by indicator, in the indicator's unit, where they were measured. */
  before?: ReadonlyMap<string, readonly (number | null)[]>;
  parameters?: MonitoringParameters;
}

type Rest = { yearShare: number; parameters: MonitoringParameters; ask: MonitoringAsk };

function monitorIndicator(
  each: Evaluation['projects'][number]['indicators'][number],
  { yearShare, parameters, ask }: Rest,
): MonitoredIndicator {
  const { indicator, measured, statement, actual, unit } = each;
  const inUnit = (value: number | null) =>
    value === null || !measured ? value : (convert(value, measured.unit, indicator.unit ?? measured.unit)?.value ?? value);
  const monthly = (measured?.monthly ?? []).map(({ month, value }) => ({ month, value: inUnit(value) }));
  const behaviour = measured ? ask.behaviourOf(measured.measureId) : 'level';
  const target = isQuantitative(indicator) ? (indicator.target as number) : null;
  const operator = indicator.operator === 'qualitative' ? null : indicator.operator;
  const forecast = forecastYear(
    monthly.map(({ value }) => value),
    behaviour,
    ask.before?.get(indicator.indicatorId) ?? [],
  );
  const likelihood = forecast && target !== null && operator ? likelihoodOf(bounded(forecast, indicator), operator, target) : null;
  const more = operator === '≥' || operator === '>' || operator === '=';
  const progress = target !== null && target > 0 && actual !== null && more ? actual / target : null;
  const reason = statement?.reason ?? null;
  const misses = forecast !== null && target !== null && operator !== null && !isMet(operator, target, round2(forecast.value));
  const alarms: MonitoringAlarm[] = [];
  if (behaviour === 'flow' && progress !== null && progress < yearShare - parameters.behindBy) alarms.push('behind');
  if (misses && !reason) alarms.push('reason-missing');
  if (likelihood === 'impossible' && statement?.grade === 'achieved') alarms.push('contradicts');
  if (target !== null && actual === null) alarms.push('unknown');
  return { indicator, actual, unit, monthly, progress, forecast: forecast && bounded(forecast, indicator), likelihood, reason, alarms };
}

/** A count is not negative, and a share of a whole ends at 100. */
function bounded(forecast: Forecast, { unit, target, operator }: Indicator): Forecast {
  const share = unit === '%' && typeof target === 'number' && target <= 100 && operator !== '≤' && operator !== '<';
  const within = (value: number) => Math.max(forecast.value < 0 ? value : 0, share ? Math.min(100, value) : value);
  return { ...forecast, value: within(forecast.value), low: within(forecast.low), high: within(forecast.high) };
}

/** One run of a plan, watched. */
export function monitor(ask: MonitoringAsk): Monitoring {
  const { evaluation, run, parameters = monitoringParameters } = ask;
  const monthTo = calendarDate(run.asOf).month;
  const yearShare = monthTo / 12;
  const projects = evaluation.projects.map(({ project, execution, indicators }): MonitoredProject => {
    const budgetFen = execution.adjustedFen ?? execution.budgetFen;
    const ratio = budgetFen !== null && budgetFen > 0 && execution.paidFen !== null ? execution.paidFen / budgetFen : null;
    const forecastFen =
      execution.paidFen === null ? null : Math.min(budgetFen ?? Number.POSITIVE_INFINITY, Math.round((execution.paidFen / monthTo) * 12));
    return {
      project,
      budgetFen,
      paidFen: execution.paidFen,
      executionRatio: ratio,
      forecastFen,
      indicators: indicators.map((each) => monitorIndicator(each, { yearShare, parameters, ask })),
      alarms: ratio !== null && ratio < yearShare - parameters.behindBy ? ['execution-behind'] : [],
    };
  });
  return { planId: run.planId, asOf: run.asOf, monthTo, yearShare, projects };
}

const shown = (value: number): number => Number(value.toFixed(2));

/** The monitoring form as a document, for the writer: filled but for the reasons that nobody gave. */
export function monitoringDocument({ plan }: Evaluation, monitoring: Monitoring): ReadDocument {
  const document = documentOfPlan(plan);
  return {
    ...document,
    kind: 'monitoring',
    projects: document.projects.map((project, at) => {
      const watched = monitoring.projects[at];
      return {
        ...project,
        kind: 'monitoring',
        budgetWan: wanOfFen(watched?.budgetFen ?? null) ?? project.budgetWan,
        indicators: project.indicators.map((row, index) => {
          const one = watched?.indicators[index];
          return {
            ...row,
            actual: one?.actual === null || one === undefined ? null : shown(one.actual),
            forecast: one?.forecast ? shown(one.forecast.value) : null,
            likelihood: one?.likelihood ?? null,
            remark: one?.reason ?? null,
          };
        }),
      };
    }),
  };
}

/** Money of the forms, project by project, in 万元. */
export const monitoringMoney = ({ projects }: Monitoring) =>
  projects.map((one) => ({
    paidWan: wanOfFen(one.paidFen),
    forecastWan: wanOfFen(one.forecastFen),
    executionPercent: one.executionRatio === null ? null : shown(one.executionRatio * 100),
  }));
