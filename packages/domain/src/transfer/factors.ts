/**
 * 因素法: money divided by factors, and by how last year's money was used (财社〔2022〕31号: factors and weights are the bureau's to set,
 * none is published). Each factor gives a region its part of the sum of all regions; the weighted parts are its base. The performance
 * part of the money goes by base × coefficient of last year's score, so that what one region loses the others gain. Whole steps of
 * money by largest remainder: the table sums to the fen.
 */
import type { Issue, Outcome } from '../issue.ts';
import { type Fen, largestRemainder } from '../money.ts';

export interface Factor {
  name: string;
  unit: string;
  /** Relative; only its part of all weights counts. */
  weight: number;
}

export interface FactorRegion {
  name: string;
  /** One for each factor; null is unknown, and refused. */
  values: (number | null)[];
  /** Last year's result, 0…100; null where there is none. */
  score: number | null;
}

/** Highest first, the last from 0; `coefficient` 1 neither gains nor loses. */
export interface ScoreStep {
  from: number;
  coefficient: number;
}

export interface FactorWish {
  totalFen: Fen;
  /** 1: to the fen; 10,000: to the hundred yuan, as tables in 万元 with two decimals have it. */
  stepFen: Fen;
  factors: Factor[];
  regions: FactorRegion[];
  /** Part of the money that goes by performance, 0…1. */
  performancePart: number;
  scoreSteps: ScoreStep[];
}

export interface FactorShare {
  name: string;
  fen: Fen;
  /** What it would get if performance counted nothing. */
  plainFen: Fen;
  /** Its part of all money, 0…1. */
  part: number;
  base: number;
  coefficient: number;
  /** No score: taken as neither good nor bad. */
  unscored: boolean;
  factors: { name: string; unit: string; value: number; sum: number; weight: number; part: number }[];
}

export const standardScoreSteps: readonly ScoreStep[] = [
  { from: 90, coefficient: 1.1 },
  { from: 80, coefficient: 1 },
  { from: 60, coefficient: 0.9 },
  { from: 0, coefficient: 0.7 },
];

/** Factors to begin with; what counts in a province stands in its method of funds. */
export const usualFactors: readonly Factor[] = [
  { name: '参保人数', unit: '万人', weight: 50 },
  { name: '定点医药机构数', unit: '家', weight: 30 },
  { name: '财力困难程度', unit: '', weight: 20 },
];

const SCALE = 1e12;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function problems({ totalFen, stepFen, factors, regions, performancePart, scoreSteps }: FactorWish): Issue[] {
  const issue = (code: string, facts: Record<string, unknown> = {}, row?: number): Issue => ({
    code,
    severity: 'error',
    ...(row === undefined ? {} : { row }),
    facts,
  });
  const issues: Issue[] = [];
  if (!Number.isSafeInteger(totalFen) || totalFen <= 0) issues.push(issue('transfer.no-amount'));
  else if (!Number.isSafeInteger(stepFen) || stepFen < 1 || totalFen % stepFen !== 0)
    issues.push(issue('transfer.step', { step: stepFen / 100 }));
  if (regions.length === 0) issues.push(issue('transfer.no-rows'));
  if (!(sum(factors.map(({ weight }) => weight)) > 0) || factors.some(({ weight }) => !(weight >= 0)))
    issues.push(issue('transfer.no-weights'));
  if (!(performancePart >= 0 && performancePart <= 1)) issues.push(issue('transfer.performance-part'));
  const falling = scoreSteps.every(({ from, coefficient }, i) => coefficient >= 0 && (i === 0 || from < (scoreSteps[i - 1]?.from ?? 0)));
  if (!falling || scoreSteps.at(-1)?.from !== 0) issues.push(issue('transfer.score-steps'));
  const names = new Set<string>();
  regions.forEach(({ name, values, score }, index) => {
    if (name.trim() === '') issues.push(issue('transfer.row-empty', {}, index + 1));
    if (names.has(name)) issues.push(issue('transfer.region-twice', { name }, index + 1));
    names.add(name);
    factors.forEach((factor, at) => {
      const value = values[at];
      if (value === null || value === undefined || !Number.isFinite(value) || value < 0)
        issues.push(issue('transfer.factor-value', { name, factor: factor.name }, index + 1));
    });
    if (score !== null && !(score >= 0 && score <= 100)) issues.push(issue('transfer.score-range', { name }, index + 1));
  });
  factors.forEach((factor, at) => {
    if (issues.length === 0 && factor.weight > 0 && !(sum(regions.map(({ values }) => values[at] ?? 0)) > 0))
      issues.push(issue('transfer.factor-empty', { factor: factor.name }));
  });
  return issues;
}

/**
 * Divides the money. The parts sum to the total exactly; the same wish gives the same table. Refusals name their region and factor:
 * `transfer.factor-value`, `transfer.factor-empty`, `transfer.no-weights`, `transfer.step` …
 */
export function allocateByFactors(wish: FactorWish): Outcome<FactorShare[]> {
  const issues = problems(wish);
  if (issues.length > 0) return { ok: false, issues };
  const { totalFen, stepFen, factors, regions, performancePart, scoreSteps } = wish;
  const weights = sum(factors.map(({ weight }) => weight));
  const sums = factors.map((_, at) => sum(regions.map(({ values }) => values[at] ?? 0)));
  const parts = regions.map(({ values }) =>
    factors.map(({ name, unit, weight }, at) => {
      const [value, all] = [values[at] ?? 0, sums[at] ?? 0];
      return { name, unit, value, sum: all, weight: weight / weights, part: all === 0 ? 0 : value / all };
    }),
  );
  const bases = parts.map((row) => sum(row.map(({ weight, part }) => weight * part)));
  const coefficients = regions.map(({ score }) => (score === null ? 1 : (scoreSteps.find(({ from }) => score >= from)?.coefficient ?? 1)));
  const weighted = sum(bases.map((base, index) => base * (coefficients[index] ?? 1)));
  // Where every region lost everything, performance decides nothing.
  const tied = weighted === 0 ? 0 : performancePart;
  const final = bases.map((base, index) => (1 - tied) * base + (tied === 0 ? 0 : (tied * base * (coefficients[index] ?? 1)) / weighted));
  const divide = (shares: readonly number[]) =>
    largestRemainder(
      totalFen / stepFen,
      shares.map((share) => Math.round(share * SCALE)),
    ).map((steps) => steps * stepFen);
  const [fen, plainFen] = [divide(final), divide(bases)];
  const value = regions.map(
    ({ name, score }, index): FactorShare => ({
      name,
      fen: fen[index] ?? 0,
      plainFen: plainFen[index] ?? 0,
      part: final[index] ?? 0,
      base: bases[index] ?? 0,
      coefficient: coefficients[index] ?? 1,
      unscored: score === null,
      factors: parts[index] ?? [],
    }),
  );
  return { ok: true, value, issues: [] };
}
