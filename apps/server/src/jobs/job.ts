/**
 * A job: long work that writes. The server does jobs one after the other; a command does its own where no server runs, else hands
 * it over. Requests and results are plain JSON, so that both ways are the same.
 */
import type { Outcome } from '@hengjian/domain';
import type { Home } from '@hengjian/store';
import type { z } from 'zod';

/** `step` is a word of the job's own; done and total are in its unit (rows, buckets …), total 0 while unknown. */
export interface JobProgress {
  step: string;
  done: number;
  total: number;
}

export interface Job<Request, Result> {
  /** What the operator would type: 'claims import'. */
  readonly name: string;
  readonly request: z.ZodType<Request>;
  /** Takes the writer lock itself; another writer is a refusal. */
  run(home: Home, request: Request, progress: (at: JobProgress) => void): Promise<Outcome<Result>>;
  /** What follows by itself in the server once it is done. */
  follow?(home: Home, result: Result): Promise<readonly FollowUp[]>;
}

/** A job and its request. */
export interface FollowUp {
  // biome-ignore lint/suspicious/noExplicitAny: each checks its own request
  readonly job: Job<any, unknown>;
  readonly request: unknown;
}

/** Holds the writer lock around some work; refuses with `busy` and who holds it. */
export async function asWriter<T>(home: Home, purpose: string, busy: string, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const lock = await home.takeWriterLock(purpose);
  if (!lock.ok) return { ok: false, issues: [{ code: busy, severity: 'error', facts: { ...lock.holder } }] };
  try {
    return await work();
  } finally {
    await lock.release();
  }
}
