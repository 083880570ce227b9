import { type ReviewReport, runReview } from '@hengjian/workflows';
import { z } from 'zod';
import { moveFindings } from '../finding-life.ts';
import { reviewPortsOf } from '../review-ports.ts';
import { orDiskFull } from './disk-full.ts';
import { asWriter, type Job } from './job.ts';

const request = z.object({
  /** First and last day, both included; a review of changes may leave them out. */
  period: z.object({ from: z.number().int().optional(), to: z.number().int().optional() }),
  /** Only what changed since earlier runs. */
  changed: z.boolean().optional(),
  ruleIds: z.array(z.string()).optional(),
});

/** Reviews a period; progress in passes of the lake. */
export const reviewRun: Job<z.infer<typeof request>, ReviewReport> = {
  name: 'review run',
  request,
  run: (home, { period, changed, ruleIds }, progress) =>
    asWriter(home, 'review run', 'review.busy', async () => {
      if ((await home.lake.snapshot()).version === 0)
        return { ok: false, issues: [{ code: 'review.empty', severity: 'error', facts: {} }] };
      const ports = await reviewPortsOf(home);
      const wanted = {
        period: { ...(period.from !== undefined && { from: period.from }), ...(period.to !== undefined && { to: period.to }) },
        ...(changed && { changed }),
        ...(ruleIds?.length && { ruleIds }),
        progress: (done: number, total: number) => progress({ step: 'review', done, total }),
      };
      return orDiskFull(home, 'review.diskFull', async () => {
        const outcome = await runReview(ports, wanted);
        if (outcome.ok) await moveFindings(home);
        return outcome;
      });
    }),
};
