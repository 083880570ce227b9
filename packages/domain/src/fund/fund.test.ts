// Months payable, the ladder and the explanation of growth, against arithmetic done by hand.
import { describe, expect, test } from 'vitest';
import type { RegisterEntry } from '../register/register.ts';
import { dayOfDate } from '../time.ts';
import { FUND_ACCOUNTS, FUND_BUDGETS, fundAccounts, fundBudgets, monthAfter, monthsBetween } from './accounts.ts';
import { comparisonOf } from './compare.ts';
import { explainGrowth } from './growth.ts';
import { type FundLadder, fundStanding, fundStep } from './standing.ts';

const ladder: FundLadder = { excess: 15, green: 9, blue: 6, yellow: 3, orange: 1, growthGap: 5, executionAhead: 10 };
const entry = (registerId: string, occurredOn: number, values: RegisterEntry['values']): RegisterEntry => ({
  entryId: `${registerId}-${occurredOn}-${values.insurance}`,
  registerId,
  occurredOn,
  recordedAt: 0,
  recordedBy: 't',
  source: 't',
  values,
  corrects: null,
  withdrawn: false,
});
/** A book of so many months ending in December 2025. */
const book = (months: number, income: (n: number) => number, out: (n: number) => number, balance: number) =>
  fundAccounts(
    Array.from({ length: months }, (_, n) => {
      const month = monthAfter('2025-12', n - months + 1);
      const [year = 0, number = 0] = month.split('-').map(Number);
      return entry(FUND_ACCOUNTS, dayOfDate(year, number + 1, 1) - 1, {
        insurance: 'employee',
        account: 'pool',
        contributionFen: income(n),
        expenditureFen: out(n),
        balanceFen: balance,
      });
    }),
  );

test('months run over the year’s end', () => {
  expect(monthAfter('2025-01', -1)).toBe('2024-12');
  expect(monthAfter('2025-12', 1)).toBe('2026-01');
  expect(monthsBetween('2024-11', '2025-02')).toEqual(['2024-11', '2024-12', '2025-01', '2025-02']);
});

describe('months payable', () => {
  test('720 in hand at 100 a month last 7.2 months: blue', () => {
    const standing = fundStanding(
      book(
        24,
        () => 110,
        () => 100,
        720,
      ),
      [],
      'employee',
      '2025-12',
      ladder,
    );
    expect(standing).toMatchObject({
      averageFen: 100,
      averagedMonths: 12,
      monthsPayable: 7.2,
      step: 'blue',
      signals: [],
      incomeFen: 1320,
      expenditureFen: 1200,
    });
  });
  test.each([
    [15.01, 'excess'],
    [15, 'green'],
    [9, 'green'],
    [8.99, 'blue'],
    [6, 'blue'],
    [5.9, 'yellow'],
    [3, 'yellow'],
    [2.9, 'orange'],
    [1, 'orange'],
    [0.99, 'red'],
    [-2, 'red'],
  ] as const)('%d months: %s', (months, step) => expect(fundStep(months, ladder)).toBe(step));
  test('spent more than taken in, grew apart, ran ahead of the budget', () => {
    // 24 months: the second year 20 % dearer, income as before
    const accounts = book(
      18,
      () => 100,
      (n) => (n < 6 ? 100 : 120),
      500,
    );
    const budgets = fundBudgets([entry(FUND_BUDGETS, dayOfDate(2025, 1, 5), { year: 2025, insurance: 'employee', expenditureFen: 1200 })]);
    const standing = fundStanding(accounts, budgets, 'employee', '2025-12', ladder);
    expect(standing?.signals).toContain('deficit');
    // 12 × 120 of 1,200
    expect(standing?.executed).toBeCloseTo(1.2, 12);
    expect(standing?.signals).toContain('ahead-of-budget');
  });
  test('no book is no standing, and a book without a balance says so', () => {
    expect(fundStanding([], [], 'employee', '2025-12', ladder)).toBeNull();
    const [row] = book(
      1,
      () => 1,
      () => 1,
      0,
    );
    expect(fundStanding([{ ...(row as NonNullable<typeof row>), balanceFen: null }], [], 'employee', '2025-12', ladder)).toMatchObject({
      monthsPayable: null,
      step: null,
      averagedMonths: 1,
    });
  });
});

describe('growth', () => {
  test('only one factor changed: it has all of it', () => {
    const growth = explainGrowth(
      { people: 10, visits: 20, totalFen: 2000, fundFen: 1000 },
      { people: 20, visits: 40, totalFen: 4000, fundFen: 2000 },
    );
    expect(growth.parts?.map((part) => part.fen)).toEqual([1000, 0, 0, 0]);
    expect(growth.rate).toBe(1);
  });
  test('two factors share their product evenly: 10×10 → 20×20 is 300, 150 each', () => {
    // people 10 → 20, visits a head 1 → 2, cost and share unchanged at 10 and 1
    const growth = explainGrowth(
      { people: 10, visits: 10, totalFen: 100, fundFen: 100 },
      { people: 20, visits: 40, totalFen: 400, fundFen: 400 },
    );
    expect(growth.parts?.map((part) => part.fen)).toEqual([150, 150, 0, 0]);
  });
  test('parts sum to the change to the last fen, whatever the numbers', () => {
    let state = 7;
    const random = (most: number) => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return 1 + Math.floor((state / 4294967296) * most);
    };
    for (let n = 0; n < 500; n += 1) {
      const use = () => {
        const totalFen = random(9_000_000_000);
        return { people: random(1_000_000), visits: random(5_000_000), totalFen, fundFen: random(totalFen) };
      };
      const [before, after] = [use(), use()];
      const { parts, changeFen } = explainGrowth(before, after);
      expect(parts?.reduce((sum, part) => sum + part.fen, 0)).toBe(changeFen);
      expect(changeFen).toBe(after.fundFen - before.fundFen);
    }
  });
  test('out of nothing there is nothing to explain', () => {
    expect(explainGrowth({ people: 0, visits: 0, totalFen: 0, fundFen: 0 }, { people: 1, visits: 1, totalFen: 5, fundFen: 5 })).toEqual({
      changeFen: 5,
      rate: null,
      parts: null,
    });
  });
});

test('compared with the year before, else with what came just before, else half with half', () => {
  const year = { from: '2025-01', to: '2025-12' };
  expect(comparisonOf({ from: '2025-03', to: '2025-04' }, { from: '2024-01', to: '2025-12' })).toMatchObject({
    before: { from: '2024-03', to: '2024-04' },
    basis: 'year-before',
  });
  expect(comparisonOf({ from: '2025-10', to: '2025-12' }, year)).toMatchObject({
    before: { from: '2025-07', to: '2025-09' },
    basis: 'preceding',
  });
  expect(comparisonOf(year, year)).toEqual({
    before: { from: '2025-01', to: '2025-06' },
    now: { from: '2025-07', to: '2025-12' },
    basis: 'halves',
  });
  expect(comparisonOf({ from: '2025-01', to: '2025-01' }, year)).toBeNull();
});
