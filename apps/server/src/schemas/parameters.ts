import { z } from 'zod';
import { day, instant } from './common.ts';
import { act } from './editions.ts';

export const parameterRow = z.object({
  region: z.string(),
  fromDay: day.nullable(),
  toDay: day.nullable(),
  value: z.number(),
  by: z.string(),
  why: z.string(),
  at: instant,
});
export const parameter = z.object({
  name: z.string(),
  group: z.string(),
  title: z.string(),
  source: z.string(),
  standard: z.number(),
  fraction: z.boolean(),
  /** What counts today, here. */
  value: z.number(),
  /** The last first. */
  rows: z.array(parameterRow),
});
export type ParameterJson = z.infer<typeof parameter>;
export const parameters = z.object({ region: z.string(), parameters: z.array(parameter) });
export type ParametersJson = z.infer<typeof parameters>;

export const newParameter = z.object({
  ...act,
  name: z.string(),
  region: z.string().default('*'),
  fromDay: day.nullable(),
  toDay: day.nullable(),
  value: z.number(),
});
export const newRegion = z.object({ ...act, region: z.string() });
