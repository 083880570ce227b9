// One review at a time, in this process: started by a request, followed by asking.
import type { Day } from '@hengjian/domain';
import type { Home } from '@hengjian/store';
import { runReview } from '@hengjian/workflows';
import { Refusal, refuse, sayAll } from './refusal.ts';
import { reviewPortsOf } from './review-ports.ts';

export interface ReviewJob {
  current(): { fromDay: Day; toDay: Day; done: number; total: number; startedAt: string } | null;
  failure(): string | null;
  /** Refuses while another writes. Answers once the review is under way. */
  start(period: { from: Day; to: Day }, ruleIds?: readonly string[]): Promise<void>;
  /** Resolves when no review is under way. */
  idle(): Promise<void>;
}

export function reviewJobOf(home: Home): ReviewJob {
  let current: ReturnType<ReviewJob['current']> = null;
  let failure: string | null = null;
  let work: Promise<void> = Promise.resolve();
  return {
    current: () => current,
    failure: () => failure,
    idle: () => work,
    async start(period, ruleIds) {
      const lock = await home.takeWriterLock('review run');
      if (!lock.ok) refuse('server.busy', { ...lock.holder }, 409);
      failure = null;
      current = { fromDay: period.from, toDay: period.to, done: 0, total: 0, startedAt: new Date().toISOString() };
      const run = async () => {
        const progress = (done: number, total: number) => {
          if (current) current = { ...current, done, total };
        };
        const request = { period, progress, ...(ruleIds?.length ? { ruleIds } : {}) };
        const outcome = await runReview(await reviewPortsOf(home), request);
        if (!outcome.ok) throw new Refusal(outcome.issues, 422);
      };
      work = run()
        .catch((error: unknown) => {
          failure = error instanceof Refusal ? sayAll(error.issues, 'zh') : error instanceof Error ? error.message : String(error);
        })
        .finally(async () => {
          current = null;
          await lock.release();
        });
    },
  };
}
