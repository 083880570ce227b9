// SM2 in worker threads: a verification takes milliseconds and must not hold up the messages that need none.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Question } from './verify.ts';

export interface Verifier {
  /** Number of the key that signed, -1 where none did; 'busy' where more are waiting than will be answered in time. */
  signer(question: Question): Promise<number | 'busy'>;
  /** Starts a worker before the first signature comes: otherwise that one waits for it. */
  warm(): void;
  close(): Promise<void>;
}

/** At some 3.5 ms each, about a second of waiting for one worker. */
const MOST_WAITING = 300;

interface Desk {
  worker: Worker;
  waiting: Map<number, { resolve: (signer: number) => void; reject: (error: Error) => void }>;
}

/** Workers start with the first signature, or are warmed. One that dies fails what it was asked and is replaced by the next question. */
export function openVerifier(workers = Math.max(1, Math.min(4, availableParallelism() - 1)), mostWaiting = MOST_WAITING): Verifier {
  const desks: (Desk | undefined)[] = Array.from({ length: workers }, () => undefined);
  let serial = 0;
  const open = (place: number): Desk => {
    const desk: Desk = { worker: new Worker(new URL('./worker.ts', import.meta.url)), waiting: new Map() };
    const lost = (error: Error) => {
      if (desks[place] === desk) desks[place] = undefined;
      for (const { reject } of desk.waiting.values()) reject(error);
      desk.waiting.clear();
    };
    desk.worker.on('message', ({ id, signer }: { id: number; signer: number }) => {
      desk.waiting.get(id)?.resolve(signer);
      desk.waiting.delete(id);
    });
    desk.worker.on('error', lost);
    desk.worker.on('exit', () => lost(new Error('an SM2 worker ended')));
    desk.worker.unref();
    desks[place] = desk;
    return desk;
  };
  return {
    async signer(question) {
      const loads = desks.map((desk) => desk?.waiting.size ?? 0);
      const place = loads.indexOf(Math.min(...loads));
      if ((loads[place] as number) >= mostWaiting) return 'busy';
      const desk = desks[place] ?? open(place);
      serial += 1;
      const id = serial;
      const answer = Promise.withResolvers<number>();
      desk.waiting.set(id, answer);
      desk.worker.postMessage({ id, question });
      return answer.promise;
    },
    warm() {
      if (!desks.some(Boolean)) open(0);
    },
    async close() {
      await Promise.all(desks.map((desk) => desk?.worker.terminate()));
    },
  };
}
