// Threads that answer 3101 and 3102, so that the one that listens only listens. Whoever is lost is replaced; what it was asked is
// answered the long way.
import { Worker } from 'node:worker_threads';
import type { Answered, Home } from '@hengjian/store';
import type { AuditAsk, AuditDone } from './audit-bytes.ts';
import { lettingGo } from './let-go.ts';
import type { InterfaceSettings } from './settings.ts';

/** `id`: of the question in its thread. */
export type ThreadAsk = AuditAsk & { readonly id: number };
export type AuditReply = (AuditDone & { readonly id: number }) | { readonly id: number; readonly pass: true };
type FromThread = AuditReply | { id: number; fault: string } | { ready: true } | { historyFault: string };
export type ToThread = { ask: ThreadAsk } | { answered: readonly Answered[] } | { history: boolean } | { end: true };
export interface ThreadData {
  readonly connection: Home['connection'];
  readonly folder: string;
  readonly settings: Pick<InterfaceSettings, 'degraded' | 'notice' | 'warmMs'>;
  readonly area: string;
}

export interface AuditThreads {
  /** undefined where no thread can take it, or the one that took it gave it back: then it is answered the long way. */
  ask(question: AuditAsk): Promise<AuditDone | undefined>;
  /** Encounters that were answered with a reason since. */
  answered(rows: readonly Answered[]): void;
  /** The history's file was put in place, or is no more to be read. */
  history(ready: boolean): void;
  close(): Promise<void>;
}

export interface AuditThreadsOptions extends ThreadData {
  readonly threads: number;
  readonly historyReady: () => boolean;
  /** All that was answered with a reason before, for a thread that begins. */
  readonly allAnswered: () => readonly Answered[];
  /** Told how many are warm whenever one more is. */
  onReady?(warm: number): void;
  onHistoryFault(personNo: string): void;
  onLost(error: unknown): void;
}

interface Thread {
  worker: Worker;
  ready: boolean;
  waiting: Map<number, (done: AuditDone | undefined) => void>;
}

/** Young objects of a message die with it: in a larger room fewer of them are carried over. */
const YOUNG_MB = 64;
const AGAIN_MS = 1000;
/** Messages handed on between two collections of the listening thread's young objects. */
const LET_GO_EVERY = 64;

export function openAuditThreads(options: AuditThreadsOptions): AuditThreads {
  const { connection, folder, area } = options;
  const { degraded, notice, warmMs } = options.settings;
  const threads: (Thread | undefined)[] = Array.from({ length: options.threads }, () => undefined);
  const letGo = lettingGo(LET_GO_EVERY);
  let serial = 0;
  let closed = false;
  const begin = (place: number): void => {
    if (closed) return;
    const worker = new Worker(new URL('./audit-thread.ts', import.meta.url), {
      workerData: { connection, folder, settings: { degraded, notice, warmMs }, area } satisfies ThreadData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const thread: Thread = { worker, ready: false, waiting: new Map() };
    const lost = (error: unknown) => {
      if (threads[place] !== thread) return;
      threads[place] = undefined;
      for (const give of thread.waiting.values()) give(undefined);
      thread.waiting.clear();
      if (closed) return;
      options.onLost(error);
      setTimeout(() => begin(place), AGAIN_MS).unref();
    };
    worker.on('message', (told: FromThread) => {
      if ('ready' in told) {
        thread.ready = true;
        options.onReady?.(threads.filter((one) => one?.ready).length);
      } else if ('historyFault' in told) options.onHistoryFault(told.historyFault);
      else {
        const give = thread.waiting.get(told.id);
        thread.waiting.delete(told.id);
        if ('fault' in told) process.stderr.write(`audit thread: ${told.fault}\n`);
        give?.('text' in told ? told : undefined);
      }
    });
    worker.on('error', lost);
    worker.on('exit', (code) => lost(new Error(`an audit thread ended with ${code}`)));
    worker.unref();
    threads[place] = thread;
    const tell = (told: ToThread) => worker.postMessage(told);
    tell({ history: options.historyReady() });
    tell({ answered: options.allAnswered() });
  };
  for (const place of threads.keys()) begin(place);
  const all = (told: ToThread) => {
    for (const thread of threads) thread?.worker.postMessage(told);
  };
  return {
    async ask(question) {
      let least: Thread | undefined;
      for (const thread of threads)
        if (thread?.ready && thread.waiting.size < (least?.waiting.size ?? Number.POSITIVE_INFINITY)) least = thread;
      if (!least) return undefined;
      serial += 1;
      const id = serial;
      const done = Promise.withResolvers<AuditDone | undefined>();
      least.waiting.set(id, done.resolve);
      least.worker.postMessage({ ask: { ...question, id } } satisfies ToThread);
      letGo();
      return done.promise;
    },
    answered: (answered) => all({ answered }),
    history: (history) => all({ history }),
    async close() {
      closed = true;
      await Promise.all(
        threads.map(async (thread) => {
          if (!thread) return;
          const gone = new Promise((resolve) => thread.worker.once('exit', resolve));
          thread.worker.postMessage({ end: true } satisfies ToThread);
          // one that hangs in a query does not hold up the end
          const late = setTimeout(() => thread.worker.terminate(), AGAIN_MS);
          await gone;
          clearTimeout(late);
        }),
      );
    },
  };
}
