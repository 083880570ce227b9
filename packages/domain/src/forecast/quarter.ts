/**
 * The next quarter of a monthly series: by season where there are two years of it (ETS(A,A,A)), else by its level alone (ETS(A,N,N), ch. 8.1),
 * which knows no season and says so.
 */
import { type ForecastMonth, intervalsOf } from './interval.ts';
import { forecastSeasonal, LEAST_MONTHS } from './seasonal.ts';

export interface QuarterForecast {
  readonly method: 'season' | 'level';
  readonly months: readonly ForecastMonth[];
  /** Sum of the three. */
  readonly quarter: ForecastMonth;
}

const AHEAD = 3;
/** Fewer tell nothing about how much a month differs from the one before. */
const LEAST_LEVEL_MONTHS = 6;

/** null: fewer than six months, or a value that is not above zero. */
export function forecastQuarter(values: readonly number[]): QuarterForecast | null {
  if (values.length < LEAST_LEVEL_MONTHS || values.some((value) => !(value > 0))) return null;
  if (values.length >= LEAST_MONTHS) {
    const found = forecastSeasonal({ values, ahead: AHEAD });
    return found?.quarter ? { method: 'season', months: found.months, quarter: found.quarter } : null;
  }
  const logs = values.map(Math.log);
  const run = (alpha: number) => {
    let level = logs[0] as number;
    let sse = 0;
    for (const value of logs.slice(1)) {
      const error = value - level;
      sse += error * error;
      level += alpha * error;
    }
    return { alpha, level, sse };
  };
  const best = Array.from({ length: 20 }, (_, i) => run((i + 1) / 20)).reduce((a, b) => (b.sse < a.sse - 1e-12 ? b : a));
  // the first month and the smoothing were taken from the series
  const sigma = Math.sqrt(best.sse / (logs.length - 2));
  const { months, summed } = intervalsOf(Array(AHEAD).fill(Math.exp(best.level)), (k) => (k === 0 ? 1 : best.alpha), sigma);
  return { method: 'level', months, quarter: summed(0, AHEAD) };
}
