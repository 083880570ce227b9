/**
 * The city's only source of chance: sfc32 seeded from a text. No clock, no Math.random: the same seed gives the same bytes.
 * Every person, provider and planted case has a stream of its own, so that one more draw in one life changes no other.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(...seed: (string | number)[]) {
    const text = seed.join('\u0001');
    // FNV-1a with three offsets: three independent words of state.
    const words = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b];
    for (let i = 0; i < text.length; i += 1)
      for (let w = 0; w < 3; w += 1) words[w] = Math.imul((words[w] as number) ^ (text.charCodeAt(i) + w * 31), 0x01000193) >>> 0;
    [this.a, this.b, this.c] = words as [number, number, number];
    for (let i = 0; i < 12; i += 1) this.next();
  }

  /** Uniform in [0, 1). */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + t) | 0;
    return (t >>> 0) / 4294967296;
  }

  /** Whole number in [from, to], both included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** Picks by weight; weights must be ≥ 0 and not all 0. */
  weighted<T>(list: readonly T[], weight: (entry: T) => number): T {
    let sum = 0;
    for (const entry of list) sum += weight(entry);
    let at = this.next() * sum;
    for (const entry of list) {
      at -= weight(entry);
      if (at < 0) return entry;
    }
    return list[list.length - 1] as T;
  }

  /** Number of events of a mean rate (below about 20). */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let product = this.next();
    let count = 0;
    while (product > limit) {
      product *= this.next();
      count += 1;
    }
    return count;
  }

  shuffle<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i -= 1) {
      const j = this.int(0, i);
      [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
    }
    return copy;
  }
}
