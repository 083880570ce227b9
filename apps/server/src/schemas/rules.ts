import { certainties } from '@hengjian/catalog';
import { z } from 'zod';
import { day, fen, paging } from './common.ts';

const knowledgeCounts = z.object({ active: z.number(), waiting: z.number(), superseded: z.number() });

export const lastRun = z.object({
  runId: z.string(),
  partitions: z.number(),
  hit: z.number(),
  clear: z.number(),
  notEvaluated: z.number(),
  exempted: z.record(z.string(), z.number()),
  amountFen: fen,
  seconds: z.number(),
  /** ISO time. */
  finishedAt: z.string().nullable(),
  fromDay: day,
  toDay: day,
});

export const ruleSummary = z.object({
  ruleId: z.string(),
  code: z.string(),
  title: z.string(),
  category: z.string(),
  certainty: z.enum(certainties),
  shape: z.enum(['row', 'pair', 'group', 'sequence', 'peer']),
  grain: z.string(),
  edition: z.number(),
  /** Live findings, not exempted. */
  findings: z.number(),
  amountFen: fen,
  /** null: the rule reads no knowledge. */
  knowledge: knowledgeCounts.nullable(),
  lastRun: lastRun.nullable(),
});
export type RuleSummary = z.infer<typeof ruleSummary>;

export const ruleFile = ruleSummary.extend({
  basis: z.array(z.object({ document: z.string(), article: z.string().nullable() })),
  explain: z.string(),
  /** Markdown; null where the rule has no page. */
  page: z.string().nullable(),
  parameters: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      unit: z.string().nullable(),
      value: z.unknown(),
      fromDay: day.nullable(),
      toDay: day.nullable(),
    }),
  ),
  exemptions: z.array(z.object({ id: z.string(), title: z.string(), acts: z.enum(['population', 'link', 'finding']) })),
  editions: z.array(z.object({ edition: z.number(), state: z.string(), recordedAt: z.string() })),
});
export type RuleFileJson = z.infer<typeof ruleFile>;

export const knowledgeQuery = z.object({
  ...paging,
  ruleKey: z.string().optional(),
  state: z.enum(['active', 'waiting', 'superseded']).optional(),
  text: z.string().max(200).optional(),
});
export const knowledgePage = z.object({
  total: z.number(),
  rows: z.array(
    z.object({
      pointId: z.string(),
      version: z.number(),
      state: z.string(),
      ruleKey: z.string(),
      ruleName: z.string().nullable(),
      subject: z.string().nullable(),
      constraint: z.string().nullable(),
      basis: z.string().nullable(),
      batch: z.string().nullable(),
      inForceFrom: day.nullable(),
      inForceTo: day.nullable(),
      params: z.record(z.string(), z.unknown()).nullable(),
      /** Why it waits for a person. */
      waits: z.string().nullable(),
      supersededBy: z.string().nullable(),
      codeCount: z.number(),
      codes: z.array(z.string()),
    }),
  ),
});
export type KnowledgePage = z.infer<typeof knowledgePage>;
