import { z } from 'zod';

export const provider = z.object({
  providerNo: z.string(),
  name: z.string().nullable(),
  kind: z.string().nullable(),
  level: z.number().nullable(),
});
export type ProviderJson = z.infer<typeof provider>;

/** 行政区划, from the register of areas. */
export const area = z.object({ code: z.string(), name: z.string() });
export type AreaJson = z.infer<typeof area>;
