import { z } from 'zod';
import { day, instant, issue } from './common.ts';

/** Who acts and why. `by` is a name: there are no accounts yet; absent, the name that the console sends in its header. */
export const act = { by: z.string().optional(), why: z.string() };

export const parameterRow = z.object({
  name: z.string(),
  region: z.string().default('*'),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  value: z.union([z.number(), z.string(), z.array(z.string())]),
});

export const draftBody = z.object({
  ...act,
  tree: z.unknown(),
  /** As cases.yaml of a shipped rule: { knowledge?, parameters?, cases: [...] }. */
  cases: z.unknown().optional(),
  parameters: z.array(parameterRow).optional(),
  /** Of a PUT: which draft; the newest where absent. */
  edition: z.number().int().optional(),
});

export const draftKept = z.object({
  ruleId: z.string(),
  edition: z.number(),
  /** What does not hold yet: it can be kept, not submitted. */
  problems: z.array(issue),
});
export type DraftKeptJson = z.infer<typeof draftKept>;

export const actBody = z.object(act);
export const reviewBody = z.object({ ...act, kind: z.string(), verdict: z.enum(['approve', 'return']) });
export const liveBody = z.object({
  ...act,
  region: z.string().default('*'),
  from: day.nullable(),
  to: day.nullable().default(null),
});
export const parametersBody = z.object({ ...act, rows: z.array(parameterRow).min(1) });

const state = z.enum(['draft', 'review', 'shadow', 'live', 'retired']);
export const stepped = z.object({ ruleId: z.string(), edition: z.number(), state });
export type SteppedJson = z.infer<typeof stepped>;

export const approval = z.object({ kind: z.enum(['policy', 'clinical', 'technical']), by: z.string(), why: z.string(), at: instant });
const editionJson = z.object({
  ruleId: z.string(),
  edition: z.number(),
  state,
  origin: z.enum(['shipped', 'bureau']),
  title: z.string(),
  code: z.string(),
  region: z.string(),
  from: day.nullable(),
  to: day.nullable(),
  draftedBy: z.string(),
  parameters: z.array(z.object({ name: z.string(), region: z.string(), from: day.nullable(), to: day.nullable(), value: z.unknown() })),
  /** Given since it was submitted. */
  approvals: z.array(approval),
  /** What the table of steps allows in this state. */
  actions: z.array(z.string()),
  caseCount: z.number(),
});
export type EditionJson = z.infer<typeof editionJson>;

const eventJson = z.object({
  serial: z.number(),
  edition: z.number(),
  action: z.string(),
  stateBefore: z.string().nullable(),
  stateAfter: z.string(),
  by: z.string(),
  why: z.string(),
  at: instant,
  kind: z.string().nullable(),
});

export const editionList = z.object({ ruleId: z.string(), title: z.string(), editions: z.array(editionJson), events: z.array(eventJson) });
export type EditionListJson = z.infer<typeof editionList>;

export const editionFile = editionJson.extend({ tree: z.unknown(), cases: z.unknown() });
export type EditionFileJson = z.infer<typeof editionFile>;

const caseResult = z.object({
  name: z.string(),
  kind: z.enum(['clean', 'violating', 'edge']),
  passed: z.boolean(),
  issues: z.array(issue),
  counts: z.object({ hit: z.number(), clear: z.number(), notEvaluated: z.number() }).nullable(),
  says: z.array(z.string()),
});
export const caseResults = z.object({ passed: z.number(), failed: z.number(), results: z.array(caseResult) });
export type CaseResultsJson = z.infer<typeof caseResults>;
