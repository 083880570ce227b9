import { z } from 'zod';
import { fen, instant } from './common.ts';

const calls = {
  calls: z.number(),
  refused: z.number(),
  failed: z.number(),
  reminders: z.number(),
  /** Milliseconds; null where no call ended. */
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
};
const dispositions = { given: z.number(), accepted: z.number(), overridden: z.number(), amountFen: fen };

export const trafficQuery = z.object({
  period: z.enum(['hour', 'day', 'week', 'month']).default('day'),
  provider: z.string().max(60).optional(),
  rule: z.string().max(100).optional(),
});
export const traffic = z.object({
  from: instant,
  to: instant,
  step: z.number(),
  total: z.object(calls),
  points: z.array(z.object({ at: instant, ...calls })),
  byMessage: z.array(z.object({ infno: z.string(), title: z.string(), ...calls })),
  byProvider: z.array(z.object({ providerNo: z.string(), name: z.string().nullable(), ...calls, ...dispositions })),
  byRule: z.array(z.object({ ruleId: z.string(), title: z.string(), ...dispositions })),
  reasons: z.array(z.object({ reason: z.string(), count: z.number() })),
});
export type TrafficJson = z.infer<typeof traffic>;

export const checkBody = z.object({ text: z.string().max(4_000_000) });
const remark = z.enum(['missing', 'tooLong', 'outOfRange', 'notNumber', 'notDate', 'notText', 'notNode']);
export const check = z.object({
  /** Why nothing could be read; null where it could. */
  problem: z.string().nullable(),
  infno: z.string(),
  title: z.string(),
  envelope: z.array(
    z.object({ name: z.string(), zh: z.string(), understood: z.string(), most: z.number().nullable(), required: z.boolean() }),
  ),
  rows: z.array(
    z.object({
      path: z.string(),
      zh: z.string(),
      fields: z.array(
        z.object({
          name: z.string(),
          zh: z.string(),
          type: z.string(),
          required: z.boolean(),
          understood: z.string().nullable(),
          remark: remark.nullable(),
        }),
      ),
    }),
  ),
  moreRows: z.number(),
  absent: z.array(z.object({ path: z.string(), zh: z.string() })),
  unknownKeys: z.array(z.string()),
  remarks: z.array(z.object({ code: remark, path: z.string(), zh: z.string() })),
});
export type CheckJson = z.infer<typeof check>;
