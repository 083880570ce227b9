import { type ResultUse, resultUses } from '@hengjian/domain';
import { z } from 'zod';
import { instant } from './common.ts';
import { documentFile } from './documents.ts';

const operator = z.enum(['≥', '≤', '=', '>', '<', 'qualitative']);
const words = (most: number) => z.string().max(most).nullable();
const target = z.union([z.number(), z.string().max(500), z.null()]);
const kind = z.enum(['overall', 'project', 'regional-transfer', 'self-evaluation', 'monitoring']);
const wan = z.number().min(0).max(1e9).nullable();

const libraryEntry = z.object({
  key: z.string(),
  name: z.string(),
  level1: z.string().nullable(),
  level2: z.string().nullable(),
  unit: z.string().nullable(),
  direction: z.enum(['more', 'less']).nullable(),
  operator,
  targets: z.object({ count: z.number(), low: z.number(), median: z.number(), high: z.number() }).nullable(),
  weight: z.number().nullable(),
  bodies: z.number(),
  years: z.array(z.number()),
  uses: z.array(
    z.object({
      org: z.string().nullable(),
      year: z.number().nullable(),
      project: z.string(),
      level1: z.string().nullable(),
      level2: z.string().nullable(),
      name: z.string(),
      operator,
      target: z.union([z.number(), z.string(), z.null()]),
      unit: z.string().nullable(),
      weight: z.number().nullable(),
      actual: z.union([z.number(), z.string(), z.null()]),
      source: z.object({ kind: z.enum(['document', 'plan']), id: z.string(), file: z.string(), line: z.number() }),
    }),
  ),
  measure: z.object({ measureId: z.string().nullable(), title: z.string().nullable(), by: z.string(), times: z.number() }).nullable(),
});
export type LibraryEntryJson = z.infer<typeof libraryEntry>;

export const libraryQuery = z.object({
  text: z.string().optional(),
  level: z.enum(['成本', '产出', '效益', '满意']).optional(),
  kind: z.enum(['number', 'words']).optional(),
  measured: z.enum(['yes', 'no']).optional(),
  org: z.string().optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(500).default(20),
});
export const libraryPage = z.object({ total: z.number(), all: z.number(), orgs: z.array(z.string()), rows: z.array(libraryEntry) });
export type LibraryPageJson = z.infer<typeof libraryPage>;

const proposal = z
  .object({
    value: z.number(),
    why: z.enum(['far-above', 'far-below', 'decided']),
    reached: z.number().nullable(),
    answer: z.enum(['taken', 'kept']).nullable(),
  })
  .nullable();
const sentences = z.array(z.string().max(20_000)).max(100);
const lastOfRow = z.object({
  target,
  actual: z.string().max(20_000),
  unit: words(30),
  score: z.number().nullable(),
  weight: z.number().nullable(),
  reason: words(20_000),
  improvement: words(20_000),
  remarks: sentences,
  proposal,
});
const lastOfProject = z.object({
  year: z.number().int(),
  total: z.string().max(40),
  grade: words(20),
  remarks: sentences,
  uses: z.array(z.object({ use: z.enum(Object.keys(resultUses) as [ResultUse]), subject: z.string().max(500) })).max(50),
  budget: proposal,
});

const row = z.object({
  level1: words(100),
  level2: words(100),
  name: z.string().max(300),
  operator,
  target,
  unit: words(30),
  weight: z.number().min(0).max(100).nullable(),
  group: words(500),
  last: lastOfRow.optional(),
});
export const draftContent = z.object({
  org: words(100),
  year: z.number().int().min(1990).max(2100),
  kind,
  basicWan: wan,
  projectWan: wan,
  projects: z
    .array(
      z.object({
        name: z.string().min(1).max(200),
        kind,
        budgetWan: wan,
        goals: z.array(z.string().max(4000)).max(100),
        rows: z.array(row).max(500),
        last: lastOfProject.optional(),
      }),
    )
    .min(1)
    .max(200),
});

export const draftHead = z.object({
  draftId: z.string(),
  org: z.string().nullable(),
  year: z.number(),
  projectCount: z.number(),
  rowCount: z.number(),
  by: z.string(),
  at: instant,
});
export type DraftHeadJson = z.infer<typeof draftHead>;

export const draftFile = z.object({
  draftId: z.string(),
  serial: z.number(),
  content: draftContent,
  by: z.string(),
  at: instant,
  planId: z.string().nullable(),
  /** What the linter says; `line` of a mark counts the lines of the draft, told again as project and row (1-based; row 0: the form itself). */
  marks: z.array(
    documentFile.shape.marks.element
      .omit({ facts: true, lines: true, suggestions: true })
      .extend({ advice: z.array(z.string()), places: z.array(z.tuple([z.number(), z.number()])) }),
  ),
});
export type DraftFileJson = z.infer<typeof draftFile>;

export const draftBegin = z.object({
  year: z.number().int().min(1990).max(2100),
  org: words(100),
  planId: z.string().nullable(),
});
