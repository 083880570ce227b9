import { dayOf } from '@hengjian/domain';
import { openLakeAsKnownAt } from '@hengjian/store';
import { replay, type Trial } from '@hengjian/workflows';
import { z } from 'zod';
import { replayPortsOf } from '../review-ports.ts';
import { wallClock } from '../wall-clock.ts';
import type { Job } from './job.ts';

const request = z.object({
  /** Wall clock in seconds. */
  asKnownAt: z.number(),
  period: z.object({ from: z.number().int(), to: z.number().int() }),
  ruleIds: z.array(z.string()).optional(),
  /** Read the records as they are today, not as they were known then. */
  recordsOfToday: z.boolean().optional(),
  by: z.string(),
  why: z.string(),
});

/** A period as a past day's editions, exemptions, knowledge and records saw it. */
export const ruleReplay: Job<z.infer<typeof request>, Trial> = {
  name: 'rule replay',
  request,
  async run(home, { asKnownAt, period, ruleIds, recordsOfToday, by, why }, progress) {
    if ((await home.lake.snapshot()).version === 0) return { ok: false, issues: [{ code: 'review.empty', severity: 'error', facts: {} }] };
    const known = recordsOfToday || asKnownAt >= wallClock() ? undefined : await openLakeAsKnownAt(home, dayOf(asKnownAt));
    if (known && !known.ok) return known;
    try {
      const outcome = await replay(await replayPortsOf(home, asKnownAt, known?.value ?? home.lake), {
        asKnownAt,
        period,
        ...(ruleIds?.length && { ruleIds }),
        act: { by, why, at: wallClock() },
        progress: (done, total) => progress({ step: 'replay', done, total }),
      });
      return outcome.ok ? { ...outcome, value: outcome.value.trial } : outcome;
    } finally {
      known?.value.close();
    }
  },
};
