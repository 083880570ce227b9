import { claimsImporter } from '@hengjian/store';
import { type ImportReport, importClaims } from '@hengjian/workflows';
import { z } from 'zod';
import { afterImport } from './after-import.ts';
import { orDiskFull } from './disk-full.ts';
import type { Job } from './job.ts';

const request = z.object({
  /** Absolute path on this machine. */
  folder: z.string(),
  acceptRejects: z.boolean(),
});

/** Reads an extract folder into the lake. */
export const claimsImport: Job<z.infer<typeof request>, ImportReport> = {
  name: 'claims import',
  request,
  run: (home, given, progress) =>
    orDiskFull(home, 'claims.diskFull', () =>
      importClaims(claimsImporter(home), { ...given, progress: (step, done, total) => progress({ step, done, total }) }),
    ),
  follow: (home, report) => afterImport(home, report),
};
