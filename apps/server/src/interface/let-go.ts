// Bytes of messages lie beside the heap: V8 lets go of them with the young objects, but where a thread makes few of those it walks through
// everything that lives instead, rules and routes, several times a second. So the young are collected by hand.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: { type: 'minor' }) => void;

/** Collects the young objects of this thread with every so many calls of what is returned. Less than a millisecond each time. */
export function lettingGo(every: number): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  setFlagsFromString('--no-expose-gc');
  let left = every;
  return () => {
    left -= 1;
    if (left > 0) return;
    left = every;
    collect({ type: 'minor' });
  };
}
