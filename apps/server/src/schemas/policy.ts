import { leverKinds } from '@hengjian/domain';
import { z } from 'zod';
import { day, fen, instant } from './common.ts';

const insurance = z.enum(['employee', 'resident', 'maternity', 'injury', 'other']);
const setting = z.enum(['inpatient', 'outpatient', 'emergency', 'chronic', 'pharmacy', 'other']);
const level = z.number().int().min(0).max(3);
const rate = z.number().int().min(0).max(10_000);

export const scheme = z.object({
  schemeId: z.string().min(1).max(60),
  title: z.string().min(1).max(200),
  region: z.string().max(12),
  fromDay: day,
  toDay: day.nullable(),
  source: z.string().max(500),
  rounding: z.enum(['floor', 'half-up']),
  rules: z
    .array(
      z.object({
        insurance: z.array(insurance),
        setting: z.array(setting),
        level: z.array(level),
        outOfArea: z.boolean().nullable(),
        deductibleFen: fen.min(0),
        deductiblePer: z.enum(['settlement', 'year']),
        bands: z.array(z.object({ aboveFen: fen.min(0), rate })).min(1),
        capFen: fen.min(0).nullable(),
        aidRate: rate,
      }),
    )
    .min(1)
    .max(2000),
  capFen: fen.min(0).nullable(),
});
export type SchemeJson = z.infer<typeof scheme>;

export const lever = z.object({
  kind: z.enum(leverKinds),
  insurance: z.array(insurance),
  setting: z.array(setting),
  level: z.array(level),
  items: z.array(z.string().min(1).max(40)).max(200),
  by: z.number().int(),
});
export type LeverJson = z.infer<typeof lever>;

export const whatIfBody = z.object({
  title: z.string().min(1).max(100),
  schemeId: z.string(),
  year: z.number().int().min(1990).max(2100),
  levers: z.array(lever).max(30),
});

const head = {
  whatIfId: z.string(),
  title: z.string(),
  schemeId: z.string(),
  year: z.number(),
  levers: z.array(lever),
  lakeVersion: z.number(),
  seconds: z.number(),
  by: z.string(),
  at: instant,
};
const effect = z.object({
  settlements: z.number(),
  people: z.number(),
  totalBefore: fen,
  totalAfter: fen,
  poolBefore: fen,
  poolAfter: fen,
  aidBefore: fen,
  aidAfter: fen,
  ownBefore: fen,
  ownAfter: fen,
  gain: z.number(),
  lose: z.number(),
  same: z.number(),
});
export type EffectJson = z.infer<typeof effect>;
export const policy = z.object({ schemes: z.array(scheme), whatIfs: z.array(z.object(head)), years: z.array(z.number()) });
export type PolicyJson = z.infer<typeof policy>;
export const whatIf = z.object({
  ...head,
  schemeTitle: z.string(),
  result: z.object({
    all: effect,
    groups: z.array(z.object({ group: z.string(), rows: z.array(z.object({ key: z.string(), name: z.string().nullable(), effect })) })),
    replayed: z.number(),
    reproduced: z.number(),
    notReproducedFen: fen,
    reasons: z.record(z.string(), z.number()),
    notReproduced: z.array(z.object({ settlementNo: z.string(), why: z.string(), recordedFen: fen, replayedFen: fen })),
  }),
});
export type WhatIfJson = z.infer<typeof whatIf>;
