/**
 * The monthly re-review (月度复核): a stratified random sample of what was decided and of claims without findings, drawn by one person
 * from a recorded seed and judged by another. Everything here is pure, so that a sample can be drawn again from its seed.
 */
import { wilson } from '../statistics.ts';

export interface RecheckUnit {
  /** Finding or encounter. */
  readonly id: string;
  readonly kind: 'finding' | 'claim';
  /** Rule and outcome of a finding; kind of care of a claim. */
  readonly stratum: string;
  /** Of a claim: whose. */
  readonly personNo?: string;
}

/** A small, fast generator (mulberry32): the same seed gives the same sample on every machine. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * So many units out of all, each stratum with its share (largest remainder) and, while there are places, at least one. Within a stratum
 * every unit is as likely as any other. The order of the units given makes no difference.
 */
export function drawSample(units: readonly RecheckUnit[], size: number, seed: number): RecheckUnit[] {
  const strata = [...Map.groupBy(units, (unit) => `${unit.kind}|${unit.stratum}`)].sort(([a], [b]) => byText(a, b));
  const wanted = Math.min(size, units.length);
  const random = randomOf(seed);
  const places = placesOf(
    strata.map(([, own]) => own.length),
    wanted,
  );
  return strata.flatMap(([, own], i) => {
    const rest = [...own].sort((a, b) => byText(a.id, b.id));
    // Fisher–Yates, as far as places go
    for (let at = 0; at < (places[i] as number); at++) {
      const other = at + Math.floor(random() * (rest.length - at));
      [rest[at], rest[other]] = [rest[other] as RecheckUnit, rest[at] as RecheckUnit];
    }
    return rest.slice(0, places[i]);
  });
}

/** Places of each stratum: one each while there are enough, the rest by size. */
function placesOf(sizes: readonly number[], wanted: number): number[] {
  const all = sizes.reduce((sum, n) => sum + n, 0);
  if (wanted >= all) return [...sizes];
  if (wanted < sizes.length) {
    // fewer places than strata: the largest come first
    const order = sizes.map((n, i) => ({ n, i })).sort((a, b) => b.n - a.n || a.i - b.i);
    const taken = new Set(order.slice(0, wanted).map(({ i }) => i));
    return sizes.map((_, i) => (taken.has(i) ? 1 : 0));
  }
  const exact = sizes.map((n) => (n * wanted) / all);
  const places = exact.map((x, i) => Math.min(sizes[i] as number, Math.max(1, Math.floor(x))));
  let left = wanted - places.reduce((sum, n) => sum + n, 0);
  const order = exact.map((x, i) => ({ rest: x - Math.floor(x), i })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (let round = 0; left > 0; round++) {
    const { i } = order[round % order.length] as { i: number };
    if ((places[i] as number) >= (sizes[i] as number)) continue;
    places[i] = (places[i] as number) + 1;
    left -= 1;
  }
  // the one-each may have taken too many from the share: give back from the largest
  for (; left < 0; left += 1) {
    const largest = places.indexOf(Math.max(...places));
    places[largest] = (places[largest] as number) - 1;
  }
  return places;
}

export interface Ratio {
  readonly count: number;
  readonly of: number;
  /** null: nothing was judged. */
  readonly ratio: number | null;
  /** Wilson's interval at 95 %: holds for small samples and near 0 and 1, where the plain one does not. */
  readonly low: number | null;
  readonly high: number | null;
}

export function ratioOf(count: number, of: number): Ratio {
  if (of === 0) return { count, of, ratio: null, low: null, high: null };
  return { count, of, ratio: count / of, ...wilson(count, of) };
}
