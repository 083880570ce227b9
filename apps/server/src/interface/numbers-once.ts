/**
 * Numbers that may be used once, each until its own end. Of each 48 bits of a digest are kept, in tables beside the heap: as texts of a
 * map, hundreds of thousands of them made every full collection longer, and the map stood still whenever it grew.
 */
import { hash } from 'node:crypto';

const SLOTS = 2 ** 19;
/** Of one table; of two the older is forgotten when the younger is full. At least so many numbers are remembered. */
const MOST = SLOTS * 0.75;

class Table {
  readonly #keys = new Float64Array(SLOTS);
  readonly #ends = new Float64Array(SLOTS);
  size = 0;

  #slotOf(key: number): number {
    let slot = key % SLOTS;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) % SLOTS;
    return slot;
  }
  end(key: number): number {
    return this.#ends[this.#slotOf(key)] as number;
  }
  put(key: number, end: number): void {
    const slot = this.#slotOf(key);
    if (this.#keys[slot] === 0) this.size += 1;
    this.#keys[slot] = key;
    this.#ends[slot] = end;
  }
}

/** Whether a number was not used before, or its end (seconds, as `now`) is over; from then on it is used until `end`. */
export function numbersOnce(most = MOST): (number: string, end: number, now: number) => boolean {
  let [young, old] = [new Table(), new Table()];
  return (number, end, now) => {
    const key = 1 + hash('sha1', number, 'buffer').readUIntBE(0, 6);
    if (Math.max(young.end(key), old.end(key)) >= now) return false;
    young.put(key, end);
    if (young.size >= most) [young, old] = [new Table(), young];
    return true;
  };
}
