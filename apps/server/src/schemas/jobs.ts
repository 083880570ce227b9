import { z } from 'zod';

export const jobs = z.array(
  z.object({
    id: z.number(),
    /** As the operator would type it: 'claims import'. */
    name: z.string(),
    request: z.unknown(),
    state: z.enum(['waiting', 'running', 'done', 'refused', 'failed']),
    progress: z.object({ step: z.string(), done: z.number(), total: z.number() }).nullable(),
    /** ISO time when it was handed in. */
    since: z.string(),
  }),
);
