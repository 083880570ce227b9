// Cells of forms by hand arithmetic over a few entries of the registers.
import { expect, test } from 'vitest';
import type { RegisterEntry, RegisterValues } from '../register/register.ts';
import { dayOfDate } from '../time.ts';
import { formRecords } from './form-records.ts';
import type { Plan } from './plan.ts';

const asOf = dayOfDate(2025, 12, 31);
const plan = {
  projects: [
    { projectNo: 1, name: '部门整体支出', kind: 'overall', budgetFen: 607 },
    { projectNo: 2, name: '监管', kind: 'project', budgetFen: 107 },
    { projectNo: 3, name: '宣传', kind: 'project', budgetFen: 20 },
  ],
} as unknown as Plan;
let serial = 0;
const entry = (registerId: string, occurredOn: number, values: RegisterValues): RegisterEntry => ({
  entryId: `E${++serial}`,
  registerId,
  occurredOn,
  recordedAt: 0,
  recordedBy: '甲',
  source: '测试',
  values,
  corrects: null,
  withdrawn: false,
});
const [approved, midyear, late] = [dayOfDate(2025, 2, 1), dayOfDate(2025, 7, 1), dayOfDate(2025, 11, 1)];
const entries = [
  entry('budget-lines', approved, {
    kind: 'staff',
    project: null,
    fundSource: 'general',
    origin: 'county',
    carriedOver: false,
    amountFen: 500,
  }),
  entry('budget-lines', approved, {
    kind: 'project',
    project: '监管',
    fundSource: 'general',
    origin: 'central',
    carriedOver: false,
    amountFen: 60,
  }),
  entry('budget-lines', approved, {
    kind: 'project',
    project: '监管',
    fundSource: 'other',
    origin: 'county',
    carriedOver: false,
    amountFen: 40,
  }),
  // Another view of the same money.
  entry('budget-lines', approved, { kind: 'threePublic', project: null, fundSource: 'general', origin: 'county', amountFen: 9 }),
  entry('budget-adjustments', midyear, { project: '监管', fundSource: 'general', origin: 'central', amountFen: -10 }),
  entry('budget-lines', approved, {
    kind: 'project',
    project: '监管',
    fundSource: 'general',
    origin: 'county',
    carriedOver: true,
    amountFen: 7,
  }),
  entry('budget-payments', late, { project: '监管', fundSource: 'general', origin: 'central', carriedOver: false, amountFen: 45 }),
  entry('budget-payments', late, { project: '监管', fundSource: 'general', origin: 'county', carriedOver: true, amountFen: 6 }),
  entry('budget-payments', late, { project: '宣传', fundSource: null, origin: null, carriedOver: null, amountFen: 5 }),
  entry('staffing', dayOfDate(2025, 6, 30), { unit: '局机关', quotaCount: 20, onDutyCount: 25 }),
  entry('staffing', asOf, { unit: '局机关', quotaCount: 26, onDutyCount: 24 }),
  entry('staffing', asOf, { unit: '事务中心', quotaCount: 38, onDutyCount: 36 }),
];
const { people, funds } = formRecords(plan, entries, asOf);

test('people of the last count, all units', () => expect(people).toEqual({ quota: 64, onDuty: 60 }));
test('money by nature: the year before apart, cut by the adjustment of its kind', () =>
  expect(funds.get(2)).toMatchObject({
    grant: { initialFen: 60, budgetFen: 50, paidFen: 45 },
    carried: { initialFen: 7, budgetFen: 7, paidFen: 6 },
    other: { initialFen: 40, budgetFen: 40, paidFen: 0 },
  }));
test('money by who pays', () =>
  expect(funds.get(2)).toMatchObject({
    central: { initialFen: 60, budgetFen: 50, paidFen: 45 },
    local: { initialFen: 47, budgetFen: 47, paidFen: 6 },
    otherOrigin: { initialFen: 0, budgetFen: 0, paidFen: 0 },
  }));
test('a payment that does not say its kind leaves the cell empty, here and in the whole', () => {
  expect(funds.get(3)?.grant).toEqual({ initialFen: null, budgetFen: null, paidFen: null });
  expect(funds.get(1)?.grant).toEqual({ initialFen: 560, budgetFen: 550, paidFen: null });
});

test('parts that do not make the budget of the form are left for people', () => {
  const other = { projects: [{ ...plan.projects[1], budgetFen: 100 }] } as unknown as Plan;
  expect(formRecords(other, entries, asOf).funds.get(2)?.grant).toEqual({ initialFen: null, budgetFen: null, paidFen: null });
});
