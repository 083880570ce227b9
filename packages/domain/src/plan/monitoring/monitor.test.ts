// What wants a look at mid-year, on both sides of each bound. July is 7/12 of the year, 58.3 %; ten points below are behind.
import { describe, expect, test } from 'vitest';
import type { IndicatorStatement, Measured, MeasurementRun } from '../../measure/measurement.ts';
import { dayOfDate } from '../../time.ts';
import { evaluate } from '../evaluation/evaluation.ts';
import type { Indicator, Plan } from '../plan.ts';
import { ruleSets } from '../scoring/rule-set.ts';
import { type MonitoredIndicator, type Monitoring, monitor, monitoringDocument, monitoringMoney } from './monitor.ts';

interface Case {
  indicator?: Partial<Indicator>;
  /** The measured value at the end of each month so far; the last one is the actual. */
  monthly?: number[];
  statement?: Partial<IndicatorStatement>;
  paidFen?: number | null;
  adjustedFen?: number | null;
  behaviour?: 'flow' | 'level';
}

const even = (december: number) => Array.from({ length: 7 }, (_, i) => (december / 12) * (i + 1));

function world({ indicator, monthly, statement, paidFen = null, adjustedFen = 100_000_000, behaviour = 'flow' }: Case) {
  const row: Indicator = {
    indicatorId: 'P-1-1',
    position: 1,
    level1: '产出指标',
    level2: '数量指标',
    name: '培训人次',
    operator: '≥',
    target: 1200,
    unit: '人次',
    weight: 50,
    group: null,
    wording: null,
    ...indicator,
  };
  const plan: Plan = {
    planId: 'P',
    year: 2025,
    org: '某市医疗保障局',
    kind: 'project',
    source: '目标表.docx',
    totalFen: null,
    basicFen: null,
    projectFen: null,
    findings: [],
    projects: [{ projectNo: 1, name: '甲项目', kind: 'project', budgetFen: 120_000_000, goals: [], indicators: [row] }],
  };
  const value = monthly?.at(-1) ?? null;
  const measured: Measured = {
    measureId: 'trained',
    value,
    unit: row.unit ?? '',
    unknown: value === null ? 'no-records' : null,
    numerator: { title: '', value, unit: '', recordCount: 1, undeterminedCount: 0, source: '台账' },
    denominator: null,
    formula: '',
    monthly: (monthly ?? []).map((one, i) => ({ month: i + 1, value: one })),
  };
  const run: MeasurementRun = {
    runId: 'M',
    planId: 'P',
    asOf: dayOfDate(2025, 7, 31),
    measuredAt: 0,
    lakeVersion: 1,
    registerSerial: 1,
    rows: [{ indicatorId: 'P-1-1', measureId: 'trained', state: 'confirmed', measured }],
    executions: [{ projectNo: 1, budgetFen: 120_000_000, adjustedFen, receivedFen: null, paidFen }],
  };
  const none = { actual: null, actualText: null, grade: null, part: null, reason: null, improvement: null, evidence: null };
  const said = statement ? [{ indicatorId: 'P-1-1', ...none, by: '科室', at: 0, ...statement }] : [];
  const evaluation = evaluate(plan, run, said, ruleSets['cy-2020-10']);
  return { evaluation, monitoring: monitor({ evaluation, run, behaviourOf: () => behaviour }) };
}
const watched = (of: Case): Monitoring => world(of).monitoring;
const one = (of: Case): MonitoredIndicator => watched(of).projects[0]?.indicators[0] as MonitoredIndicator;

describe('an indicator', () => {
  test.each<[string, Case, MonitoredIndicator['alarms']]>([
    ['on its way: 700 of 1,200 by July is 58.3 %, 1,200 by December', { monthly: even(1200) }, []],
    // 581 of 1,200 is 48.4 %, above 48.3; 579 is 48.25 %. Both end short of the target, which wants a reason.
    ['just not behind', { monthly: even(996), statement: { reason: '暑期停课' } }, []],
    ['just behind', { monthly: even(992), statement: { reason: '暑期停课' } }, ['behind']],
    ['short of the target by December, and nobody said why', { monthly: even(1100) }, ['reason-missing']],
    [
      'a level does not fall behind the year: it is what it is',
      { monthly: [95, 95, 95, 95, 95, 95, 95], indicator: { target: 90, unit: '%' }, behaviour: 'level' },
      [],
    ],
    [
      'less is better: below the bound nothing is wrong',
      { monthly: [6, 6, 6, 6, 6, 6, 6], indicator: { operator: '≤', target: 8, unit: '%' }, behaviour: 'level' },
      [],
    ],
    [
      'less is better: above it there must be a reason',
      { monthly: [9, 9, 9, 9, 9, 9, 9], indicator: { operator: '≤', target: 8, unit: '%' }, behaviour: 'level' },
      ['reason-missing'],
    ],
    // half of the way in July at an even pace: 600 by December, and no month stands off it
    [
      'stated as reached, and it cannot be',
      { monthly: even(600), statement: { grade: 'achieved', reason: '已完成' } },
      ['behind', 'contradicts'],
    ],
    ['stated as partly reached contradicts nothing', { monthly: even(600), statement: { grade: 'partly', reason: '进度慢' } }, ['behind']],
    ['nothing known', {}, ['unknown']],
    ['a target in words is nobody’s to count', { indicator: { operator: 'qualitative', target: '有所提高', unit: null } }, []],
  ])('%s', (_, given, alarms) => {
    expect(one(given).alarms).toEqual(alarms);
  });

  test('progress is the part of the target, the forecast the year’s end; a share of a whole ends at 100', () => {
    expect(one({ monthly: even(1200) })).toMatchObject({ progress: 7 / 12, likelihood: 'certain' });
    expect(one({ monthly: even(1200) }).forecast?.value).toBeCloseTo(1200, 9);
    const share = one({ monthly: [10, 25, 40, 55, 70, 85, 99], indicator: { target: 100, unit: '%', operator: '=' } });
    expect(share.forecast?.high).toBe(100);
  });
});

describe('the money of a project', () => {
  test.each<[string, Case, string[], number | null]>([
    // of the adjusted 100 million fen: 48.3 % is the bound
    ['48.4 % paid', { paidFen: 48_400_000 }, [], 82_971_429],
    ['48.3 % paid', { paidFen: 48_300_000 }, ['execution-behind'], 82_800_000],
    ['more than the pace: the budget is the end of it', { paidFen: 90_000_000 }, [], 100_000_000],
    ['not known', {}, [], null],
    [
      'without an adjusted budget the first one counts: 58 of 120',
      { adjustedFen: null, paidFen: 57_999_999 },
      ['execution-behind'],
      99_428_570,
    ],
  ])('%s', (_, given, alarms, forecastFen) => {
    expect(watched(given).projects[0]).toMatchObject({ alarms, forecastFen });
  });

  test('stands on the form in 万元', () => {
    expect(monitoringMoney(watched({ paidFen: 48_400_000 }))).toEqual([{ paidWan: 48.4, forecastWan: 82.971429, executionPercent: 48.4 }]);
  });
});

test('the July form is filled but for the reasons that nobody gave', () => {
  const { evaluation, monitoring } = world({ monthly: even(1100) });
  const [project] = monitoringDocument(evaluation, monitoring).projects;
  expect(project).toMatchObject({
    kind: 'monitoring',
    indicators: [{ actual: 641.67, forecast: 1100, likelihood: 'impossible', remark: null }],
  });
});
