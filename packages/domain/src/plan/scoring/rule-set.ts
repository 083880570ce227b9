import { type Day, dayOfDate } from '../../time.ts';

/**
 * How indicators become points, as data. Sources: 财预〔2020〕10号 (项目支出绩效评价管理办法) and 财预〔2021〕101号
 * (核心绩效目标和指标设置及取值指引). Local notices change the numbers, so a bureau may load a set of its own.
 */
export interface RuleSet {
  id: string;
  title: string;
  /** Administrative division, six digits (those that end in zeros hold all that lies in them), or '*': everywhere. */
  region: string;
  /** Years whose last day lies between count, both included; null: open. */
  fromDay: Day | null;
  toDay: Day | null;
  /** Taken where nobody names a set; false: only by choice. */
  byDefault: boolean;
  /** Marks of the tiers of a goal form, by which tiers it has; execution is beside them. */
  tiers: readonly TierMarks[];
  /** Whole marks of a self-evaluation. */
  fullMarks: number;
  /** 未完成的定量指标: plain proportion, or nothing below a pass mark and the rest in proportion above it. */
  missed: { kind: 'proportion' } | { kind: 'pass-mark'; pass: number };
  /** 预算执行率: its marks, and how they are given. */
  execution: { weight: number; by: { kind: 'proportion' } | { kind: 'steps'; steps: readonly Step[] } };
  /** 满意度: like every other indicator (null), or in steps of the surveyed share itself. */
  satisfaction: readonly Step[] | null;
  /** 定性 grades with the part of the marks each may earn, both ends included. */
  qualitative: Readonly<Record<QualitativeGrade, { title: string; from: number; to: number }>>;
  /** Actual this far above target is told, never cut by the program (no national number exists). */
  farAboveRatio: number;
  /** 等次, best first; the lower bound belongs to the grade. */
  grades: readonly { grade: string; from: number }[];
}

/** The tiers of marks; cost is one of its own since 财预〔2021〕101号. */
export const markedTiers = ['cost', 'output', 'effect', 'satisfaction'] as const;
export type MarkedTier = (typeof markedTiers)[number];
export type TierMarks = { readonly [tier in MarkedTier]?: number | undefined };

/** `from` is a ratio (1 = 100 %, bound included); `part` the part of the marks. Highest first, the last from 0. */
export interface Step {
  from: number;
  part: number;
}

export type QualitativeGrade = 'achieved' | 'partly' | 'missed';

const grades = [
  { grade: '优', from: 90 },
  { grade: '良', from: 80 },
  { grade: '中', from: 60 },
  { grade: '差', from: 0 },
] as const;

/** 财预〔2021〕101号: with cost 20/40/20/10; 财预〔2020〕10号: without 50/30/10; satisfaction that nobody asks for goes to the effect. */
const tiers: readonly TierMarks[] = [
  { cost: 20, output: 40, effect: 20, satisfaction: 10 },
  { cost: 20, output: 40, effect: 30 },
  { output: 50, effect: 30, satisfaction: 10 },
  { output: 50, effect: 40 },
];

const everywhere = { region: '*', fromDay: null, toDay: null } as const;

const qualitative = {
  achieved: { title: '达成预期指标', from: 0.8, to: 1 },
  partly: { title: '部分达成预期指标并具有一定效果', from: 0.6, to: 0.8 },
  missed: { title: '未达成预期指标且效果较差', from: 0, to: 0.6 },
} as const;

export const ruleSets = {
  'cy-2020-10': {
    id: 'cy-2020-10',
    title: '财预〔2020〕10号',
    ...everywhere,
    byDefault: true,
    tiers,
    fullMarks: 100,
    missed: { kind: 'proportion' },
    execution: { weight: 10, by: { kind: 'proportion' } },
    satisfaction: null,
    qualitative,
    farAboveRatio: 1.3,
    grades,
  },
  'cy-2021-101': {
    id: 'cy-2021-101',
    title: '财预〔2021〕101号',
    ...everywhere,
    fromDay: dayOfDate(2021, 8, 18),
    // Written for the centre's departments; stricter than 10号, so a bureau elsewhere takes it by choice.
    byDefault: false,
    tiers,
    fullMarks: 100,
    missed: { kind: 'pass-mark', pass: 0.6 },
    execution: {
      weight: 10,
      by: {
        kind: 'steps',
        steps: [
          { from: 1, part: 1 },
          { from: 0.8, part: 0.7 },
          { from: 0.6, part: 0.5 },
          { from: 0, part: 0 },
        ],
      },
    },
    satisfaction: [
      { from: 0.9, part: 1 },
      { from: 0.8, part: 0.5 },
      { from: 0, part: 0 },
    ],
    qualitative,
    farAboveRatio: 1.3,
    grades,
  },
} as const satisfies Record<string, RuleSet>;
