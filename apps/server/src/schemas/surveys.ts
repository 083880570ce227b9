import { answerChannels, questionCounts, questionKinds, type Survey, surveyAccesses, surveyMethods } from '@hengjian/domain';
import { z } from 'zod';
import { day } from './common.ts';
import { fileOf, matterQuery, pageOf, shown } from './matters.ts';

const answers = z.record(z.string().max(60), z.union([z.array(z.number().int()).max(60), z.string().max(2000)]));

const question = z.object({
  questionId: z.string().min(1).max(60),
  text: z.string().max(300),
  kind: z.enum(questionKinds),
  required: z.boolean(),
  options: z.array(z.object({ text: z.string().max(100), good: z.boolean().optional() })).max(30),
  counts: z.enum(questionCounts).nullable(),
});
const questionnaire = z.object({ opening: z.string().max(1000), questions: z.array(question).min(1).max(60) });

/** What is drawn up, and saved again. */
export const surveyDesign = z.object({
  title: z.string().max(100),
  group: z.string().max(30),
  project: z.string().max(200).nullable(),
  population: z.number().int().min(0).nullable(),
  method: z.enum(surveyMethods),
  access: z.enum(surveyAccesses),
  until: day,
  questionnaire,
});
export type SurveyDesignJson = z.output<typeof surveyDesign>;

export const template = z.object({
  id: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  group: z.string(),
  questionnaire,
});
export type TemplateJson = z.infer<typeof template>;
export const beginning = z.object({
  templates: z.array(template),
  groups: z.array(z.object({ code: z.string(), title: z.string() })),
  projects: z.array(z.string()),
});
export type BeginningJson = z.infer<typeof beginning>;

export const survey = shown<Survey>();
export const surveyQuery = matterQuery.extend({ group: z.string().optional() });
export const surveyPage = pageOf<Survey>();
const interval = z.object({ count: z.number(), of: z.number(), share: z.number(), low: z.number(), high: z.number() });
export const tally = z.object({
  valid: z.number(),
  incomplete: z.number(),
  withdrawn: z.number(),
  byChannel: z.record(z.enum(answerChannels), z.number()),
  satisfied: interval.nullable(),
  aware: interval.nullable(),
  questions: z.array(z.object({ questionId: z.string(), answered: z.number(), counts: z.array(z.number()) })),
});
export type TallyJson = z.infer<typeof tally>;
export const surveyFile = fileOf<Survey>().extend({
  tally,
  /** Answers needed for the margin, and what that was worked out with. */
  needed: z.number(),
  confidencePercent: z.number(),
  marginPercent: z.number(),
  /** Sheets that count, by day. */
  days: z.array(z.object({ day, n: z.number() })),
  codes: z.object({ given: z.number(), used: z.number() }),
});
export type SurveyFileJson = z.infer<typeof surveyFile>;

export const answerQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
});
const answer = z.object({
  answerId: z.number(),
  channel: z.enum(answerChannels),
  answeredOn: day,
  answers,
  whole: z.boolean(),
  sheetNo: z.string().nullable(),
  enteredBy: z.string().nullable(),
  withdrawn: z.string().nullable(),
});
export type AnswerJson = z.infer<typeof answer>;
export const answerPage = z.object({ total: z.number(), rows: z.array(answer) });
export type AnswerPageJson = z.infer<typeof answerPage>;

export const entered = z.object({
  channel: z.enum(['paper', 'telephone']),
  sheetNo: z.string().max(40).nullable().default(null),
  answers,
});
export type EnteredAnswerJson = z.input<typeof entered>;
export const kept = z.object({ answerId: z.number() });
export const codesWish = z.object({ count: z.number().int().min(1).max(100_000) });
export const codes = z.array(z.object({ code: z.string(), used: z.boolean() }));
export type CodesJson = z.infer<typeof codes>;

/** What everybody sees: never what counts for what. */
export const publicSurvey = z.object({
  surveyId: z.string(),
  title: z.string(),
  open: z.boolean(),
  access: z.enum(surveyAccesses),
  opening: z.string(),
  questions: z.array(question.omit({ counts: true, options: true }).extend({ options: z.array(z.string()) })),
});
export type PublicSurveyJson = z.infer<typeof publicSurvey>;
export const publicAnswer = z.object({
  answers,
  code: z.string().max(40).nullable().default(null),
  captchaId: z.string().max(40).default(''),
  captcha: z.string().max(20).default(''),
});
export type PublicAnswerJson = z.input<typeof publicAnswer>;
