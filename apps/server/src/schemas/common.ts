/** Shapes that several nouns share. */
import { z } from 'zod';

/** Days since 1970-01-01. */
export const day = z.number().int();
/** Seconds of the wall clock since 1970-01-01. */
export const instant = z.number();
/** Whole fen. */
export const fen = z.number().int();

export const issue = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  file: z.string().optional(),
  sheet: z.string().optional(),
  table: z.string().optional(),
  row: z.number().optional(),
  column: z.string().optional(),
  lines: z.array(z.number()).optional(),
  facts: z.record(z.string(), z.unknown()),
});
export type SaidIssueJson = z.infer<typeof issue>;

export const refusal = z.object({ issues: z.array(issue) });
export type RefusalJson = z.infer<typeof refusal>;

/** 1-based page and its size in a query string. */
export const paging = { page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(500).default(20) };

/** Several values in a query string: `?rule=a&rule=b` or one. */
export const several = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]))
  .optional();

export const wholeNumber = z.coerce.number().int().optional();
