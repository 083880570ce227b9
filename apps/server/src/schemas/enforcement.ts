import {
  caseCauses,
  caseSources,
  discretionGrades,
  type EnforcementCase,
  type Inspection,
  type InspectionPlan,
  partyKinds,
  procedures,
} from '@hengjian/domain';
import { z } from 'zod';
import { day, fen, instant } from './common.ts';
import { fileOf, matterQuery, pageOf, shown } from './matters.ts';

export const planPage = pageOf<InspectionPlan>();
export const planFile = fileOf<InspectionPlan>().extend({ inspections: z.array(shown<Inspection>()) });
export const inspectionPlan = shown<InspectionPlan>();
export const planQuery = matterQuery.extend({ kind: z.string().optional() });
export const planDraft = z.object({ given: z.record(z.string(), z.string().max(20_000)) });

export const inspectionPage = pageOf<Inspection>();
export const inspectionFile = fileOf<Inspection>();
export const inspection = shown<Inspection>();
export const inspectionQuery = matterQuery.extend({ kind: z.string().optional(), planId: z.string().optional() });
export const sampleWish = z.object({
  from: day,
  to: day,
  size: z.number().int().min(1).max(2000),
  seed: z.number().int().nullable().default(null),
});

const clock = z.object({ used: z.number(), excluded: z.number(), allowed: z.number(), due: day.nullable(), standing: z.boolean() });
const scan = z.object({
  attachmentId: z.string(),
  paper: z.string(),
  file: z.string(),
  kind: z.string(),
  size: z.number(),
  by: z.string(),
  at: instant,
});
const paper = z.object({
  id: z.string(),
  zh: z.string(),
  en: z.string(),
  making: z.enum(['written', 'scan']),
  due: z.boolean(),
  ready: z.boolean(),
  signed: z.boolean(),
  lacks: z.enum(['data', 'scan', 'signature']).nullable(),
  scans: z.array(scan),
});
const discretion = z.object({
  grade: z.enum(discretionGrades),
  lowFen: fen,
  highFen: fen,
  leastFen: fen,
  mostFen: fen,
  reasons: z.array(z.string()),
  mixed: z.boolean(),
  source: z.string(),
});
export type DiscretionJson = z.infer<typeof discretion>;
export const casePage = pageOf<EnforcementCase>();
export const caseFile = fileOf<EnforcementCase>().extend({
  clock,
  papers: z.array(paper),
  discretion: discretion.nullable(),
  owed: z.object({ refund: fen, fine: fen }),
  takenFen: fen,
  /** LibreOffice is installed, so that the file can be one PDF. */
  canPdf: z.boolean(),
});
export interface CaseExtrasJson {
  clock: z.infer<typeof clock>;
  papers: z.infer<typeof paper>[];
  discretion: DiscretionJson | null;
  owed: { refund: number; fine: number };
  takenFen: number;
  canPdf: boolean;
}
export const enforcementCase = shown<EnforcementCase>();
export const caseQuery = matterQuery.extend({
  article: z.string().optional(),
  outcome: z.string().optional(),
  procedure: z.string().optional(),
});
const optional = z.string().max(200).nullable().default(null);
export const caseWish = z.object({
  causeCode: z.enum(caseCauses.map(({ code }) => code) as [string, ...string[]]),
  party: z.object({
    kind: z.enum(partyKinds),
    no: optional,
    name: z.string().max(200),
    licence: optional,
    address: optional,
    head: optional,
    telephone: optional,
  }),
  procedure: z.enum(procedures).default('ordinary'),
  source: z.enum(caseSources),
  /** Number of the letter, the inspection, the report. */
  sourceRef: optional,
  facts: z.string().max(5000),
  lossFen: fen.nullable().default(null),
  actEndedOn: day.nullable().default(null),
  harmed: z.boolean().default(false),
  findingIds: z.array(z.string()).max(2000).default([]),
  inspectionIds: z.array(z.string()).max(200).default([]),
  why: z.string().max(2000),
});
export type CaseWishJson = z.input<typeof caseWish>;
const discretionRow = z.object({
  article: z.string().max(40),
  grade: z.enum(discretionGrades),
  unit: z.enum(['hundredths', 'fen']),
  low: z.number().int().min(0),
  high: z.number().int().min(0),
  fromDay: day.nullable(),
  toDay: day.nullable(),
  source: z.string().min(1).max(200),
});
export const discretionRows = z.array(discretionRow);
export type DiscretionRowJson = z.infer<typeof discretionRow>;
export const discretionTable = z.object({
  /** The bureau's region: its own rows are those that may be changed. */
  region: z.string(),
  rows: z.array(discretionRow.extend({ region: z.string() })),
  changes: z.array(z.object({ at: instant, by: z.string(), why: z.string().nullable(), region: z.string(), rows: z.array(discretionRow) })),
});
export type DiscretionTableJson = z.infer<typeof discretionTable>;
export const discretionChange = z.object({ rows: discretionRows, why: z.string().trim().min(2).max(500) });
export type DiscretionChangeJson = z.input<typeof discretionChange>;
