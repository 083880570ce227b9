/**
 * Institutions of a kind beside each other in a funnel (Spiegelhalter, Statistics in Medicine 2005): a value is strange when it stands
 * further from the peers' than its number of stays allows by chance. An indicator is a ratio ΣY/ΣX over stays, so that a mean (X = 1), a
 * share (X = cost) and a risk-adjusted index (X = what was to be expected) are one thing; the spread of an institution of n stays is
 * σ/(X̄√n), σ² being the variance of Y − R·X over the peers' stays (linearised ratio). Institutions differ more than chance alone:
 * where the winsorised mean of their squared scores, φ, is above 1, limits are wider by √φ.
 */

/** Sums over the stays of one institution. */
export interface RatioSums {
  readonly no: string;
  readonly n: number;
  readonly y: number;
  readonly x: number;
  readonly yy: number;
  readonly xy: number;
  readonly xx: number;
}

/** `unrecorded`: of none of its stays does any record tell. */
export const funnelMarks = ['high', 'low', 'watch-high', 'watch-low', 'within', 'small', 'unrecorded'] as const;
export type FunnelMark = (typeof funnelMarks)[number];

export interface FunnelRow {
  readonly no: string;
  readonly n: number;
  readonly value: number | null;
  /** Spreads from the peers' value, overdispersion counted; null: no spread is known. */
  readonly score: number | null;
  readonly mark: FunnelMark;
}
export interface Funnel {
  /** The peers' value. */
  readonly centre: number | null;
  /** The limit at n stays is centre ± z·spread/√n. */
  readonly spread: number | null;
  readonly overdispersion: number;
  readonly rows: readonly FunnelRow[];
}

/** 95 % and 99.8 % of a normal distribution, as funnels have them. */
export const FUNNEL_WATCH = 1.96;
export const FUNNEL_STRANGE = 3.09;
/** A tenth at either end is drawn in, so that the strange ones do not widen their own limits. */
const WINSOR = 0.1;

function winsorised(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const cut = Math.floor(sorted.length * WINSOR);
  const [low, high] = [sorted[cut] as number, sorted[sorted.length - 1 - cut] as number];
  return values.map((value) => Math.min(high, Math.max(low, value)));
}

const markOf = (score: number): FunnelMark =>
  score > FUNNEL_STRANGE
    ? 'high'
    : score < -FUNNEL_STRANGE
      ? 'low'
      : score > FUNNEL_WATCH
        ? 'watch-high'
        : score < -FUNNEL_WATCH
          ? 'watch-low'
          : 'within';

/** `least`: institutions with fewer stays are shown as small numbers and judged by nobody; they take no part in the overdispersion. */
export function funnelOf(sums: readonly RatioSums[], least: number): Funnel {
  const total = (key: 'n' | 'y' | 'x' | 'yy' | 'xy' | 'xx') => sums.reduce((sum, one) => sum + one[key], 0);
  const [n, y, x] = [total('n'), total('y'), total('x')];
  if (n < 2 || x === 0)
    return {
      centre: null,
      spread: null,
      overdispersion: 1,
      rows: sums.map(({ no, n: own }) => ({ no, n: own, value: null, score: null, mark: own === 0 ? 'unrecorded' : 'small' })),
    };
  const centre = y / x;
  // Σ(Y − R·X)² = ΣY² − 2RΣXY + R²ΣX²; its mean is zero by construction.
  const variance = Math.max(0, (total('yy') - 2 * centre * total('xy') + centre * centre * total('xx')) / (n - 1));
  const base = Math.sqrt(variance) / (x / n);
  const scored = sums.map((one) => {
    const value = one.x === 0 ? null : one.y / one.x;
    return { ...one, value, plain: value === null || base === 0 ? null : (value - centre) / (base / Math.sqrt(one.n)) };
  });
  const judged = winsorised(scored.flatMap(({ plain, n: own }) => (plain === null || own < least ? [] : [plain])));
  const overdispersion = judged.length < 5 ? 1 : Math.max(1, judged.reduce((sum, score) => sum + score * score, 0) / judged.length);
  return {
    centre,
    spread: base === 0 ? null : base * Math.sqrt(overdispersion),
    overdispersion,
    rows: scored.map(({ no, n: own, value, plain }): FunnelRow => {
      const score = plain === null ? null : plain / Math.sqrt(overdispersion);
      return { no, n: own, value, score, mark: own === 0 ? 'unrecorded' : own < least || score === null ? 'small' : markOf(score) };
    }),
  };
}
