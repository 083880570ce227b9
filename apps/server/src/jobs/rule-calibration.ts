import { decisionBookOf } from '@hengjian/store';
import { type Calibration, keepCalibration } from '@hengjian/workflows';
import { z } from 'zod';
import { trialPortsOf } from '../review-ports.ts';
import { wallClock } from '../wall-clock.ts';
import type { Job } from './job.ts';

const request = z.object({
  ruleId: z.string(),
  parameter: z.string(),
  values: z.array(z.number().int()),
  period: z.object({ from: z.number().int(), to: z.number().int() }),
  by: z.string(),
  why: z.string(),
});

/** Tries several values of a parameter on a past period. It writes no finding, so it waits for no writer. */
export const ruleCalibration: Job<z.infer<typeof request>, Calibration> = {
  name: 'rule calibration',
  request,
  async run(home, { by, why, ...asked }, progress) {
    if ((await home.lake.snapshot()).version === 0) return { ok: false, issues: [{ code: 'review.empty', severity: 'error', facts: {} }] };
    return keepCalibration(
      { ...(await trialPortsOf(home)), decisions: decisionBookOf(home.db) },
      { ...asked, act: { by, why, at: wallClock() }, progress: (done, total) => progress({ step: 'calibration', done, total }) },
    );
  },
};
