import { z } from 'zod';

export const provider = z.object({
  providerNo: z.string(),
  name: z.string().nullable(),
  kind: z.string().nullable(),
  level: z.number().nullable(),
});
export type ProviderJson = z.infer<typeof provider>;
