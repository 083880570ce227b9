import { closeReasons, storyActions, storyStates } from '@hengjian/domain';
import { z } from 'zod';
import { day, instant, paging, wholeNumber } from './common.ts';

const count = z.number().int();
const text = z.object({ zh: z.string(), en: z.string() });

export const storyQuery = z.object({
  ...paging,
  monitor: z.string().optional(),
  alert: z.string().optional(),
  state: z.enum([...storyStates, 'open', 'all']).optional(),
  text: z.string().optional(),
  assignedTo: z.string().optional(),
  from: wholeNumber,
  to: wholeNumber,
  sort: z.string().optional(),
});

export const story = z.object({
  storyId: z.string(),
  monitor: z.string(),
  subjectKind: z.string(),
  /** Half hidden where it is a person and the reader may not see it. */
  subjectNo: z.string(),
  subjectName: z.string().nullable(),
  alertIds: z.array(z.string()),
  fromDay: day,
  toDay: day,
  signalCount: count,
  /** Thousandths. */
  score: z.number(),
  state: z.enum(storyStates),
  assignedTo: z.string().nullable(),
  reason: z.enum(closeReasons).nullable(),
  ledTo: z.string().nullable(),
  raisedAt: instant,
  closedOn: day.nullable(),
});
export type StoryJson = z.infer<typeof story>;
export const storyPage = z.object({ total: count, rows: z.array(story), open: z.record(z.string(), count) });
export type StoryPageJson = z.infer<typeof storyPage>;

export const digestQuery = z.object({ to: z.coerce.number().int().optional() });
export const digest = z.object({
  fromDay: day,
  toDay: day,
  monitors: z.array(
    z.object({ monitor: z.string(), raised: count, followed: count, right: count, otherwise: count, open: count, waiting: count }),
  ),
  strangest: z.array(story),
});
export type DigestJson = z.infer<typeof digest>;

export const signal = z.object({
  signalId: z.string(),
  alertId: z.string(),
  title: z.string(),
  text: z.string(),
  part: z.array(z.string()),
  fromDay: day,
  toDay: day,
  hour: count.nullable(),
  value: z.number(),
  valueText: z.string(),
  form: z.string(),
  /** What the value is counted in: 元, %, or the unit of the alert's own thresholds. */
  unit: z.string(),
  expected: z.number(),
  expectedText: z.string(),
  score: z.number(),
  /** Instants of the subject's windows, and their values. */
  series: z.array(z.tuple([instant, z.number().nullable()])),
  /** What records add is money in fen; else a count. */
  addsFen: z.boolean(),
  records: z.array(
    z.object({
      encounterNo: z.string().nullable(),
      settlementNo: z.string().nullable(),
      personNo: z.string().nullable(),
      /** Name of the institution, where a signal is about a person. */
      house: z.string().nullable(),
      day: day.nullable(),
      at: instant.nullable(),
      itemCode: z.string().nullable(),
      itemName: z.string().nullable(),
      adds: z.number(),
    }),
  ),
  graph: z
    .object({
      nodes: z.array(z.object({ no: z.string(), kind: z.string(), times: count })),
      ties: z.array(z.object({ a: z.string(), b: z.string(), times: count, share: count })),
    })
    .nullable(),
});
export type SignalJson = z.infer<typeof signal>;

export const storyFile = z.object({
  story,
  signals: z.array(signal),
  actions: z.array(z.enum(storyActions)),
  steps: z.array(z.object({ at: instant, by: z.string(), action: z.string(), why: z.string().nullable() })),
  /** What to do next, of each alert once. */
  next: z.array(z.object({ alertId: z.string(), title: z.string(), steps: z.array(z.string()) })),
});
export type StoryFileJson = z.infer<typeof storyFile>;

export const stepWish = z.object({
  why: z.string(),
  assignedTo: z.string().optional(),
  reason: z.enum(closeReasons).optional(),
  inspectionId: z.string().optional(),
});
export type StoryStepJson = z.infer<typeof stepWish>;

export const threshold = z.object({
  name: z.string(),
  title: text,
  unit: z.string().nullable(),
  type: z.enum(['int', 'text', 'texts']),
  standard: z.union([z.number(), z.string(), z.array(z.string())]),
  value: z.union([z.number(), z.string(), z.array(z.string())]),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
});
export const alertShown = z.object({
  alertId: z.string(),
  title: text,
  monitor: z.string(),
  subject: z.string(),
  /** Page for officers, in Markdown. */
  page: z.string(),
  next: z.array(text),
  thresholds: z.array(threshold),
  signals: count,
  open: count,
  right: count,
  wrong: count,
  /** Kept current from messages, and how far: null while nothing was told. */
  live: z.object({ at: instant, signals: count }).nullable(),
  isLive: z.boolean(),
  lastRun: z
    .object({
      at: instant,
      fromDay: day,
      toDay: day,
      asked: count,
      signals: count,
      unasked: z.record(z.string(), count),
      milliseconds: count,
    })
    .nullable(),
});
export type AlertShownJson = z.infer<typeof alertShown>;
export const alertList = z.array(alertShown);

/** A rule that watches what a monitor asks for, and its findings that stand. */
export const watchedRules = z.array(z.object({ monitor: z.string(), ruleId: z.string(), title: text, findings: count }));
export type WatchedRuleJson = z.infer<typeof watchedRules>[number];

export const values = z.record(z.string(), z.number());
export const trialWish = z.object({ alertId: z.string(), parameters: values });
export const trial = z.object({
  trialId: z.string(),
  alertId: z.string(),
  parameters: values,
  fromDay: day,
  toDay: day,
  /** Subjects signalled with the thresholds in force, with those tried, and what differs. */
  before: count,
  after: count,
  added: count,
  gone: count,
  /** Of those that are gone: found right and found wrong when they were closed. */
  goneRight: count,
  goneWrong: count,
  months: z.array(z.object({ month: z.string(), before: count, after: count })),
  examples: z.array(
    z.object({
      mark: z.enum(['added', 'gone']),
      subjectNo: z.string(),
      subjectName: z.string().nullable(),
      fromDay: day,
      toDay: day,
      value: z.string(),
    }),
  ),
});
export type TrialJson = z.infer<typeof trial>;
export const enactWish = z.object({ trialId: z.string(), fromDay: day.optional(), why: z.string() });
