import { z } from 'zod';

export const monthReport = z.object({
  month: z.string(),
  months: z.array(z.string()),
  title: z.string(),
  subtitle: z.string(),
  sections: z.array(
    z.object({
      heading: z.string(),
      sentences: z.array(z.string()),
      tables: z.array(
        z.object({
          title: z.string(),
          heads: z.array(z.string()),
          rows: z.array(z.array(z.string())),
          bars: z.array(z.number()).optional(),
        }),
      ),
    }),
  ),
});
export type MonthReportJson = z.infer<typeof monthReport>;
