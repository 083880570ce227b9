// A project's form: indicators and execution to a total, a grade, and the names of what is missing.
import type { Fen } from '../../money.ts';
import type { RuleSet } from './rule-set.ts';
import { type IndicatorScore, round2, stepPart } from './score-indicator.ts';

export interface Execution {
  /** 全年预算数(调整后), null where the plan has none. */
  budgetFen: Fen | null;
  /** 全年执行数, null where no payment was recorded. */
  paidFen: Fen | null;
}

export interface ExecutionScore {
  /** 执行率, may pass 1; null is unknown. */
  ratio: number | null;
  weight: number;
  score: number | null;
}

/** 预算执行率 = 全年执行数 ÷ 全年预算数(调整后), never above its marks (10号). */
export function scoreExecution({ budgetFen, paidFen }: Execution, weight: number, rules: RuleSet): ExecutionScore {
  if (budgetFen === null || budgetFen <= 0 || paidFen === null) return { ratio: null, weight, score: null };
  const ratio = paidFen / budgetFen;
  const by = rules.execution.by;
  const part = by.kind === 'proportion' ? Math.min(1, Math.max(0, ratio)) : stepPart(by.steps, ratio);
  return { ratio, weight, score: round2(weight * part) };
}

/**
 * Marks for execution beside the plan's own weights. Goal forms sum to 90 and leave 10 for execution; a form whose weights
 * already fill the whole gives execution none (it is shown, not scored).
 */
export function executionWeight(weights: readonly (number | null)[], rules: RuleSet): number {
  const sum = weights.reduce<number>((total, weight) => total + (weight ?? 0), 0);
  return weights.every((weight) => weight === null) || sum > rules.fullMarks - rules.execution.weight + 1e-9 ? 0 : rules.execution.weight;
}

export interface TotalScore {
  /** Points earned for certain. */
  known: number;
  /** Marks of what could be scored. */
  knownWeight: number;
  /** Marks of what could not: the total lies between `known` and `known + open`. */
  open: number;
  /** All marks of the form; 100 where its weights are as they should be. */
  full: number;
  /** Names of what is missing, in form order. */
  missing: string[];
  /** On a scale of `fullMarks`, lowest and highest still possible; null where the form gives no marks at all. */
  low: number | null;
  high: number | null;
  /** Only where the lowest and the highest possible total have the same grade. */
  grade: string | null;
  lowGrade: string | null;
  highGrade: string | null;
}

/** 等次 of a total in points; the lower bound belongs to the grade. */
export const gradeOf = (total: number, rules: RuleSet): string =>
  (rules.grades.find((grade) => total + 1e-9 >= grade.from) ?? rules.grades[rules.grades.length - 1])?.grade ?? '';

/** Sums in whole hundredths of a point, so that the printed parts add up to the printed total. */
export function scoreTotal(
  rows: readonly { name: string; score: Pick<IndicatorScore, 'score' | 'weight'> }[],
  execution: ExecutionScore,
  rules: RuleSet,
): TotalScore {
  let [known, knownWeight, open] = [0, 0, 0];
  const missing: string[] = [];
  const all = [...rows, ...(execution.weight > 0 ? [{ name: '预算执行率', score: execution }] : [])];
  for (const { name, score } of all) {
    if (score.weight === null) continue;
    if (score.score === null) {
      open += Math.round(score.weight * 100);
      missing.push(name);
    } else {
      known += Math.round(score.score * 100);
      knownWeight += Math.round(score.weight * 100);
    }
  }
  const full = knownWeight + open;
  const scaled = (value: number) => (full === 0 ? null : round2((value / full) * rules.fullMarks));
  const [low, high] = [scaled(known), scaled(known + open)];
  const lowGrade = low === null ? null : gradeOf(low, rules);
  const highGrade = high === null ? null : gradeOf(high, rules);
  return {
    known: known / 100,
    knownWeight: knownWeight / 100,
    open: open / 100,
    full: full / 100,
    missing,
    low,
    high,
    grade: lowGrade === highGrade ? lowGrade : null,
    lowGrade,
    highGrade,
  };
}
