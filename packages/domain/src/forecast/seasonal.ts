/**
 * Months to come from months past: additive Holt–Winters on logarithms, that is ETS(A,A,A) (Hyndman & Athanasopoulos, Forecasting:
 * Principles and Practice, 3rd ed., ch. 8), so that seasons and growth multiply. What is known beforehand is taken out first and put
 * back after: the working days of each month (holidays move between months) and steps of policy by a stated factor. Intervals follow
 * from the state space form: an error of month j moves month h by c(h−j), c = α + βk + γ for the same month of a year (ch. 8.7).
 */

import { type ForecastMonth, intervalsOf } from './interval.ts';

export interface SeasonalAsk {
  /** One value a month, in order and without a gap; all above zero. */
  readonly values: readonly number[];
  /** Months ahead. */
  readonly ahead: number;
  /** Working days of each month, past and to come; null: not known, and left out of account. */
  readonly workingDays?: readonly (number | null)[] | undefined;
  /** Factor of the known steps in each month, past and to come (1: none). */
  readonly factors?: readonly number[] | undefined;
}

export interface SeasonalForecast {
  readonly months: readonly ForecastMonth[];
  /** Sums of each twelve months ahead, with the intervals of the sum (errors of its months hang together). */
  readonly years: readonly ForecastMonth[];
  /** Sum of the first three months; null where fewer are asked for. */
  readonly quarter: ForecastMonth | null;
  readonly parameters: { readonly alpha: number; readonly beta: number; readonly gamma: number };
  /** Standard deviation of one month’s error, as a part of the value. */
  readonly sigma: number;
}

const SEASON = 12;
/** Two years tell a season apart from growth; fewer cannot. */
export const LEAST_MONTHS = 24;

interface Fit {
  readonly sse: number;
  readonly level: number;
  readonly slope: number;
  readonly season: readonly number[];
}

/** Level, slope and seasons to begin with: the slope from year to year, the seasons as means of what stands off the line. */
function initial(logs: readonly number[]): { level: number; slope: number; season: number[] } {
  const years = Math.floor(logs.length / SEASON);
  const means = Array.from({ length: years }, (_, y) => logs.slice(y * SEASON, (y + 1) * SEASON).reduce((a, b) => a + b, 0) / SEASON);
  const slope = ((means[years - 1] as number) - (means[0] as number)) / (SEASON * (years - 1));
  const level = (means[0] as number) - (slope * (SEASON - 1)) / 2;
  const season = Array.from({ length: SEASON }, (_, m) => {
    const off = Array.from({ length: years }, (_, y) => (logs[y * SEASON + m] as number) - (level + slope * (y * SEASON + m)));
    return off.reduce((a, b) => a + b, 0) / years;
  });
  return { level: level - slope, slope, season };
}

function run(logs: readonly number[], alpha: number, beta: number, gamma: number): Fit {
  const begin = initial(logs);
  let { level, slope } = begin;
  const season = [...begin.season];
  let sse = 0;
  for (let t = 0; t < logs.length; t += 1) {
    const at = t % SEASON;
    const error = (logs[t] as number) - (level + slope + (season[at] as number));
    sse += error * error;
    level += slope + alpha * error;
    slope += beta * error;
    season[at] = (season[at] as number) + gamma * error;
  }
  return { sse, level, slope, season };
}

const grid = (from: number, to: number, steps: number) => Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps);

/** The smoothing that would have forecast each past month best from those before it. */
function fit(logs: readonly number[]) {
  let best: { alpha: number; beta: number; gamma: number; of: Fit } | undefined;
  for (const alpha of grid(0, 0.9, 18))
    for (const beta of grid(0, 0.2, 8).filter((one) => one <= alpha))
      for (const gamma of grid(0, 0.6, 6).filter((one) => one <= 1 - alpha)) {
        const of = run(logs, alpha, beta, gamma);
        if (!best || of.sse < best.of.sse - 1e-12) best = { alpha, beta, gamma, of };
      }
  return best as NonNullable<typeof best>;
}

/** null: fewer than two years, or a value that is not above zero. */
export function forecastSeasonal({ values, ahead, workingDays, factors }: SeasonalAsk): SeasonalForecast | null {
  if (values.length < LEAST_MONTHS || values.some((value) => !(value > 0))) return null;
  const all = values.length + ahead;
  const days =
    workingDays && workingDays.length >= all && workingDays.slice(0, all).every((one) => one !== null && one > 0) ? workingDays : null;
  // What is known beforehand, as logarithms. Care follows working days in part only: the square root is our convention.
  const known = Array.from({ length: all }, (_, t) => Math.log(factors?.[t] ?? 1) + (days ? 0.5 * Math.log(days[t] as number) : 0));
  const logs = values.map((value, t) => Math.log(value) - (known[t] as number));
  const { alpha, beta, gamma, of } = fit(logs);
  // Twelve seasons, level and slope were estimated too: they use up degrees of freedom, as far as there are any.
  const sigma = Math.sqrt(of.sse / Math.max(SEASON / 2, logs.length - SEASON - 2));
  const moves = (k: number) => (k === 0 ? 1 : alpha + beta * k + (k % SEASON === 0 ? gamma : 0));
  const point = (h: number) =>
    Math.exp(of.level + of.slope * h + (of.season[(values.length + h - 1) % SEASON] as number) + (known[values.length + h - 1] as number));
  const points = Array.from({ length: ahead }, (_, i) => point(i + 1));
  const { months, summed } = intervalsOf(points, moves, sigma);
  const years = Array.from({ length: Math.floor(ahead / SEASON) }, (_, y) => summed(y * SEASON, SEASON));
  const quarter = ahead >= 3 ? summed(0, 3) : null;
  return { months, years, quarter, parameters: { alpha, beta, gamma }, sigma };
}

export interface BackTest {
  /** What would have been said for the last twelve months, knowing only what was before them. */
  readonly forecast: SeasonalForecast;
  readonly actual: readonly number[];
  /** Mean of |forecast − actual| ÷ actual over the months, and of the sum. */
  readonly monthError: number;
  readonly sumError: number;
  /** The same of the plainest guess: the same month of the year before. */
  readonly naiveMonthError: number;
  readonly naiveSumError: number;
  /** Months of twelve inside the 80 % and 95 % intervals. */
  readonly inside80: number;
  readonly inside95: number;
}

/** What last year’s forecast would have said; null with fewer than three years. */
export function backTest(ask: SeasonalAsk): BackTest | null {
  const past = ask.values.slice(0, -SEASON);
  const actual = ask.values.slice(-SEASON);
  const forecast = forecastSeasonal({ ...ask, values: past, ahead: SEASON });
  if (!forecast) return null;
  const naive = past.slice(-SEASON);
  const off = (guess: readonly number[]) => guess.reduce((sum, value, i) => sum + Math.abs(value / (actual[i] as number) - 1), 0) / SEASON;
  const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);
  const inside = (low: 'low80' | 'low95', high: 'high80' | 'high95') =>
    forecast.months.filter((month, i) => (actual[i] as number) >= month[low] && (actual[i] as number) <= month[high]).length;
  const guessed = forecast.months.map(({ value }) => value);
  return {
    forecast,
    actual,
    monthError: off(guessed),
    sumError: Math.abs(sum(guessed) / sum(actual) - 1),
    naiveMonthError: off(naive),
    naiveSumError: Math.abs(sum(naive) / sum(actual) - 1),
    inside80: inside('low80', 'high80'),
    inside95: inside('low95', 'high95'),
  };
}
