/**
 * Why the fund's expenditure changed: 人数 × 人均次数 × 次均费用 × 基金负担比例. Each factor's part is its Shapley value, that is the mean of
 * what its change adds over all 24 orders in which the four may change; the parts sum to the difference by construction, and the
 * rounding to whole fen goes to the parts with the largest remainders, so they sum to it to the last fen.
 */
import type { Fen } from '../money.ts';

export interface UseOfCare {
  /** People with at least one settlement. */
  readonly people: number;
  readonly visits: number;
  readonly totalFen: Fen;
  readonly fundFen: Fen;
}

const growthFactors = ['people', 'frequency', 'cost', 'share'] as const;
export type GrowthFactor = (typeof growthFactors)[number];

export interface Growth {
  readonly changeFen: Fen;
  /** Change over the base; null where the base is zero. */
  readonly rate: number | null;
  /** null where one of the periods has no care or cost: a factor out of nothing has no part. */
  readonly parts: readonly { readonly factor: GrowthFactor; readonly fen: Fen; readonly before: number; readonly after: number }[] | null;
}

/** Weights of a subset of size k of the other three: k!(3−k)!/4!. */
const weights = [1 / 4, 1 / 12, 1 / 12, 1 / 4] as const;

const factorsOf = ({ people, visits, totalFen, fundFen }: UseOfCare): number[] | null =>
  people > 0 && visits > 0 && totalFen > 0 ? [people, visits / people, totalFen / visits, fundFen / totalFen] : null;

/** Whole numbers nearest to the parts that sum to `total` (largest remainder, ties to the earlier part). */
export function wholeParts(parts: readonly number[], total: Fen): Fen[] {
  const whole = parts.map(Math.floor);
  let left = total - whole.reduce((sum, part) => sum + part, 0);
  const order = parts.map((part, index) => ({ index, rest: part - Math.floor(part) })).sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (let at = 0; left !== 0; at = (at + 1) % order.length) {
    const { index } = order[at] as { index: number };
    whole[index] = (whole[index] as number) + Math.sign(left);
    left -= Math.sign(left);
  }
  return whole;
}

/** Explains `after − before` of the fund's part. */
export function explainGrowth(before: UseOfCare, after: UseOfCare): Growth {
  const changeFen = after.fundFen - before.fundFen;
  const rate = before.fundFen > 0 ? changeFen / before.fundFen : null;
  const [a, b] = [factorsOf(before), factorsOf(after)];
  if (!a || !b) return { changeFen, rate, parts: null };
  const product = (changed: number) => a.reduce((total, value, i) => total * (changed & (1 << i) ? (b[i] as number) : value), 1);
  const parts = growthFactors.map((_, i) => {
    let part = 0;
    for (let others = 0; others < 16; others += 1) {
      if (others & (1 << i)) continue;
      const size = [0, 1, 2, 3].filter((j) => others & (1 << j)).length;
      part += (weights[size] as number) * (product(others | (1 << i)) - product(others));
    }
    return part;
  });
  const fen = wholeParts(parts, changeFen);
  return {
    changeFen,
    rate,
    parts: growthFactors.map((factor, i) => ({ factor, fen: fen[i] as Fen, before: a[i] as number, after: b[i] as number })),
  };
}
