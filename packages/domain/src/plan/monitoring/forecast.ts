/**
 * Where a number will stand at the year's end, with an interval, from its months so far. Two ways: as last year went from the same
 * month to December (seasonal), else by this year's own pace. The interval covers four in five years (80 %): wide where the months
 * differ, widest early in the year.
 */
import type { IndicatorOperator, Likelihood } from '../read-document.ts';
import { isMet } from '../scoring/score-indicator.ts';

/** `flow` adds up over the year (counts, sums); `level` stands at a value (shares, means, stocks). */
export type SeriesBehaviour = 'flow' | 'level';

export interface Forecast {
  value: number;
  low: number;
  high: number;
  /** How it was made. */
  by: 'season' | 'pace' | 'level' | 'done';
}

/** Two-sided 80 % of a normal distribution. */
const Z80 = 1.2816;
/** With fewer months nothing can be said of their spread: half the forecast growth is taken. */
const SPREAD_WITHOUT_MONTHS = 0.5;

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const deviation = (values: readonly number[]): number | null =>
  values.length < 2 ? null : Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1));

/** Growth of each month; a month without a number passes its growth on to the next. */
function steps(months: readonly (number | null)[]): number[] {
  let before = 0;
  return months.flatMap((value) => {
    if (value === null) return [];
    const step = value - before;
    before = value;
    return [step];
  });
}

function paced(months: readonly (number | null)[], now: number, month: number): Forecast {
  const left = 12 - month;
  const grown = steps(months);
  const pace = now / month;
  const spread = deviation(grown);
  const ahead = pace * left;
  // Chance of the months to come, and of the pace itself, which is known from `month` months only.
  const half = spread === null ? Math.abs(ahead) * SPREAD_WITHOUT_MONTHS : Z80 * spread * Math.sqrt(left + (left * left) / month);
  return { value: now + ahead, low: now + Math.max(-Math.abs(now), Math.min(ahead, ahead - half)), high: now + ahead + half, by: 'pace' };
}

/** Last year's share of December that stood at this month. */
function seasonal(months: readonly (number | null)[], now: number, month: number, before: readonly (number | null)[]): Forecast | null {
  const [then, end] = [before[month - 1] ?? null, before[11] ?? null];
  if (then === null || end === null || then <= 0 || end <= 0) return null;
  const value = now * (end / then);
  // How far this year's months stood off last year's course, so far, is how far the rest may.
  const off = months.flatMap((one, index) => {
    const past = before[index] ?? null;
    return one === null || past === null || past <= 0 || now <= 0 ? [] : [one / past / (now / then) - 1];
  });
  const spread = off.length < 3 ? 0.15 : Math.max(0.02, Math.sqrt(mean(off.map((one) => one * one))));
  const half = Z80 * spread * Math.abs(value - now);
  return { value, low: Math.min(value, Math.max(now, value - half)), high: value + half, by: 'season' };
}

/**
 * `months` are the values at the end of each month so far, `before` those of the year before (twelve, null where unknown).
 * null where no month has a value.
 */
export function forecastYear(
  months: readonly (number | null)[],
  behaviour: SeriesBehaviour,
  before: readonly (number | null)[] = [],
): Forecast | null {
  const month = Math.min(12, months.length);
  const known = months.slice(0, month);
  const now = known.findLast((value) => value !== null) ?? null;
  if (now === null) return null;
  if (month === 12) return { value: now, low: now, high: now, by: 'done' };
  if (behaviour === 'flow') return seasonal(known, now, month, before) ?? paced(known, now, month);
  const moves = steps(known).slice(1);
  const spread = deviation(moves) ?? Math.abs(now) * 0.05;
  const half = Z80 * spread * Math.sqrt(12 - month);
  return { value: now, low: now - half, high: now + half, by: 'level' };
}

/** 确定能 where even the worse end of the interval meets the target, 完全不可能 where not even the better end does. */
export function likelihoodOf(forecast: Forecast, operator: Exclude<IndicatorOperator, 'qualitative'>, target: number): Likelihood {
  const ends = operator === '=' ? equalEnds(forecast, target) : [forecast.low, forecast.high].map((end) => isMet(operator, target, end));
  return ends.every(Boolean) ? 'certain' : ends.some(Boolean) ? 'possible' : 'impossible';
}
/** An equality is reached exactly or, where the target lies inside the interval, perhaps. */
const equalEnds = ({ low, high }: Forecast, target: number): boolean[] =>
  isMet('=', target, low) && isMet('=', target, high) ? [true] : low <= target && target <= high ? [true, false] : [false];
