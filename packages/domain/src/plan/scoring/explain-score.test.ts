// One sentence per row, its numbers by hand; what if over the same measurement.
import { describe, expect, test } from 'vitest';
import type { IndicatorStatement, MeasurementRun } from '../../measure/measurement.ts';
import type { Indicator, Plan } from '../plan.ts';
import { explainScore, ruleSetLines } from './explain-score.ts';
import { type RuleSet, ruleSets } from './rule-set.ts';
import { suppose } from './suppose.ts';

const indicator = (given: Partial<Indicator>): Indicator => ({
  indicatorId: 'P1-1-1',
  position: 1,
  level1: '产出指标',
  level2: '数量指标',
  name: '检查次数',
  operator: '≥',
  target: 100,
  unit: '次',
  weight: 10,
  group: null,
  wording: null,
  ...given,
});
const plan = (row: Indicator): Plan => ({
  planId: 'P1',
  year: 2025,
  org: null,
  kind: 'project',
  source: '',
  totalFen: null,
  basicFen: null,
  projectFen: null,
  findings: [],
  projects: [{ projectNo: 1, name: '监管', kind: 'project', budgetFen: null, goals: [], indicators: [row] }],
});
const run: MeasurementRun = {
  runId: 'M1',
  planId: 'P1',
  asOf: 0,
  measuredAt: 0,
  lakeVersion: 0,
  registerSerial: 0,
  rows: [],
  executions: [],
};
const said = (given: Partial<IndicatorStatement>): IndicatorStatement[] => [
  {
    indicatorId: 'P1-1-1',
    actual: null,
    actualText: null,
    grade: null,
    part: null,
    reason: null,
    improvement: null,
    evidence: null,
    by: '',
    at: 0,
    ...given,
  },
];
const ten: RuleSet = ruleSets['cy-2020-10'];
const oneOhOne: RuleSet = ruleSets['cy-2021-101'];
const sentence = (row: Partial<Indicator>, statement: Partial<IndicatorStatement>, rules = ten) => {
  const [evaluation] = suppose({ plan: plan(indicator(row)), run, statements: said(statement) }, [], [rules]);
  const found = evaluation?.projects[0]?.indicators[0];
  if (!found) throw new Error('none');
  return explainScore(found, rules, 'zh');
};

describe('one sentence', () => {
  test.each<[string, Partial<Indicator>, Partial<IndicatorStatement>, RuleSet, string]>([
    ['reached', {}, { actual: 110 }, ten, '目标 ≥100次，实际 110次；达到目标，得满分；得 10 分（满分 10 分）'],
    ['missed', {}, { actual: 80 }, ten, '目标 ≥100次，实际 80次；未达到，完成 80%，按比例计；得 8 分（满分 10 分）'],
    [
      'above a pass mark',
      {},
      { actual: 80 },
      oneOhOne,
      '目标 ≥100次，实际 80次；未达到，完成 80%，（80%－60%）÷(1－60%)＝50%；得 5 分（满分 10 分）',
    ],
    ['below a pass mark', {}, { actual: 50 }, oneOhOne, '目标 ≥100次，实际 50次；完成不到 60%，不得分；得 0 分（满分 10 分）'],
    [
      'less is better',
      { operator: '≤' },
      { actual: 125 },
      ten,
      '目标 ≤100次，实际 125次；未达到，完成 80%，按比例计；得 8 分（满分 10 分）',
    ],
    [
      'a target of zero',
      { operator: '≤', target: 0 },
      { actual: 1 },
      ten,
      '目标 ≤0次，实际 1次；未达到，不能按比例折算；得 0 分（满分 10 分）',
    ],
    [
      'steps',
      { level1: '满意度指标', unit: '%', target: 90 },
      { actual: 85 },
      oneOhOne,
      '目标 ≥90%，实际 85%；满意度分档，本档得 50%；得 5 分（满分 10 分）',
    ],
    [
      'words',
      { operator: 'qualitative', target: '提高' },
      { grade: 'achieved', part: 0.95 },
      ten,
      '目标 提高；评定“达成预期指标”，按 95% 计；得 9.5 分（满分 10 分）',
    ],
  ])('%s', (_, row, statement, rules, text) => expect(sentence(row, statement, rules)).toBe(text));
  test('unknown says so and gives no points; far above is told, not cut', () => {
    expect(sentence({}, {})).toMatch(/^目标 ≥100次；(?!.*得).+/);
    expect(sentence({}, { actual: 140 })).toMatch(/得 10 分（满分 10 分）；.+/);
  });
  test('a rule set line by line, English beside it', () => {
    expect(ruleSetLines(oneOhOne, 'zh')).toContain('预算执行率 10 分：100% 以上得 100%，80% 以上得 70%，60% 以上得 50%，0% 以上得 0%');
    expect(ruleSetLines(ten, 'en')).toHaveLength(ruleSetLines(ten, 'zh').length);
  });
});

test('what if: other actuals and targets, the given ones untouched', () => {
  const given = { plan: plan(indicator({})), run, statements: said({ actual: 80 }) };
  const before = JSON.stringify(given);
  const scores = (one: Parameters<typeof suppose>[1]) =>
    suppose(given, one, [ten, oneOhOne]).map(({ projects }) => projects[0]?.indicators[0]?.score.score);
  expect(scores([])).toEqual([8, 5]);
  expect(scores([{ indicatorId: 'P1-1-1', actual: 90 }])).toEqual([9, 7.5]);
  expect(scores([{ indicatorId: 'P1-1-1', target: 80 }])).toEqual([10, 10]);
  expect(scores([{ indicatorId: 'P1-1-1', target: 160, actual: 40 }])).toEqual([2.5, 0]);
  expect(JSON.stringify(given)).toBe(before);
});
