/**
 * What was set last, by key: at least half of `most` entries, never more. Two maps take turns, the older one is forgotten whole. To delete
 * the oldest one by one would lead every look for it past the holes that all before it left.
 */
export class Latest<V> {
  readonly #half: number;
  #young = new Map<string, V>();
  #old = new Map<string, V>();

  constructor(most: number) {
    this.#half = Math.max(1, Math.floor(most / 2));
  }
  get(key: string): V | undefined {
    return this.#young.get(key) ?? this.#old.get(key);
  }
  has(key: string): boolean {
    return this.#young.has(key) || this.#old.has(key);
  }
  set(key: string, value: V): void {
    this.#young.set(key, value);
    if (this.#young.size < this.#half) return;
    this.#old = this.#young;
    this.#young = new Map();
  }
  /** Each key once, with its newest value. */
  *[Symbol.iterator](): Generator<[string, V]> {
    for (const entry of this.#old) if (!this.#young.has(entry[0])) yield entry;
    yield* this.#young;
  }
}
