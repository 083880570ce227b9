// Points by the steps of published local tables, and the budget tables by hand arithmetic.
import { describe, expect, test } from 'vitest';
import type { RegisterEntry, RegisterValues } from '../register/register.ts';
import { dayOfDate } from '../time.ts';
import { budgetBook, elapsedPercent, measuredCard } from './budget-book.ts';
import type { Plan } from './plan.ts';
import { pointsOf } from './scorecard.ts';

// 湖南: 在职人员控制率 ≤100 % full, each point above −0.5; 预算完成率 100 % full, each 5 % below −2; 预算控制率 0 → 5, ≤10 → 4 … >30 → 0.
const staff = { weight: 5, steps: { kind: 'above', limit: 100, per: 1, loses: 0.5 } } as const;
const done = { weight: 5, steps: { kind: 'below', limit: 100, per: 5, loses: 2 } } as const;
const added = {
  weight: 5,
  steps: { kind: 'bands', bands: [0, 10, 20, 30].map((upTo, at) => ({ upTo, points: [5, 4, 3, 2][at] as number })) },
} as const;

test.each([
  [staff, 95, 5],
  [staff, 100, 5],
  [staff, 100.9, 5],
  [staff, 103, 3.5],
  [staff, 140, 0],
  [done, 100, 5],
  [done, 96, 5],
  [done, 95, 3],
  // Three whole steps of 5 % cost 6 of 5 points.
  [done, 82.16, 0],
  [added, 0, 5],
  [added, 10, 4],
  [added, 10.1, 3],
  [added, 30.5, 0],
  [added, null, null],
])('%o at %s: %s', (row, value, points) => expect(pointsOf(row, value)).toBe(points));

const asOf = dayOfDate(2025, 6, 30);
const plan: Plan = {
  planId: 'P',
  org: '云溪市医疗保障局',
  year: 2025,
  kind: 'overall',
  projects: [
    { projectNo: 1, name: '部门整体支出', kind: 'overall', budgetFen: 100_000_000, goals: [], indicators: [] },
    { projectNo: 2, name: '监管', kind: 'project', budgetFen: 30_000_000, goals: [], indicators: [] },
  ],
} as unknown as Plan;
const entry = (registerId: string, [year, month, day]: [number, number, number], values: RegisterValues): RegisterEntry => ({
  entryId: `${registerId} ${year}-${month}-${day} ${JSON.stringify(values)}`,
  registerId,
  occurredOn: dayOfDate(year, month, day),
  recordedAt: 0,
  recordedBy: '甲',
  source: '测试',
  values,
  corrects: null,
  withdrawn: false,
});

describe('the budget tables', () => {
  const paid = entry('budget-payments', [2025, 3, 1], { project: '监管', kind: 'project', amountFen: 9_000_000 });
  const book = budgetBook(
    plan,
    [
      paid,
      { ...entry('budget-payments', [2025, 3, 1], { project: '监管', kind: 'project', amountFen: 12_000_000 }), corrects: paid.entryId },
      entry('budget-payments', [2025, 9, 1], { project: '监管', kind: 'project', amountFen: 99 }),
      entry('budget-payments', [2025, 4, 1], { project: '基本支出', kind: 'staff', amountFen: 5_000_000 }),
      entry('budget-adjustments', [2025, 5, 1], { project: '监管', amountFen: -2_000_000 }),
      entry('budget-receipts', [2025, 2, 1], { project: '监管', origin: 'central', fundSource: 'general', amountFen: 7_000_000 }),
      entry('budget-receipts', [2025, 3, 1], { project: '监管', origin: 'central', fundSource: 'general', amountFen: 1_000_000 }),
      entry('budget-lines', [2025, 1, 20], { kind: 'staff', functionCode: '2101501', amountFen: 60_000_000 }),
      entry('budget-lines', [2025, 1, 20], { kind: 'project', functionCode: '2101506', amountFen: 30_000_000 }),
      entry('budget-lines', [2025, 1, 20], { kind: 'threePublic', functionCode: '2101501', amountFen: 1_000_000 }),
      entry('three-public', [2024, 5, 1], { kind: 'reception', amountFen: 400_000 }),
      entry('three-public', [2025, 5, 1], { kind: 'reception', amountFen: 300_000 }),
      entry('staffing', [2025, 3, 31], { unit: '局机关', quotaCount: 20, onDutyCount: 20, retiredCount: 1 }),
      entry('staffing', [2025, 6, 30], { unit: '局机关', quotaCount: 20, onDutyCount: 18, retiredCount: 2 }),
    ],
    asOf,
  );
  test('a project: corrected entries count once, later ones not yet', () =>
    expect(book.projects).toEqual([
      {
        name: '监管',
        budgetFen: 30_000_000,
        adjustmentFen: -2_000_000,
        adjustedFen: 28_000_000,
        receivedFen: 8_000_000,
        paidFen: 12_000_000,
      },
    ]));
  test('spending by kind; 三公 is another view of the same money', () => {
    expect(book.spending).toEqual([
      { name: 'staff', budgetFen: 60_000_000, paidFen: 5_000_000 },
      { name: 'office', budgetFen: null, paidFen: null },
      { name: 'project', budgetFen: 30_000_000, paidFen: 12_000_000 },
    ]);
    expect(book.functions).toEqual([
      { code: '2101501', basicFen: 60_000_000, projectFen: 0 },
      { code: '2101506', basicFen: 0, projectFen: 30_000_000 },
    ]);
    expect(book.economics).toEqual([]);
    expect(book.threePublic).toEqual({ kinds: [{ kind: 'reception', lastYearFen: 400_000, paidFen: 300_000 }], budgetFen: 1_000_000 });
  });
  test('income by source and level; people of the last count', () => {
    expect(book.income).toEqual([{ source: 'general', origin: 'central', fen: 8_000_000 }]);
    expect(book.staffing).toEqual([{ unit: '局机关', quota: 20, onDuty: 18, retired: 2 }]);
    expect(book.assets).toEqual([]);
  });
  test('支付进度率 is execution against the share of the year gone', () => {
    // 181 of 365 days are over at the end of 30 June.
    expect(elapsedPercent(asOf)).toBeCloseTo((181 / 365) * 100, 9);
    const row = {
      part: '过程',
      branch: '预算执行',
      name: '支付进度率',
      formula: '',
      measureId: 'budget-execution-rate',
      against: 'elapsed',
    } as const;
    const { rows } = measuredCard({ id: 'x', title: '', basis: '', rows: [row] }, asOf, () => ({ value: 40, numbers: '' }));
    expect(rows[0]?.value).toBeCloseTo((40 * 365) / 181, 9);
  });
});
