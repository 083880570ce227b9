import {
  type CarriedProblem,
  type PlanProblem,
  planActions,
  planConditions,
  planGrades,
  planStates,
  remarkFields,
  type StepValues,
} from '@hengjian/domain';
import { z } from 'zod';
import { day, fen, instant, paging } from './common.ts';

export const planHead = z.object({
  planId: z.string(),
  year: z.number(),
  org: z.string().nullable(),
  kind: z.string(),
  source: z.string(),
  adoptedAt: instant,
  adoptedBy: z.string(),
  inForce: z.boolean(),
  projectCount: z.number(),
  indicatorCount: z.number(),
  totalFen: fen.nullable(),
});
export type PlanHead = z.infer<typeof planHead>;

const measuredPart = z.object({
  title: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  recordCount: z.number(),
  undeterminedCount: z.number(),
  source: z.string(),
  baselineEntryId: z.string().optional(),
});
export type MeasuredPartJson = z.infer<typeof measuredPart>;

export const statement = z.object({
  actual: z.number().nullable(),
  actualText: z.string().nullable(),
  grade: z.enum(['achieved', 'partly', 'missed']).nullable(),
  part: z.number().nullable(),
  reason: z.string().nullable(),
  improvement: z.string().nullable(),
  evidence: z.string().nullable(),
});
export type StatementJson = z.infer<typeof statement>;

export const indicatorRow = z.object({
  indicatorId: z.string(),
  position: z.number(),
  level1: z.string().nullable(),
  level2: z.string().nullable(),
  name: z.string(),
  operator: z.string(),
  target: z.union([z.number(), z.string(), z.null()]),
  unit: z.string().nullable(),
  weight: z.number().nullable(),
  group: z.string().nullable(),
  link: z
    .object({
      measureId: z.string().nullable(),
      title: z.string().nullable(),
      about: z.string().nullable(),
      state: z.enum(['suggested', 'confirmed', 'rejected']),
      confidence: z.number().nullable(),
      by: z.string(),
    })
    .nullable(),
  origin: z.enum(['measured', 'stated', 'judged', 'none']),
  actual: z.number().nullable(),
  actualUnit: z.string().nullable(),
  actualText: z.string(),
  score: z.number().nullable(),
  met: z.boolean().nullable(),
  /** Deviation in words, what people wrote, or why it is unknown. */
  reason: z.string(),
  /** How the score came about, in one sentence. */
  explanation: z.string(),
  measured: z
    .object({
      measureId: z.string(),
      value: z.number().nullable(),
      unit: z.string(),
      unknown: z.string().nullable(),
      formula: z.string(),
      numerator: measuredPart,
      denominator: measuredPart.nullable(),
      monthly: z.array(z.object({ month: z.number(), value: z.number().nullable() })),
    })
    .nullable(),
  statement: statement.extend({ by: z.string(), at: instant }).nullable(),
});
export type IndicatorRow = z.infer<typeof indicatorRow>;

export const planProject = z.object({
  projectNo: z.number(),
  name: z.string(),
  kind: z.string(),
  goals: z.array(z.string()),
  budgetFen: fen.nullable(),
  adjustedFen: fen.nullable(),
  paidFen: fen.nullable(),
  execution: z.object({ ratio: z.number().nullable(), weight: z.number(), score: z.number().nullable() }),
  total: z.object({
    known: z.number(),
    open: z.number(),
    full: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    grade: z.string().nullable(),
    lowGrade: z.string().nullable(),
    highGrade: z.string().nullable(),
    missing: z.array(z.string()),
  }),
  indicators: z.array(indicatorRow),
});
export type PlanProjectJson = z.infer<typeof planProject>;

export const planFile = planHead.extend({
  rules: z.object({ id: z.string(), title: z.string() }),
  run: z.object({ runId: z.string(), asOf: day, measuredAt: instant, lakeVersion: z.number() }).nullable(),
  summary: z.object({
    indicators: z.number(),
    quantitative: z.number(),
    known: z.number(),
    met: z.number(),
    missed: z.number(),
    unknown: z.number(),
    unconfirmed: z.number(),
  }),
  findings: z.array(z.string()),
  projects: z.array(planProject),
});
export type PlanFileJson = z.infer<typeof planFile>;

export const measureInfo = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  direction: z.enum(['more', 'less']),
  about: z.string(),
  formula: z.string(),
  sources: z.array(z.string()),
});
export type MeasureInfoJson = z.infer<typeof measureInfo>;

export const recordQuery = z.object({ ...paging, side: z.enum(['numerator', 'denominator']).default('numerator') });
export const recordPage = z.object({
  title: z.string(),
  source: z.string(),
  /** Where a record opens: a register's entries, a finding, or nowhere. */
  kind: z.enum(['register', 'finding', 'claims', 'other']),
  registerId: z.string().nullable(),
  columns: z.array(z.object({ title: z.string(), number: z.boolean() })),
  rows: z.array(z.object({ record: z.string(), day: day.nullable(), cells: z.array(z.string()) })),
  more: z.boolean(),
});
export type RecordPageJson = z.infer<typeof recordPage>;

const planAction = z.enum(planActions);
const planRemark = z.object({
  projectNo: z.number().int(),
  indicatorId: z.string().nullable(),
  field: z.enum(remarkFields),
  text: z.string().max(500),
});
export const planStep = z.object({
  action: planAction,
  why: z.string().max(1000),
  grade: z.enum(planGrades).nullable(),
  documentNo: z.string().max(60).nullable(),
  remarks: z.array(planRemark).max(200),
  successorId: z.string().nullable(),
  /** The step's own form, texts by field. */
  form: z.record(z.string(), z.string().max(5000)).default({}),
});
export type PlanStepJson = z.infer<typeof planStep>;

const planEvent = planStep.omit({ form: true }).extend({
  detail: z.custom<StepValues>(),
  serial: z.number(),
  from: z.enum(planStates),
  to: z.enum(planStates),
  by: z.string(),
  at: instant,
});
export const planLife = z.object({
  state: z.enum(planStates),
  /** What may be done now by whoever asks, with what it needs. */
  steps: z.array(z.object({ action: planAction, needs: z.array(z.enum(planConditions)) })),
  events: z.array(planEvent),
  /** Plans of the same year and body that could take its place. */
  successors: z.array(z.object({ planId: z.string(), source: z.string() })),
  /** What an adjustment changed, against the plan before. */
  /** Problems found in this year's evaluation, and those of the year before that are still open. */
  problems: z.array(z.custom<PlanProblem>()),
  carried: z.array(z.custom<CarriedProblem>()),
  changes: z.array(
    z.object({
      project: z.string(),
      indicator: z.string().nullable(),
      field: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});
export type PlanLifeJson = z.infer<typeof planLife>;

const alarm = z.enum(['behind', 'reason-missing', 'contradicts', 'execution-behind', 'unknown']);
export const monitoring = z.object({
  asOf: day,
  monthTo: z.number(),
  yearShare: z.number(),
  projects: z.array(
    z.object({
      projectNo: z.number(),
      name: z.string(),
      budgetFen: fen.nullable(),
      paidFen: fen.nullable(),
      executionRatio: z.number().nullable(),
      forecastFen: fen.nullable(),
      alarms: z.array(alarm),
      indicators: z.array(
        z.object({
          indicatorId: z.string(),
          name: z.string(),
          operator: z.string(),
          target: z.union([z.number(), z.string(), z.null()]),
          unit: z.string().nullable(),
          actual: z.number().nullable(),
          monthly: z.array(z.object({ month: z.number(), value: z.number().nullable() })),
          progress: z.number().nullable(),
          forecast: z
            .object({ value: z.number(), low: z.number(), high: z.number(), by: z.enum(['season', 'pace', 'level', 'done']) })
            .nullable(),
          likelihood: z.enum(['certain', 'possible', 'impossible']).nullable(),
          reason: z.string().nullable(),
          alarms: z.array(alarm),
        }),
      ),
    }),
  ),
});
export type MonitoringJson = z.infer<typeof monitoring>;

const mark = z.number().optional();
const tierMarks = z.object({ cost: mark, output: mark, effect: mark, satisfaction: mark });
export const ruleSetInfo = z.object({
  id: z.string(),
  title: z.string(),
  /** Shipped; the bureau cannot change it. */
  national: z.boolean(),
  /** Scores the year asked about in the bureau's division where nobody names another. */
  counts: z.boolean(),
  fullMarks: z.number(),
  executionWeight: z.number(),
  /** Marks of the tiers, a case each. */
  tiers: z.array(tierMarks),
  /** What it changes, as it was entered; null for a national one. */
  changes: z.record(z.string(), z.unknown()).nullable(),
  /** What it says, line by line. */
  lines: z.array(z.string()),
});
export type RuleSetInfo = z.infer<typeof ruleSetInfo>;

const step = z.object({ from: z.number(), part: z.number() });
const bounds = z.object({ from: z.number(), to: z.number() });
/** What a local notice changes; the domain says what cannot be meant. */
export const ruleSetChanges = z.object({
  id: z.string().max(60),
  title: z.string().max(100),
  base: z.string().max(60).optional(),
  region: z.string().max(6).optional(),
  fromDay: z.number().int().nullable().optional(),
  toDay: z.number().int().nullable().optional(),
  byDefault: z.boolean().optional(),
  tiers: z.array(tierMarks).max(15).optional(),
  fullMarks: z.number().optional(),
  executionWeight: z.number().optional(),
  executionSteps: z.array(step).max(20).optional(),
  passMark: z.number().optional(),
  satisfactionSteps: z.array(step).max(20).optional(),
  qualitative: z.object({ achieved: bounds.optional(), partly: bounds.optional(), missed: bounds.optional() }).optional(),
  farAboveRatio: z.number().optional(),
  grades: z
    .array(z.object({ grade: z.string().max(20), from: z.number() }))
    .max(20)
    .optional(),
});

export const supposeWish = z.object({
  rules: z.array(z.string()).min(1).max(6),
  suppositions: z.array(z.object({ indicatorId: z.string(), actual: z.number().optional(), target: z.number().optional() })).max(500),
});
const supposedScore = z.object({ score: z.number().nullable(), met: z.boolean().nullable(), explanation: z.string() });
export const supposed = z.object({
  rules: z.array(z.object({ id: z.string(), title: z.string() })),
  projects: z.array(
    z.object({
      projectNo: z.number(),
      name: z.string(),
      /** By rule set: as it is, and under the suppositions. */
      totals: z.array(z.object({ as: z.string(), asGrade: z.string(), if: z.string(), ifGrade: z.string() })),
      rows: z.array(
        z.object({
          indicatorId: z.string(),
          name: z.string(),
          operator: z.string(),
          target: z.union([z.number(), z.string(), z.null()]),
          unit: z.string().nullable(),
          weight: z.number().nullable(),
          actual: z.number().nullable(),
          as: z.array(supposedScore),
          if: z.array(supposedScore),
        }),
      ),
    }),
  ),
});
export type SupposedJson = z.infer<typeof supposed>;
