import { z } from 'zod';
import { day, fen, instant } from './common.ts';
import { act } from './editions.ts';

/** So many values ride in one scan; more say nothing that these do not. */
const MOST_VALUES = 20;

export const calibrationBody = z.object({
  ...act,
  from: day,
  to: day,
  parameter: z.string(),
  values: z.array(z.number().int()).min(1).max(MOST_VALUES),
});

export const calibration = z.object({
  trialId: z.string(),
  ruleId: z.string(),
  edition: z.number(),
  parameter: z.string(),
  standing: z.number().nullable(),
  fromDay: day,
  toDay: day,
  region: z.string(),
  lakeVersion: z.number(),
  by: z.string(),
  why: z.string(),
  at: instant,
  seconds: z.number(),
  candidates: z.array(
    z.object({
      value: z.number(),
      inForce: z.boolean(),
      findings: z.number(),
      providers: z.number(),
      encounters: z.number(),
      amountFen: fen,
      upheld: z.number(),
      overturned: z.number(),
    }),
  ),
  /** Of a comparison with peers: all subjects, in the statistic's unit (`form`). */
  distribution: z
    .object({
      form: z.string(),
      subjects: z.number(),
      bins: z.array(z.object({ from: z.number(), to: z.number(), subjects: z.number() })),
      places: z.array(z.object({ value: z.number(), at: z.number() })),
    })
    .nullable(),
  judged: z.object({ right: z.number(), wrong: z.number(), unsure: z.number() }),
});
export type CalibrationJson = z.infer<typeof calibration>;

export const proposalBody = z.object({ ...act, value: z.number().int() });
