const SHARES = [0.5, 0.7, 0.85, 1, 1.2, 1.5, 2];

/** Values worth a look beside the one in force: from half to twice of it, of a small one its neighbours. In order, each once, none below zero. */
export function valuesAround(standing: number): number[] {
  const near =
    Math.abs(standing) < 10 ? [-3, -2, -1, 0, 1, 2, 3].map((by) => standing + by) : SHARES.map((by) => Math.round(standing * by));
  return [...new Set(near)].filter((value) => standing < 0 || value >= 0).sort((a, b) => a - b);
}
