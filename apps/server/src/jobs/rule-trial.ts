import { type Trial, trialEdition } from '@hengjian/workflows';
import { z } from 'zod';
import { trialPortsOf } from '../review-ports.ts';
import { wallClock } from '../wall-clock.ts';
import type { Job } from './job.ts';

const request = z.object({
  ruleId: z.string(),
  edition: z.number().int(),
  period: z.object({ from: z.number().int(), to: z.number().int() }),
  by: z.string(),
  why: z.string(),
});

/** Tries an edition on a past period. It writes no finding, so it waits for no writer; jobs of one server run one after the other. */
export const ruleTrial: Job<z.infer<typeof request>, Trial> = {
  name: 'rule trial',
  request,
  async run(home, { ruleId, edition, period, by, why }, progress) {
    if ((await home.lake.snapshot()).version === 0) return { ok: false, issues: [{ code: 'review.empty', severity: 'error', facts: {} }] };
    return trialEdition(await trialPortsOf(home), {
      ruleId,
      edition,
      period,
      act: { by, why, at: wallClock() },
      progress: (done, total) => progress({ step: 'trial', done, total }),
    });
  },
};
