import { itemGrowthFactors } from '@hengjian/domain';
import { z } from 'zod';
import { fen } from './common.ts';
import { funnel, funnelRow } from './funnel.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const kind = z.enum(['drug', 'herb', 'service', 'consumable', 'other']);
export const itemsQuery = z.object({
  from: month.optional(),
  to: month.optional(),
  kind: kind.optional(),
  /** Part of a name or code. */
  text: z.string().max(100).optional(),
  /** One item. */
  code: z.string().max(60).optional(),
  /** Only what the register of monitored items names. */
  monitored: z.literal('true').optional(),
});
export type ItemsQuery = z.infer<typeof itemsQuery>;

const period = z.object({ from: z.string(), to: z.string() });
const use = z.object({ quantity: z.number(), amountFen: fen, lines: z.number() });
const interval = z.object({ value: fen, low80: fen, high80: fen, low95: fen, high95: fen });
export const items = z
  .object({
    known: period,
    period,
    /** What the period is compared with; null: nothing before it. */
    before: period.nullable(),
    basis: z.enum(['year-before', 'preceding', 'halves']).nullable(),
    /** The period that is compared: its second half where nothing is before it. */
    now: period,
    monitoredCodes: z.number(),
    growth: z
      .object({
        wasFen: fen,
        isFen: fen,
        changeFen: fen,
        rate: z.number().nullable(),
        parts: z.record(z.enum(itemGrowthFactors), fen).nullable(),
      })
      .nullable(),
    rows: z.array(
      z.object({
        code: z.string(),
        name: z.string().nullable(),
        kind,
        monitored: z.boolean(),
        before: use.nullable(),
        after: use.nullable(),
      }),
    ),
    total: z.number(),
    months: z.array(z.object({ month: z.string(), amountFen: fen })),
    /** null: fewer than six months on end. */
    forecast: z
      .object({ method: z.enum(['season', 'level']), months: z.array(interval.extend({ month: z.string() })), quarter: interval })
      .nullable(),
  })
  .nullable();
export type ItemsJson = z.infer<typeof items>;

export const itemUse = z
  .object({
    period,
    users: z.number(),
    insured: z.number(),
    diagnoses: z.array(z.object({ category: z.string(), name: z.string().nullable(), encounters: z.number(), used: z.number() })),
    doctors: z.object({
      ...funnel,
      least: z.number(),
      rows: z.array(z.object({ practitionerNo: z.string(), providerNo: z.string(), provider: z.string().nullable(), ...funnelRow })),
    }),
  })
  .nullable();
export type ItemUseJson = z.infer<typeof itemUse>;
