// The library over rows written by hand: what is one question, what others set, what is remembered, and when it is silent.
import { describe, expect, test } from 'vitest';
import { blankDraft, documentOfDraft, draftOfPlan, rowOfEntry, spreadWeights } from './draft.ts';
import { indicatorKey, plainProject } from './indicator-name.ts';
import { proposedTarget } from './last-year.ts';
import { type LibraryUse, libraryOf, type RememberedMeasure, rememberedMeasure } from './library.ts';
import { OVERALL_PROJECT, type Plan } from './plan.ts';
import { ruleSets } from './scoring/rule-set.ts';

const use = (given: Partial<LibraryUse>): LibraryUse => ({
  org: '甲市医疗保障局',
  year: 2024,
  project: '监管经费',
  level1: '产出指标',
  level2: '数量指标',
  name: '检查家数',
  operator: '≥',
  target: 100,
  unit: '家',
  weight: 10,
  actual: null,
  source: { kind: 'document', id: 'D1', file: '目标表.docx', line: 7 },
  ...given,
});
const remembered = (given: Partial<RememberedMeasure>): RememberedMeasure => ({
  indicatorId: 'P2024-1-1-1',
  key: indicatorKey(use({})),
  project: '监管经费',
  wording: null,
  measureId: 'inspected-providers',
  by: '经办',
  ...given,
});

describe('one question', () => {
  test.each([
    ['本市“检查” 家数（含药店）', '家', true],
    ['检查家数', '所', true], // 家 and 所 count the same
    ['检查家数', '万元', false],
    ['检查次数', '家', false],
  ])('%s in %s', (name, unit, same) => expect(indicatorKey(use({ name, unit })) === indicatorKey(use({}))).toBe(same));
  test('the year of a project is no part of its name', () =>
    expect(plainProject('2024年 医保基金监管（市本级）')).toBe(plainProject('2025年度医保基金监管')));
});

describe('what others set', () => {
  const entries = libraryOf(
    [
      use({}),
      use({ org: '乙县医疗保障局', year: 2023, target: 40, unit: '所', weight: 6 }),
      use({ org: '乙县医疗保障局', year: 2025, target: 60 }),
      use({ name: '追回金额', unit: '元', target: 50_000 }),
      use({ name: '追回金额', unit: '万元', target: 9, org: '乙县医疗保障局' }),
      use({ name: '追回金额', unit: '万元', target: 7, org: '丙县医疗保障局' }),
    ],
    [],
  );
  test('bodies, years, the span and the middle, the newest use first', () => {
    expect(entries.find(({ name }) => name === '检查家数')).toMatchObject({
      bodies: 2,
      years: [2023, 2024, 2025],
      targets: { count: 3, low: 40, median: 60, high: 100 },
      direction: 'more',
      weight: 10,
    });
    expect(entries.find(({ name }) => name === '检查家数')?.uses.map(({ year }) => year)).toEqual([2025, 2024, 2023]);
  });
  test('元 among 万元 is counted in 万元', () =>
    expect(entries.find(({ name }) => name === '追回金额')).toMatchObject({ unit: '万元', targets: { low: 5, median: 7, high: 9 } }));
  test('a plan adopted from the document is the same row, told once', () => {
    const twice = [use({}), use({ source: { kind: 'plan', id: 'P1', file: '目标表.docx', line: 1 } })];
    expect(libraryOf(twice, [])[0]?.uses).toMatchObject([{ source: { kind: 'plan' } }]);
  });
});

describe('what is remembered', () => {
  const asked = { key: indicatorKey(use({})), project: '监管经费', wording: null };
  test('a confirmed measure, of any project where nobody differs', () => {
    expect(rememberedMeasure([remembered({})], asked)?.measureId).toBe('inspected-providers');
    expect(rememberedMeasure([remembered({ project: '别的项目' })], asked)?.measureId).toBe('inspected-providers');
    expect(rememberedMeasure([remembered({ measureId: null })], asked)?.measureId).toBeNull();
  });
  test.each<[string, RememberedMeasure[]]>([
    ['another question', [remembered({ key: 'x|' })]],
    ['another wording', [remembered({ wording: '满意率≥90%' })]],
    ['a department-wide row', [remembered({ project: OVERALL_PROJECT })]],
    ['people who differ', [remembered({ project: '甲' }), remembered({ project: '乙', measureId: 'inspections-total' })]],
  ])('silent for %s', (_, decisions) => expect(rememberedMeasure(decisions, asked)).toBeUndefined());
  test('its own project goes before others, the last word before earlier ones', () => {
    const differ = [
      remembered({ project: '甲', measureId: 'inspections-total' }),
      remembered({}),
      remembered({ measureId: 'finding-count' }),
    ];
    expect(rememberedMeasure(differ, asked)?.measureId).toBe('finding-count');
  });
  test('«满意率≥90%» and «满意率≥95%» ask the same', () =>
    expect(rememberedMeasure([remembered({ wording: '满意率≥90%' })], { ...asked, wording: '满意率≥95%' })).toBeDefined());
});

describe('drafts', () => {
  const row = (level1: string) => ({ ...use({ level1 }), group: null, weight: null });
  test.each<[string, string[], (number | null)[]]>([
    ['50/30/10', ['产出指标', '产出指标', '产出指标', '效益指标', '满意度指标'], [17, 17, 16, 30, 10]],
    ['with cost 20/40/20/10', ['成本指标', '产出指标', '效益指标', '满意度指标'], [20, 40, 20, 10]],
    ['no satisfaction 50/40', ['产出指标', '效益指标', '效益指标'], [50, 20, 20]],
    ['only outputs: all 90', ['产出指标', '产出指标'], [45, 45]],
    ['a row of no level keeps none', ['产出指标', '其他'], [90, null]],
  ])('weights %s', (_, levels, weights) => expect(spreadWeights(levels.map(row), ruleSets['cy-2021-101'])).toEqual(weights));

  const plan: Plan = {
    planId: 'P2024-1',
    year: 2024,
    org: '甲市医疗保障局',
    kind: 'project',
    source: '',
    totalFen: null,
    basicFen: null,
    projectFen: null,
    findings: [],
    projects: [
      {
        projectNo: 1,
        name: '2024年监管经费',
        kind: 'project',
        budgetFen: 123_450_000,
        goals: ['完成2024年度检查'],
        indicators: [
          { ...use({ name: '2024年检查家数' }), indicatorId: 'P2024-1-1-1', position: 1, group: null, wording: null },
          {
            ...use({ operator: 'qualitative', target: '2024年12月前' }),
            indicatorId: 'P2024-1-1-2',
            position: 2,
            group: null,
            wording: null,
          },
        ],
      },
    ],
  };
  test('next year: the new year in names, budgets open; the same year: as it was', () => {
    const next = draftOfPlan(plan, 2025).projects[0];
    expect([next?.name, next?.goals[0], next?.budgetWan, next?.rows[0]?.name, next?.rows[1]?.target]).toEqual([
      '2025年监管经费',
      '完成2025年度检查',
      null,
      '2025年检查家数',
      '2025年12月前',
    ]);
    expect(draftOfPlan(plan, 2024).projects[0]).toMatchObject({ name: '2024年监管经费', budgetWan: 123.45 });
  });
  // 财预〔2020〕10号: what was far above was set too low, by degree; no national number, the rules say 30 %.
  test.each<[string, '≥' | '≤' | '=', number, string, number, unknown]>([
    ['221 % of 100', '≥', 100, '家', 221, [220, 'far-above']],
    ['exactly 130 % is not far', '≥', 100, '家', 130, null],
    ['a share stays within the whole', '≥', 60, '%', 104, [100, 'far-above']],
    ['two figures, to the easier side', '≥', 1000, '人次', 1867, [1800, 'far-above']],
    ['a limit that was kept with much to spare: 9 of 20 days', '≤', 20, '天', 8.25, [9, 'far-above']],
    ['a limit passed by far', '≤', 10, '天', 16, [16, 'far-below']],
    ['69 % reached', '≥', 100, '家', 69, [69, 'far-below']],
    ['exactly 70 % is not far', '≥', 100, '家', 70, null],
    ['nothing done proposes nothing', '≥', 100, '家', 0, null],
    ['a target of nothing is met or not', '≤', 0, '次', 3, null],
  ])('another target is proposed: %s', (_, operator, target, unit, actual, wanted) => {
    const proposal = proposedTarget({ operator, target, unit }, actual, 1.3);
    expect(proposal && [proposal.value, proposal.why]).toEqual(wanted);
  });
  test('a row of the library takes the body’s own last value, else the middle', () => {
    const [entry] = libraryOf([use({ target: 80, year: 2023 }), use({}), use({ org: '乙', target: 30 })], []);
    if (!entry) throw new Error('none');
    expect(rowOfEntry(entry, '甲市医疗保障局').target).toBe(100);
    expect(rowOfEntry(entry, '丁').target).toBe(80);
  });
  test('as a document: a line each, in order, totals from the overall form', () => {
    const content = { ...blankDraft(2025, '甲'), projectWan: 3 };
    content.projects[0] = { name: OVERALL_PROJECT, kind: 'overall', budgetWan: 8.5, goals: ['一'], rows: [row('产出指标')] };
    const { document, lines } = documentOfDraft(content, 'x');
    expect(lines).toEqual([`${OVERALL_PROJECT}\t8.5万元`, '一', '产出指标\t数量指标\t检查家数\t≥100家']);
    expect([document.totals, document.projects[0]?.indicators[0]?.line]).toEqual([{ totalWan: 8.5, basicWan: null, projectWan: 3 }, 3]);
  });
});
