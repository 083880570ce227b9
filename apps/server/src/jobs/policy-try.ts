import { benefitStoreOf } from '@hengjian/store';
import { tryPolicy, type WhatIfKept } from '@hengjian/workflows';
import { z } from 'zod';
import { whatIfBody } from '../schemas/policy.ts';
import { wallClock } from '../wall-clock.ts';
import type { Job } from './job.ts';

const request = whatIfBody.extend({ whatIfId: z.string(), by: z.string() });

/** Settles a past year again under a changed policy. It writes no claim, so it waits for no writer. */
export const policyTry: Job<z.infer<typeof request>, WhatIfKept> = {
  name: 'policy try',
  request,
  run: (home, asked, progress) =>
    tryPolicy(benefitStoreOf(home), { ...asked, at: wallClock() }, (done, total) => progress({ step: 'what-if', done, total })),
};
