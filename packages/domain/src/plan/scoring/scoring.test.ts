// Expectations are worked out by hand from 财预〔2020〕10号 and 财预〔2021〕101号 as the design page states them.
import { describe, expect, test } from 'vitest';
import { ruleSets } from './rule-set.ts';
import { type Actual, type IndicatorToScore, scoreIndicator } from './score-indicator.ts';
import { executionWeight, gradeOf, scoreExecution, scoreTotal } from './score-plan.ts';

const ten = ruleSets['cy-2020-10'];
const oneOhOne = ruleSets['cy-2021-101'];
const row = (
  operator: IndicatorToScore['operator'],
  target: IndicatorToScore['target'],
  targetUnit: string | null,
  weight: number | null = 10,
) => ({
  operator,
  target,
  targetUnit,
  weight,
  satisfaction: false,
});
const actual = (value: number | null, unit: string | null): Actual => ({ value, unit });

describe('财预〔2020〕10号：quantitative', () => {
  test.each([
    // operator, target, unit, actual, unit, score of 10, met
    ['≥', 1000, '人次', 1200, '人次', 10, true],
    ['≥', 1000, '人次', 1000, '人次', 10, true],
    ['≥', 1000, '人次', 850, '人次', 8.5, false],
    ['≥', 1000, '人次', 0, '人次', 0, false],
    ['>', 10, '%', 10.5, '%', 10, true],
    ['>', 10, '%', 9, '%', 9, false],
    ['≤', 24, '小时', 20, '小时', 10, true],
    ['≤', 24, '小时', 24, '小时', 10, true],
    ['≤', 24, '小时', 30, '小时', 8, false], // 24/30
    ['<', 10, '%', 12.5, '%', 8, false], // 10/12.5
    ['<', 10, '%', -3, '%', 10, true],
    ['=', 100, '%', 100, '%', 10, true],
    ['=', 100, '%', 95, '%', 9.5, false],
    ['=', 4, '次', 4, '次', 10, true],
    ['=', 4, '次', 5, '次', 8, false], // beyond is deviation too: 4/5
    ['≤', 0, '次', 0, '次', 10, true], // target 0: met or not met, no division
    ['≤', 0, '次', 1, '次', 0, false],
    ['=', 0, '次', 2, '次', 0, false],
    ['≥', 0, '次', 0, '次', 10, true],
    ['≥', 10, '%', -5, '%', 0, false], // fell where it should have risen: no proportion below nothing
    ['≥', 3, '次', 1, '次', 3.33, false],
    ['≥', 3, '次', 2, '次', 6.67, false],
  ] as const)('%s %s %s, actual %s %s → %s', (operator, target, unit, value, valueUnit, score, met) => {
    const result = scoreIndicator(row(operator, target, unit), actual(value, valueUnit), ten);
    expect([result.score, result.met]).toEqual([score, met]);
  });

  test('units: 万元 against 元，万条 against 条，a share written as 0.95', () => {
    expect(scoreIndicator(row('≥', 30, '万元'), actual(240_000, '元'), ten)).toMatchObject({ score: 8, targetInUnit: 300_000 });
    expect(scoreIndicator(row('≥', 40, '万条'), actual(400_000, '条'), ten)).toMatchObject({ score: 10, met: true });
    expect(scoreIndicator(row('≥', 0.95, null), actual(95, '%'), ten)).toMatchObject({
      score: 10,
      targetInUnit: 95,
      notes: ['unit-assumed'],
    });
    expect(scoreIndicator(row('≥', 30, '万元'), actual(35, '人次'), ten)).toMatchObject({ score: null, unscored: 'units-differ' });
  });

  test('≥100 % of a share means =100 %', () =>
    expect(scoreIndicator(row('≥', 100, '%'), actual(99, '%'), ten)).toMatchObject({ score: 9.9, met: false }));

  test('far above target is told, not cut', () =>
    expect(scoreIndicator(row('≥', 100, '家'), actual(221, '家'), ten)).toMatchObject({ score: 10, notes: ['far-above-target'] }));

  test('a share above 100 % is told', () =>
    expect(scoreIndicator(row('=', 100, '%'), actual(104, '%'), ten)).toMatchObject({ score: 10, notes: ['share-above-whole'] }));

  test('unknown is unknown, never zero and never full', () => {
    expect(scoreIndicator(row('≥', 10, '次'), actual(null, '次'), ten)).toMatchObject({
      score: null,
      met: null,
      unscored: 'actual-unknown',
    });
    expect(scoreIndicator(row('≤', 0, '次'), actual(null, '次'), ten)).toMatchObject({ score: null, met: null });
    expect(scoreIndicator(row('≥', null, '次'), actual(3, '次'), ten)).toMatchObject({ score: null, unscored: 'target-unknown' });
    expect(scoreIndicator(row('=', '12月底前完成', null), actual(null, null), ten)).toMatchObject({ unscored: 'target-not-a-number' });
  });

  test('without marks there is attainment but no score', () =>
    expect(scoreIndicator(row('≥', 10, '次', null), actual(12, '次'), ten)).toMatchObject({
      score: null,
      met: true,
      unscored: 'no-weight',
    }));
});

describe('qualitative grades: 100-80, 80-60, 60-0 %', () => {
  const judged = (grade: 'achieved' | 'partly' | 'missed', part: number) =>
    scoreIndicator(row('qualitative', '有所提高', null), { value: null, unit: null, judgement: { grade, part } }, ten);
  test.each([
    ['achieved', 1, 10, true],
    ['achieved', 0.8, 8, true],
    ['partly', 0.7, 7, false],
    ['missed', 0.3, 3, false],
  ] as const)('%s %s → %s', (grade, part, score, met) => expect(judged(grade, part)).toMatchObject({ score, met }));
  test('a part outside the bounds of its grade is held inside', () => {
    expect(judged('partly', 0.95).score).toBe(8);
    expect(judged('achieved', 0.2).score).toBe(8);
  });
  test('not judged is unknown', () =>
    expect(scoreIndicator(row('qualitative', '稳定运行', null), actual(null, null), ten)).toMatchObject({
      score: null,
      unscored: 'not-judged',
    }));
});

describe('财预〔2021〕101号', () => {
  test.each([
    [59, 0],
    [60, 0],
    [80, 5], // (80−60)/40 of 10
    [90, 7.5],
    [100, 10],
  ])('pass mark: %s %% of the target → %s', (value, score) =>
    expect(scoreIndicator(row('≥', 100, '次'), actual(value, '次'), oneOhOne).score).toBe(score),
  );
  test.each([
    [92, 10],
    [90, 10],
    [85, 5],
    [79.9, 0],
  ])('satisfaction in steps: %s %% → %s', (value, score) =>
    expect(scoreIndicator({ ...row('≥', 90, '%'), satisfaction: true }, actual(value, '%'), oneOhOne).score).toBe(score),
  );
  test.each([
    [100, 10],
    [120, 10],
    [99.9, 7],
    [80, 7],
    [60, 5],
    [59, 0],
  ])('execution %s %% → %s', (paid, score) =>
    expect(scoreExecution({ budgetFen: 100_000, paidFen: paid * 1000 }, 10, oneOhOne).score).toBe(score),
  );
});

describe('execution', () => {
  test.each([
    [100, 95, 9.5, 0.95],
    [100, 100, 10, 1],
    [100, 130, 10, 1.3], // capped at its marks
    [300, 100, 3.33, 1 / 3],
    [null, 50, null, null],
    [100, null, null, null],
    [0, 50, null, null],
  ])('budget %s, paid %s → %s', (budgetFen, paidFen, score, ratio) =>
    expect(scoreExecution({ budgetFen, paidFen }, 10, ten)).toMatchObject({ score, ratio }),
  );
  test('10 beside weights of 90, none beside weights of 100 or without weights', () => {
    expect(executionWeight([50, 30, 10], ten)).toBe(10);
    expect(executionWeight([60, 40], ten)).toBe(0);
    expect(executionWeight([null, null], ten)).toBe(0);
    expect(executionWeight([45, 42], ten)).toBe(10);
  });
});

describe('total and grade', () => {
  const rows = (scores: [string, number | null, number | null][]) =>
    scores.map(([name, score, weight]) => ({ name, score: { score, weight } }));
  const execution = { ratio: 0.9, weight: 10, score: 9 };
  test('sums exactly, in hundredths', () => {
    const total = scoreTotal(
      rows([
        ['a', 33.33, 40],
        ['b', 10.1, 20],
        ['c', 29.9, 30],
      ]),
      execution,
      ten,
    );
    expect(total).toMatchObject({ known: 82.33, open: 0, full: 100, grade: '良', missing: [] });
  });
  test('what is missing makes a range with names; the grade is said only where both ends agree', () => {
    const partial = scoreTotal(
      rows([
        ['a', 50, 50],
        ['b', null, 30],
        ['c', 10, 10],
      ]),
      execution,
      ten,
    );
    expect(partial).toMatchObject({ known: 69, open: 30, low: 69, high: 99, grade: null, lowGrade: '中', highGrade: '优', missing: ['b'] });
    const small = scoreTotal(
      rows([
        ['a', 84, 85],
        ['b', null, 5],
      ]),
      execution,
      ten,
    );
    expect(small).toMatchObject({ low: 93, high: 98, grade: '优', missing: ['b'] });
  });
  test('a form that does not sum to 100 is put on that scale for its grade', () =>
    expect(scoreTotal(rows([['a', 72, 80]]), { ...execution, score: 9 }, ten)).toMatchObject({
      known: 81,
      full: 90,
      low: 90,
      grade: '优',
    }));
  test('no marks, no total', () =>
    expect(scoreTotal(rows([['a', null, null]]), { ratio: 1, weight: 0, score: 0 }, ten)).toMatchObject({ low: null, grade: null }));
  test.each([
    [100, '优'],
    [90, '优'],
    [89.99, '良'],
    [80, '良'],
    [79.99, '中'],
    [60, '中'],
    [59.99, '差'],
    [0, '差'],
  ])('%s → %s', (total, grade) => expect(gradeOf(total, ten)).toBe(grade));
});
