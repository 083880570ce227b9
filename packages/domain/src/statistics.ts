/** Shares of a sample: how sure they are, and how large a sample must be. Pure numbers, no units. */

/** Two-sided 95 %. */
export const Z95 = 1.959_963_985;

/** z of a two-sided confidence in per cent: 95 → 1.95996. By halving the normal distribution's integral; good to eight digits. */
export function zOf(confidencePercent: number): number {
  const wanted = 0.5 + confidencePercent / 200;
  let [low, high] = [0, 8];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (normalShareBelow(middle) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Φ(z) for z ≥ 0: ½ + φ(z)·(z + z³/3 + z⁵/15 + …). */
function normalShareBelow(z: number): number {
  let [term, sum] = [z, z];
  for (let k = 3; term > 1e-16 && k < 400; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's interval of `count` of `of`: holds for small samples and near 0 and 1, where the plain one does not. Of a known population it
 * is corrected for what was not left out: the sample counts as n·(N−1)/(N−n). Everybody asked: no interval is left. `of` is above zero.
 */
export function wilson(count: number, of: number, z: number = Z95, population: number | null = null): Interval {
  const share = count / of;
  if (population !== null && of >= population) return { low: share, high: share };
  const n = population === null ? of : (of * (population - 1)) / (population - of);
  const z2 = (z * z) / n;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (z / (1 + z2)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * Answers needed for a share to be known to ± `margin`: n₀ = z²·¼ ÷ margin², with the share at its worst of one half; of a known population
 * n₀ ÷ (1 + (n₀ − 1) ÷ N). Rounded up.
 */
export function sampleSize(margin: number, z: number = Z95, population: number | null = null): number {
  const endless = (z * z * 0.25) / (margin * margin);
  const size = population === null ? endless : endless / (1 + (endless - 1) / population);
  return Math.ceil(size - 1e-9);
}
