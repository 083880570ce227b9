// A plan measured and stated, scored and put into words. Expectations are worked out by hand.
import { describe, expect, test } from 'vitest';
import type { IndicatorStatement, Measured, MeasurementRun } from '../../measure/measurement.ts';
import { dayOfDate } from '../../time.ts';
import type { Indicator, Plan } from '../plan.ts';
import { ruleSets } from '../scoring/rule-set.ts';
import { evaluate } from './evaluation.ts';
import { actualText, completionText, gradeNote, gradeText, numberText, reasonText, totalText, wanText } from './words.ts';

const indicator = (position: number, more: Partial<Indicator>): Indicator => ({
  indicatorId: `P-1-${position}`,
  position,
  level1: '产出指标',
  level2: '数量指标',
  name: `指标${position}`,
  operator: '≥',
  target: 100,
  unit: '次',
  weight: 10,
  group: null,
  wording: null,
  ...more,
});
const plan: Plan = {
  planId: 'P',
  year: 2024,
  org: '某市医疗保障局',
  kind: 'project',
  source: '目标表.docx',
  totalFen: null,
  basicFen: null,
  projectFen: null,
  findings: [],
  projects: [
    {
      projectNo: 1,
      name: '甲项目',
      kind: 'project',
      budgetFen: 100_000_000,
      goals: ['目标'],
      indicators: [
        indicator(1, { name: '短信条数', target: 40, unit: '万条', weight: 30 }), // 360,000 of 400,000
        indicator(2, { name: '培训次数', target: 4, weight: 20 }), // no record
        indicator(3, { name: '服务能力', operator: 'qualitative', target: '有所提高', unit: null, weight: 20 }), // judged 0.9
        indicator(4, { name: '家数', target: 50, unit: '家', weight: 20 }), // stated 55
      ],
    },
  ],
};
const measured = (measureId: string, value: number | null, unit: string, unknown: Measured['unknown'] = null): Measured => ({
  measureId,
  value,
  unit,
  unknown,
  numerator: { title: '', value, unit, recordCount: 3, undeterminedCount: 0, source: '台账' },
  denominator: null,
  formula: '',
  monthly: [],
});
const run: MeasurementRun = {
  runId: 'M',
  planId: 'P',
  asOf: dayOfDate(2024, 12, 31),
  measuredAt: 0,
  lakeVersion: 1,
  registerSerial: 9,
  rows: [
    { indicatorId: 'P-1-1', measureId: 'sms-sent', state: 'confirmed', measured: measured('sms-sent', 360_000, '条') },
    {
      indicatorId: 'P-1-2',
      measureId: 'training-sessions',
      state: 'suggested',
      measured: measured('training-sessions', null, '次', 'no-records'),
    },
    { indicatorId: 'P-1-3', measureId: null, state: null, measured: null },
    { indicatorId: 'P-1-4', measureId: null, state: null, measured: null },
  ],
  executions: [{ projectNo: 1, budgetFen: 100_000_000, adjustedFen: 120_000_000, receivedFen: 100_000_000, paidFen: 108_000_000 }],
};
const said = (indicatorId: string, more: Partial<IndicatorStatement>): IndicatorStatement => ({
  indicatorId,
  actual: null,
  actualText: null,
  grade: null,
  part: null,
  reason: null,
  improvement: null,
  evidence: null,
  by: '科室',
  at: 0,
  ...more,
});
const statements = [
  said('P-1-1', { actual: 999_999, reason: '第四季度通道维护', improvement: '提前采购' }),
  said('P-1-3', { grade: 'achieved', part: 0.9 }),
  said('P-1-4', { actual: 55, evidence: '合同' }),
];

describe('an evaluation', () => {
  const evaluation = evaluate(plan, run, statements, ruleSets['cy-2020-10']);
  const one = evaluation.projects[0] as (typeof evaluation.projects)[number];
  test('measured stands before stated; the actual is shown in the unit of the target', () => {
    expect(one.indicators.map(({ origin, actual, unit, score }) => [origin, actual, unit, score.score])).toEqual([
      ['measured', 36, '万条', 27],
      ['none', null, '次', null],
      ['judged', null, null, 18],
      ['stated', 55, '家', 20],
    ]);
  });
  test('execution is of the adjusted budget: 108 of 120 earns 9 of 10', () =>
    expect(one.executionScore).toEqual({ ratio: 0.9, weight: 10, score: 9 }));
  test('the unknown makes a range with its name: 27+18+20+9 = 74, 20 open', () => {
    expect(one.total).toMatchObject({ known: 74, open: 20, full: 100, missing: ['培训次数'], grade: null });
    expect([totalText(one), gradeText(one)]).toEqual(['74～94', '优～中（待定）']);
    expect(gradeNote(one)).toBe('等次：优～中（待定）');
    // 60 of 80 is 75 of 100.
    const total = { ...one.total, known: 60, open: 0, full: 80, low: 75, high: 75, grade: '中' };
    expect(gradeNote({ total })).toBe('等次：中（满分 80 分，折算百分制 75 分）');
  });
  test('the summary counts each indicator once', () =>
    expect(evaluation.summary).toEqual({ indicators: 4, quantitative: 3, known: 2, met: 2, missed: 1, unknown: 1, unconfirmed: 0 }));
  test('words: deviation in numbers, then what people wrote; what is missing says why', () => {
    expect(one.indicators.map(reasonText)).toEqual([
      '未达到指标值，完成 90%；第四季度通道维护；改进措施：提前采购',
      '台账中本期没有记录，也没有声明齐全',
      '',
      '',
    ]);
    expect(one.indicators.map(actualText)).toEqual(['36', '未知', '达成预期指标', '55']);
    expect(completionText(one)).toBe('共 4 项指标，达到 2 项，未达到 1 项（短信条数），尚无法判断 1 项。短信条数 36万条；家数 55家。');
  });
  test('scoring again with other rules does not measure again: 90 % of the target earns (90−60)/40 of 30', () =>
    expect(evaluate(plan, run, statements, ruleSets['cy-2021-101']).projects[0]?.indicators[0]?.score.score).toBe(22.5));
});

test.each([
  [95, 2, '95'],
  [96.4291, 2, '96.43'],
  [0.004, 2, '0'],
  [-3.456, 2, '-3.46'],
  [1000, 0, '1000'],
  [2.5, 0, '3'],
])('numberText(%s, %s) → %s', (value, decimals, text) => expect(numberText(value, decimals)).toBe(text));
test('wanText keeps whole fen', () => expect([wanText(653_257_000_0), wanText(1), wanText(null)]).toEqual(['6532.57', '0.000001', '']));
