/**
 * Who answers a question, the thread that was asked or the one that listens and waited long enough for it: whoever claims it first, so that
 * there is one account. Questions of one thread, by their number, in memory that both see.
 */
export interface Claims {
  /** The number of the next question, which anybody may claim from now on. */
  next(): number;
  /** Whether nobody did before. */
  claim(question: number): boolean;
}

/** More than a thread has at once: who was asked so many questions ago can claim nothing any more. */
const PLACES = 16;
const MOST = 2 ** 30;

export const claimsMemory = (): SharedArrayBuffer => new SharedArrayBuffer(PLACES * Int32Array.BYTES_PER_ELEMENT);

export function claimsIn(shared: SharedArrayBuffer): Claims {
  const open = new Int32Array(shared);
  let last = 0;
  return {
    next() {
      last = (last % MOST) + 1;
      Atomics.store(open, last % PLACES, last);
      return last;
    },
    claim: (question) => Atomics.compareExchange(open, question % PLACES, question, 0) === question,
  };
}
