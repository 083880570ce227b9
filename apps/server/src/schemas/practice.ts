import { funnelMarks, type PracticeIndicatorName, practiceIndicators, practiceKinds } from '@hengjian/domain';
import { z } from 'zod';
import { day, fen, paging } from './common.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const indicator = z.enum(Object.keys(practiceIndicators) as [PracticeIndicatorName, ...PracticeIndicatorName[]]);
const mark = z.enum(funnelMarks);
const count = z.number().int();
export const practiceKind = z.enum(practiceKinds);

const span = { from: month.optional(), to: month.optional() };
const sortable = ['encounters', 'people', 'totalFen', 'fundFen', 'score', 'no'] as const;
export const practiceQuery = z.object({
  ...paging,
  ...span,
  /** Part of number, name or institution. */
  text: z.string().max(100).optional(),
  department: z.string().max(60).optional(),
  provider: z.string().max(60).optional(),
  /** Those only that stand far off their peers. */
  strange: z.stringbool().optional(),
  sort: z.enum([...sortable, ...sortable.map((name) => `-${name}` as const)]).default('-score'),
});

const practiceMark = z.object({
  indicator,
  n: count,
  value: z.number().nullable(),
  centre: z.number().nullable(),
  score: z.number().nullable(),
  mark,
});

const practiceRow = z.object({
  no: z.string(),
  name: z.string().nullable(),
  providers: z.array(z.object({ providerNo: z.string(), name: z.string().nullable() })),
  department: z.string().nullable(),
  level: z.number().nullable(),
  encounters: count,
  people: count,
  totalFen: fen,
  fundFen: fen.nullable(),
  /** The strangest of its marks; null: nothing to compare. */
  strangest: practiceMark.nullable(),
  findings: count,
});
export type PracticeRowJson = z.infer<typeof practiceRow>;

const period = z.object({ from: z.string(), to: z.string() });
/** null: there are no claims. */
export const practiceList = z
  .object({ known: period, period, total: count, departments: z.array(z.string()), rows: z.array(practiceRow) })
  .nullable();
export type PracticeListJson = z.infer<typeof practiceList>;

export const practicePageQuery = z.object({ ...span, indicator: indicator.optional() });

const part = z.object({ key: z.string().nullable(), name: z.string().nullable(), n: count, people: count, fen: fen });
export type PracticePartJson = z.infer<typeof part>;

export const practicePage = z.object({
  no: z.string(),
  name: z.string().nullable(),
  providers: z.array(z.object({ providerNo: z.string(), name: z.string().nullable(), level: z.number().nullable() })),
  department: z.string().nullable(),
  level: z.number().nullable(),
  known: period,
  period,
  /** null: nothing in the period. */
  totals: z.object({ encounters: count, people: count, totalFen: fen, fundFen: fen.nullable(), lastDay: day }).nullable(),
  months: z.array(
    z.object({
      month: z.string(),
      encounters: count,
      people: count,
      totalFen: fen,
      fundFen: fen.nullable(),
      findings: count,
      findingFen: fen,
    }),
  ),
  settings: z.array(part),
  kinds: z.array(part),
  items: z.array(part),
  diagnoses: z.array(part),
  /** null: care in institutions that the reader does not see is part of the comparison. */
  peers: z
    .object({
      count,
      least: count,
      marks: z.array(practiceMark),
      /** Of one indicator; who is who stands there only for those who see everybody. */
      funnel: z
        .object({
          indicator,
          centre: z.number().nullable(),
          spread: z.number().nullable(),
          overdispersion: z.number(),
          rows: z.array(
            z.object({
              no: z.string().nullable(),
              name: z.string().nullable(),
              own: z.boolean(),
              n: count,
              value: z.number().nullable(),
              mark,
            }),
          ),
        })
        .nullable(),
    })
    .nullable(),
  findings: z.object({
    count,
    amountFen: fen,
    fundFen: fen,
    byRule: z.array(z.object({ ruleId: z.string(), title: z.string(), count, amountFen: fen })),
    latest: z.array(
      z.object({ findingId: z.string(), day, ruleTitle: z.string(), explanation: z.string(), amountFen: fen, fundFen: fen.nullable() }),
    ),
  }),
  /** Of a physician who is registered. */
  points: z.object({ points: count, standing: z.string(), records: count, openCount: count }).nullable(),
  /** null: the reader sees no alerts. */
  alerts: z
    .array(z.object({ storyId: z.string(), titles: z.array(z.string()), fromDay: day, toDay: day, signalCount: count, state: z.string() }))
    .nullable(),
});
export type PracticePageJson = z.infer<typeof practicePage>;
