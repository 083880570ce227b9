import { claimsImporter } from '@hengjian/store';
import { compactClaims, type ImportReport } from '@hengjian/workflows';
import { z } from 'zod';
import { orDiskFull } from './disk-full.ts';
import type { Job } from './job.ts';

const request = z.object({});

/** Folds deltas into the lake. */
export const claimsCompact: Job<z.infer<typeof request>, ImportReport> = {
  name: 'claims compact',
  request,
  run: (home, _, progress) =>
    orDiskFull(home, 'claims.diskFull', () => compactClaims(claimsImporter(home), (step, done, total) => progress({ step, done, total }))),
};
