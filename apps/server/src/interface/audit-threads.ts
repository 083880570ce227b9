// Threads that answer 3101 and 3102 beside the one that listens, so that every processor works. Whoever is lost is replaced; what it was
// asked, and what it does not answer soon, the one that listens answers itself.
import { Worker } from 'node:worker_threads';
import type { Answered, Home } from '@hengjian/store';
import type { AuditAsk, AuditDone } from './audit-bytes.ts';
import { type Claims, claimsIn, claimsMemory } from './claims.ts';
import { lettingGo } from './let-go.ts';
import type { InterfaceSettings } from './settings.ts';

/** `id`: of the question in its thread, and where it is claimed. */
export type ThreadAsk = AuditAsk & { readonly id: number };
/** `kept`: its account stands in the journal. */
export type ThreadDone = (Pick<AuditDone, 'text' | 'given'> & { readonly kept: true }) | (AuditDone & { readonly kept: false });
/** `pass`: it is no audit for a thread, or was claimed before. */
export type AuditReply = (ThreadDone & { readonly id: number }) | { readonly id: number; readonly pass: true };
type FromThread = AuditReply | { id: number; fault: string } | { ready: true } | { historyFault: string };

export type ToThread = { ask: ThreadAsk } | { answered: readonly Answered[] } | { history: boolean } | { end: true };
export interface ThreadData {
  readonly connection: Home['connection'];
  readonly folder: string;
  readonly settings: Pick<InterfaceSettings, 'degraded' | 'notice' | 'warmMs'>;
  readonly area: string;
  readonly claims: SharedArrayBuffer;
}

export interface AuditThreads {
  /** undefined as soon as it is for whoever listens to answer: no thread is free, or the one that was asked gave it back or is late with it. */
  ask(question: AuditAsk): Promise<ThreadDone | undefined>;
  /** Encounters that were answered with a reason since. */
  answered(rows: readonly Answered[]): void;
  /** The history's file was put in place, or is no more to be read. */
  history(ready: boolean): void;
  close(): Promise<void>;
}

export interface AuditThreadsOptions extends Omit<ThreadData, 'claims'> {
  readonly threads: number;
  readonly historyReady: () => boolean;
  /** All that was answered with a reason before, for a thread that begins. */
  readonly allAnswered: () => readonly Answered[];
  /** Told how many are warm whenever one more is. */
  onReady?(warm: number): void;
  onHistoryFault(personNo: string): void;
  onLost(error: unknown): void;
}

type Give = (done: ThreadDone | undefined) => void;
interface Thread {
  worker: Worker;
  ready: boolean;
  readonly claims: Claims;
  /** In the order in which they were asked, and when on the process clock. */
  readonly waiting: Map<number, { readonly at: number; readonly give: Give }>;
}

/** Messages that a thread has at once: the one it answers and what it finds next while whoever listens answers one. */
const MOST_WAITING = 3;
/** A thread that stands still for so long (a page of the history that comes from the disk, a collection of garbage) is not waited for. */
const LATE_MS = 40;
const LOOK_EVERY_MS = 20;

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
  let closed = false;
  const begin = (place: number): void => {
    if (closed) return;
    const claims = claimsMemory();
    const worker = new Worker(new URL('./audit-thread.ts', import.meta.url), {
      workerData: { connection, folder, settings: { degraded, notice, warmMs }, area, claims } satisfies ThreadData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const thread: Thread = { worker, ready: false, claims: claimsIn(claims), waiting: new Map() };
    const lost = (error: unknown) => {
      if (threads[place] !== thread) return;
      threads[place] = undefined;
      for (const { give } of thread.waiting.values()) give(undefined);
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
        const asked = thread.waiting.get(told.id);
        thread.waiting.delete(told.id);
        if ('fault' in told) process.stderr.write(`audit thread: ${told.fault}\n`);
        asked?.give('text' in told ? told : undefined);
        handOn();
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
  const queue: { readonly question: AuditAsk; readonly give: Give }[] = [];
  const leastBusy = (): Thread | undefined => {
    let least: Thread | undefined;
    for (const thread of threads) if (thread?.ready && thread.waiting.size < (least?.waiting.size ?? MOST_WAITING)) least = thread;
    return least;
  };
  const handOn = (): void => {
    for (let thread = leastBusy(); thread && queue.length > 0; thread = leastBusy()) {
      const { question, give } = queue.shift() as (typeof queue)[number];
      const id = thread.claims.next();
      thread.waiting.set(id, { give, at: performance.now() });
      thread.worker.postMessage({ ask: { ...question, id } } satisfies ToThread);
      letGo();
    }
  };
  let taking = false;
  /** One a turn of the loop: between two of them messages come in and go on to the threads. */
  const takeSoon = (): void => {
    if (taking || queue.length === 0) return;
    taking = true;
    setImmediate(() => {
      taking = false;
      queue.shift()?.give(undefined);
      handOn();
      takeSoon();
    });
  };
  // what is late stays with its thread, which takes nothing new until it has said something
  let lookedAt = performance.now();
  const clock = setInterval(() => {
    const now = performance.now();
    // where this thread itself was held up, answers may lie here unread
    const heldUp = now - lookedAt > LATE_MS;
    lookedAt = now;
    if (heldUp) return;
    for (const thread of threads)
      for (const [id, { at, give }] of thread?.waiting ?? []) {
        if (now - at < LATE_MS) break;
        if (thread?.claims.claim(id)) give(undefined);
      }
  }, LOOK_EVERY_MS);
  clock.unref();
  const all = (told: ToThread) => {
    for (const thread of threads) thread?.worker.postMessage(told);
  };
  return {
    ask(question) {
      return new Promise((give) => {
        queue.push({ question, give });
        handOn();
        takeSoon();
      });
    },
    answered: (answered) => all({ answered }),
    history: (history) => all({ history }),
    async close() {
      closed = true;
      clearInterval(clock);
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
