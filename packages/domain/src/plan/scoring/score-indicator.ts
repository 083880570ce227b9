// One indicator: target and actual to points. Pure arithmetic; who measured the actual is no matter here.
import type { IndicatorOperator } from '../read-document.ts';
import { convert, parseUnit } from '../unit.ts';
import type { QualitativeGrade, RuleSet, Step } from './rule-set.ts';

export type ScoreNote =
  /** Far above target: to be explained, not cut (10号: 分析原因). */
  | 'far-above-target'
  /** A share above 100 %: the actual wants a look. */
  | 'share-above-whole'
  /** `=` with an actual beyond it: both sides count as deviation. */
  | 'beyond-equal'
  /** Target and actual have no unit in common by name; taken as the same. */
  | 'unit-assumed';

export type UnscoredReason =
  /** Nobody measured or stated the actual. */
  | 'actual-unknown'
  /** The target is words, a deadline or a range: a person has to judge. */
  | 'target-not-a-number'
  /** The plan's source lost the target. */
  | 'target-unknown'
  /** Qualitative without a grade given by a person. */
  | 'not-judged'
  /** 万元 against 人次. */
  | 'units-differ'
  /** The plan gives the indicator no marks. */
  | 'no-weight';

export interface IndicatorToScore {
  operator: IndicatorOperator;
  target: number | string | null;
  targetUnit: string | null;
  weight: number | null;
  /** Stands under 满意度 (rule sets may score it in steps). */
  satisfaction: boolean;
}

export interface Actual {
  value: number | null;
  unit: string | null;
  /** A person's judgement: the grade and the part of the marks within the grade's bounds. */
  judgement?: { grade: QualitativeGrade; part: number } | null;
}

export interface IndicatorScore {
  /** Points, two decimals; null is unknown. */
  score: number | null;
  weight: number | null;
  /** null where it cannot be said. */
  met: boolean | null;
  /** Part of the marks earned, 0…1. */
  part: number | null;
  /** Target in the actual's unit, where both are numbers. */
  targetInUnit: number | null;
  notes: ScoreNote[];
  unscored: UnscoredReason | null;
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
const atLeast = (a: number, b: number) => a > b || near(a, b);
/** Two decimals, half away from zero. */
export const round2 = (value: number) => (Math.sign(value) * Math.round((Math.abs(value) + 1e-9) * 100)) / 100 || 0;

/** Whether the actual reaches the target, both in the same unit; differences below one in a billion count as equal. */
export function isMet(operator: Exclude<IndicatorOperator, 'qualitative'>, target: number, actual: number): boolean {
  switch (operator) {
    case '≥':
      return atLeast(actual, target);
    case '≤':
      return atLeast(target, actual);
    case '>':
      return actual > target && !near(actual, target);
    case '<':
      return actual < target && !near(actual, target);
    case '=':
      return near(actual, target);
  }
}

/** How much of a missed target was reached, 0…1. With a target of 0, or signs apart, there is no proportion: 0. */
function proportionReached(operator: IndicatorOperator, target: number, actual: number): number {
  if (target === 0 || actual === 0 || target < 0 || actual < 0) return 0;
  if (operator === '≥' || operator === '>') return Math.min(1, actual / target);
  if (operator === '≤' || operator === '<') return Math.min(1, target / actual);
  return Math.min(actual / target, target / actual);
}

/** The part of the first step that `ratio` reaches. */
export const stepPart = (steps: readonly Step[], ratio: number): number => steps.find((step) => atLeast(ratio, step.from))?.part ?? 0;

const unknown = (weight: number | null, unscored: UnscoredReason): IndicatorScore => ({
  score: null,
  weight,
  met: null,
  part: null,
  targetInUnit: null,
  notes: [],
  unscored,
});

const points = (weight: number | null, part: number): number | null => (weight === null ? null : round2(weight * part));

function judged(indicator: IndicatorToScore, actual: Actual, rules: RuleSet, otherwise: UnscoredReason): IndicatorScore {
  const judgement = actual.judgement;
  if (!judgement) return unknown(indicator.weight, otherwise);
  const bounds = rules.qualitative[judgement.grade];
  const part = Math.min(bounds.to, Math.max(bounds.from, judgement.part));
  return {
    score: points(indicator.weight, part),
    weight: indicator.weight,
    met: judgement.grade === 'achieved',
    part,
    targetInUnit: null,
    notes: [],
    unscored: indicator.weight === null ? 'no-weight' : null,
  };
}

function partOf(indicator: IndicatorToScore, target: number, actual: number, met: boolean, rules: RuleSet, share: boolean): number {
  if (indicator.satisfaction && rules.satisfaction && share) return stepPart(rules.satisfaction, actual / 100);
  if (met) return 1;
  const reached = proportionReached(indicator.operator, target, actual);
  if (rules.missed.kind === 'proportion') return reached;
  return reached < rules.missed.pass ? 0 : (reached - rules.missed.pass) / (1 - rules.missed.pass);
}

/** Points of one indicator by a rule set. Never more than the weight, never below 0; what is not known stays unknown. */
export function scoreIndicator(indicator: IndicatorToScore, actual: Actual, rules: RuleSet): IndicatorScore {
  const { operator, weight } = indicator;
  if (operator === 'qualitative') return judged(indicator, actual, rules, 'not-judged');
  if (indicator.target === null) return judged(indicator, actual, rules, 'target-unknown');
  if (typeof indicator.target === 'string') return judged(indicator, actual, rules, 'target-not-a-number');
  if (actual.value === null) return judged(indicator, actual, rules, 'actual-unknown');
  const converted = convert(indicator.target, indicator.targetUnit, actual.unit);
  if (!converted) return unknown(weight, 'units-differ');
  const share = parseUnit(actual.unit)?.family === 0;
  const target = converted.value;
  const value = actual.value;
  const notes: ScoreNote[] = [];
  if (converted.assumed) notes.push('unit-assumed');
  // A share cannot pass its whole: "=100 %" and "≥100 %" both mean all of it.
  const whole = share && near(target, 100) && (operator === '=' || operator === '≥');
  if (share && value > 100 && !near(value, 100)) notes.push('share-above-whole');
  const met = whole ? atLeast(value, 100) : isMet(operator, target, value);
  if (operator === '=' && !met && value > target) notes.push('beyond-equal');
  if ((operator === '≥' || operator === '>') && target > 0 && value / target > rules.farAboveRatio) notes.push('far-above-target');
  const part = partOf(indicator, target, value, met, rules, share);
  return { score: points(weight, part), weight, met, part, targetInUnit: target, notes, unscored: weight === null ? 'no-weight' : null };
}
