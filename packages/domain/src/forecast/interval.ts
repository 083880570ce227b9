/** Intervals of months to come and of their sums, in the state space form on logarithms (Hyndman & Athanasopoulos, ch. 8.7). */
export interface ForecastMonth {
  readonly value: number;
  /** 80 % and 95 % intervals. */
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
}

const Z80 = 1.2816;
const Z95 = 1.96;
const interval = (value: number, spread: number): ForecastMonth => ({
  value,
  low80: value * Math.exp(-Z80 * spread),
  high80: value * Math.exp(Z80 * spread),
  low95: value * Math.exp(-Z95 * spread),
  high95: value * Math.exp(Z95 * spread),
});

/** `moves(k)`: how far an error moves the month k later; `sigma`: standard deviation of one month's error. */
export function intervalsOf(points: readonly number[], moves: (k: number) => number, sigma: number) {
  const months = points.map((value, i) => {
    let variance = 0;
    for (let k = 0; k <= i; k += 1) variance += moves(k) ** 2;
    return interval(value, sigma * Math.sqrt(variance));
  });
  /** Sum of `length` months from `start` on: an error of month j moves every later month of it (delta method on logarithms). */
  const summed = (start: number, length: number): ForecastMonth => {
    const own = points.slice(start, start + length);
    const sum = own.reduce((a, b) => a + b, 0);
    let variance = 0;
    for (let j = 1; j <= start + own.length; j += 1) {
      let moved = 0;
      own.forEach((value, i) => {
        const h = start + i + 1;
        if (h >= j) moved += value * moves(h - j);
      });
      variance += (moved / sum) ** 2;
    }
    return interval(sum, sigma * Math.sqrt(variance));
  };
  return { months, summed };
}
