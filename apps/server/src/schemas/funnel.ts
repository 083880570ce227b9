// A funnel's numbers, whatever stands in it.
import { funnelMarks } from '@hengjian/domain';
import { z } from 'zod';

export const funnel = {
  /** The peers' value. */
  centre: z.number().nullable(),
  spread: z.number().nullable(),
  overdispersion: z.number(),
};
export const funnelRow = {
  name: z.string().nullable(),
  n: z.number(),
  value: z.number().nullable(),
  score: z.number().nullable(),
  mark: z.enum(funnelMarks),
};
/** Institutions of one class. */
export const classFunnel = {
  level: z.number(),
  levels: z.array(z.object({ level: z.number(), providers: z.number() })),
  /** Fewer stays are small numbers. */
  least: z.number(),
  ...funnel,
  rows: z.array(z.object({ providerNo: z.string(), ...funnelRow })),
};
