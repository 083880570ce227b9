import { claimsImporter } from '@hengjian/store';
import { compactClaims, type ImportReport } from '@hengjian/workflows';
import { z } from 'zod';
import type { Job } from './job.ts';

const request = z.object({});

/** Folds deltas into the lake. */
export const claimsCompact: Job<z.infer<typeof request>, ImportReport> = {
  name: 'claims compact',
  request,
  run: (home, _, progress) => compactClaims(claimsImporter(home), (step, done, total) => progress({ step, done, total })),
};
