// Indicators of different units side by side, reckoned by hand.
import { expect, test } from 'vitest';
import { compareIndicators } from './compare.ts';
import { type LibraryUse, libraryOf } from './library.ts';

const [A, B] = ['甲市医疗保障局', '乙县医疗保障局'];
const use = (given: Partial<LibraryUse>): LibraryUse => ({
  org: A,
  year: 2023,
  project: '监管经费',
  level1: '产出指标',
  level2: '数量指标',
  name: '检查家数',
  operator: '≥',
  target: 100,
  unit: '家',
  weight: 10,
  actual: null,
  source: { kind: 'document', id: 'D1', file: '自评表.docx', line: 7 },
  ...given,
});
const entries = libraryOf(
  [
    use({ actual: 120 }),
    use({ year: 2024, actual: 90 }),
    use({ org: B, year: 2024, target: 50, actual: 50 }),
    // two projects of one body in a year: 80 % and 120 %
    use({ org: B, year: 2024, project: '打击欺诈骗保', target: 100, actual: 80 }),
    use({ org: B, year: 2024, project: '日常监管', target: 10, actual: 12 }),
    // at most 10 万元, and 80,000 元 were spent: 125 %
    use({ name: '项目成本', operator: '≤', unit: '万元', target: 10, actual: null }),
    use({ name: '项目成本', operator: '≤', unit: '元', target: 100_000, actual: 80_000, year: 2024 }),
    use({ name: '政策知晓', operator: 'qualitative', target: '提高', actual: '已提高', unit: null }),
  ],
  [],
);
const of = (name: string) => entries.find((entry) => entry.name === name) as (typeof entries)[number];

test('results beside targets: years and bodies in their order, what nobody reports stays open', () => {
  const found = compareIndicators([of('检查家数'), of('项目成本')], 'reached');
  expect(found.columns).toEqual([
    { year: 2023, org: A },
    { year: 2024, org: A },
    { year: 2024, org: B },
  ]);
  const [checks, costs] = found.rows;
  expect(checks?.values.slice(0, 2)).toEqual([1.2, 0.9]);
  expect(checks?.values[2]).toBeCloseTo((1 + 0.8 + 1.2) / 3);
  expect(costs?.values).toEqual([null, 1.25, null]);
});

test('targets beside the middle one of all bodies', () => {
  // 10, 50, 100, 100, 100: the middle is 100
  const found = compareIndicators([of('检查家数')], 'promised');
  expect(found.rows[0]?.values.slice(0, 2)).toEqual([1, 1]);
  expect(found.rows[0]?.values[2]).toBeCloseTo((0.5 + 1 + 0.1) / 3);
});

test('words are no numbers', () =>
  expect(compareIndicators([of('政策知晓')], 'reached')).toMatchObject({ columns: [], rows: [{ values: [] }] }));
