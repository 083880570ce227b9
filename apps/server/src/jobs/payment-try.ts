import { paymentStoreOf } from '@hengjian/store';
import { type PaymentTrial, tryPayment } from '@hengjian/workflows';
import { z } from 'zod';
import { trialBody } from '../schemas/payment.ts';
import { wallClock } from '../wall-clock.ts';
import type { Job } from './job.ts';

const request = trialBody.extend({ trialId: z.string(), by: z.string() });

/** Settles a past year's stays by disease group. It writes no claim, so it waits for no writer. */
export const paymentTry: Job<z.infer<typeof request>, PaymentTrial> = {
  name: 'payment try',
  request,
  run: (home, asked, progress) =>
    tryPayment(paymentStoreOf(home), { ...asked, at: wallClock() }, (done, total) => progress({ step: 'payment', done, total })),
};
