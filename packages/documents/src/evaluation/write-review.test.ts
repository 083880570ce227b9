// The review of targets: findings under their criterion, the grade they suggest, the form read back.
import { type CheckFinding, dayOfDate, type ReadDocument, type ReadIndicator, reviewTargets } from '@hengjian/domain';
import { describe, expect, test } from 'vitest';
import { gridOf } from '../read-document.ts';
import { writeReview } from './write-review.ts';

const row = (line: number): ReadIndicator => ({
  level1: '产出指标',
  level2: '数量指标',
  name: `指标${line}`,
  operator: '≥',
  value: 1,
  unit: '次',
  weight: 10,
  actual: null,
  score: null,
  group: null,
  line,
  repairs: [],
});
const document: ReadDocument = {
  file: '目标表.docx',
  org: '云溪市医疗保障局',
  year: 2025,
  kind: 'project',
  totals: { totalWan: null, basicWan: null, projectWan: null },
  projects: [{ name: '监管', kind: 'project', budgetWan: null, goals: [], indicators: [row(1), row(2), row(3), row(4)] }],
  warnings: [],
};
const finding = (code: string, severity: CheckFinding['severity'], lines: number[]): CheckFinding => ({
  code,
  severity,
  lines,
  message: `${code}的问题`,
  facts: {},
  suggestions: [],
});
const of = (...findings: CheckFinding[]) => reviewTargets(document, findings, (code) => (code === 'A' ? 'adequate' : 'feasible'), 0.5);

describe('the grade that is suggested (88号 art. 25)', () => {
  test.each<[string, CheckFinding[], string]>([
    ['nothing found, or only said', [finding('A', 'info', [1])], '优'],
    ['warnings', [finding('A', 'warning', [1])], '良'],
    ['an error in one row of four', [finding('A', 'error', [1])], '中'],
    ['an error of the whole form', [finding('A', 'error', [])], '中'],
    ['errors in half of the rows', [finding('A', 'error', [1, 2])], '差'],
  ])('%s', (_, findings, grade) => expect(of(...findings).grade).toBe(grade));
  test('nothing could be read', () => expect(reviewTargets({ ...document, projects: [] }, [], () => 'complete', 0.5).grade).toBe('差'));
  test('each finding stands under its criterion', () =>
    expect(of(finding('A', 'error', [1]), finding('B', 'warning', [2])).criteria.map(({ errors, warnings }) => [errors, warnings])).toEqual(
      [
        [0, 0],
        [0, 0],
        [1, 0],
        [0, 1],
      ],
    ));
});

test('the form holds body, counts, grade, and each finding with its place', async () => {
  const bytes = await writeReview(of(finding('A', 'error', [1]), finding('B', 'warning', [])), {
    writtenOn: dayOfDate(2025, 1, 10),
    file: '目标表.docx',
  });
  const grid = await gridOf(bytes, '审核意见.docx');
  if (!grid.ok) throw new Error('unread');
  const told = JSON.stringify(grid.value);
  for (const words of [
    '云溪市医疗保障局',
    '完整性',
    '未发现问题',
    '错误 1 处，提示 0 处',
    '中：由单位修订完善',
    '占 25%',
    '第 1 行',
    'A的问题',
    'B的问题',
    '全文',
  ])
    expect(told).toContain(words);
});
