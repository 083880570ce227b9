import { z } from 'zod';
import { day } from './common.ts';

export const lakeVersion = z.object({
  version: z.number(),
  /** ISO time. */
  recordedAt: z.string(),
  folder: z.string(),
  /** Rows by table: read = added + changed + skipped + rejected. */
  tables: z.array(
    z.object({ table: z.string(), read: z.number(), added: z.number(), changed: z.number(), skipped: z.number(), rejected: z.number() }),
  ),
  rejected: z.number(),
  rejectedFile: z.string().nullable(),
  seconds: z.number().nullable(),
  netting: z.record(z.string(), z.number()),
  unknownCodes: z.array(z.object({ field: z.string(), code: z.string(), rows: z.number() })),
});
export type LakeVersionJson = z.infer<typeof lakeVersion>;

export const lakeState = z.object({
  version: z.number(),
  fromDay: day.nullable(),
  toDay: day.nullable(),
  counts: z.record(z.string(), z.number()),
  bytes: z.number(),
  versions: z.array(lakeVersion),
  /** What follows an import by itself. */
  follows: z.object({ review: z.boolean(), alerts: z.boolean() }),
});
export type LakeState = z.infer<typeof lakeState>;

export const rejectedPage = z.object({ total: z.number(), columns: z.array(z.string()), rows: z.array(z.array(z.string())) });
export type RejectedPage = z.infer<typeof rejectedPage>;
