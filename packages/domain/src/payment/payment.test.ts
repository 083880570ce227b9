// Payment by disease group against numbers worked out by hand.

import { describe, expect, test } from 'vitest';
import { paymentMessages } from '../messages/payment.ts';
import { sayIssue } from '../messages/say.ts';
import { checkPayment } from './check.ts';
import { dipGrouper } from './dip-grouper.ts';
import { explainPayment } from './explain.ts';
import { changedPayment, type PaymentLever } from './levers.ts';
import { type Grouper, ONE, type PaymentCase, type PaymentGroup, type PaymentScheme, scaled } from './scheme.ts';
import { groupCases, settleYear } from './settle.ts';
import { signalsOf } from './signals.ts';
import { summarise } from './summary.ts';
import { plainStay } from './testing/stay.ts';
import { measuredGroups } from './weights.ts';

const group = (code: string, weight: number, own: Partial<PaymentGroup> = {}): PaymentGroup => ({
  code,
  name: code,
  kind: 'drg',
  weight: weight * ONE,
  meanFen: null,
  meanDays: null,
  lowRisk: false,
  diagnoses: [],
  procedures: '',
  ...own,
});
const scheme = (own: Partial<PaymentScheme> = {}, settings: Partial<PaymentScheme['settings']> = {}): PaymentScheme => ({
  schemeId: 's',
  title: 's',
  method: 'drg',
  region: '*',
  fromDay: 0,
  toDay: null,
  source: '',
  packId: null,
  groups: [group('A', 1.2), group('B', 0.5)],
  // 10,000 yuan for a weight of 1
  rates: [{ insurance: null, level: null, rate: 10_000_000_000, budgetFen: null }],
  coefficients: [],
  outliers: [],
  auxiliary: [],
  classes: [],
  exceptions: [],
  ...own,
  settings: {
    standard: 'payment',
    low: 'cost',
    high: 'excess',
    highShare: null,
    ungrouped: ONE,
    longDays: null,
    dayCaseDays: null,
    dayCase: ONE,
    reserve: 0,
    splitDays: 15,
    lowStandard: 3000,
    overlong: 30_000,
    trust: 'sent',
    ...settings,
  },
});
let serial = 0;
const stay = (sentGroup: string | null, costYuan: number, own: Partial<PaymentCase> = {}): PaymentCase => {
  serial += 1;
  return {
    ...plainStay,
    encounterNo: `E${String(serial).padStart(5, '0')}`,
    person: serial,
    costFen: costYuan * 100,
    fundFen: costYuan * 80,
    sentGroup,
    ...own,
  };
};
const nobody: Grouper = () => ({
  code: null,
  by: 'grouper',
  category: null,
  adjacent: null,
  rule: null,
  complications: [],
  excluded: [],
  why: 'no-item',
});
const settle = (of: PaymentScheme, cases: PaymentCase[], grouper = nobody) => settleYear(of, groupCases(of, grouper, cases));
const one = (of: PaymentScheme, single: PaymentCase) => settle(of, [single]).cases[0];

describe('one case', () => {
  test('1.2 × coefficient 1.05 × 10,000 = 12,600; less 2,000 of the patient the fund is due 10,600', () => {
    const of = scheme({ coefficients: [{ providerNo: null, level: 3, coefficient: 10_500, assessment: ONE }] });
    expect(one(of, stay('A', 10_000))).toMatchObject({
      treatment: 'normal',
      points: 12_600,
      payFen: 1_260_000,
      ownFen: 200_000,
      dueFen: 1_060_000,
    });
  });
  test('an institution’s own coefficient goes before its class; a basic item has none', () => {
    const coefficients = [
      { providerNo: 'H1', level: null, coefficient: 9000, assessment: ONE },
      { providerNo: null, level: 3, coefficient: 10_500, assessment: ONE },
    ];
    expect(one(scheme({ coefficients }), stay('A', 10_000))?.payFen).toBe(1_080_000);
    const basic = scheme({ coefficients, groups: [group('A', 1.2, { kind: 'basic' })] });
    expect(one(basic, stay('A', 10_000))?.payFen).toBe(1_200_000);
  });
  const limits = { outliers: [{ fromWeight: 0, high: 30_000, low: 4000 }] };
  test('high: 50,000 beside a standard of 12,000 and a limit of 3: 12,000 and the 14,000 above 36,000', () => {
    expect(one(scheme(limits), stay('A', 50_000))).toMatchObject({ treatment: 'high', ratio: 41_667, payFen: 2_600_000 });
    expect(one(scheme(limits), stay('A', 36_000))).toMatchObject({ treatment: 'normal', payFen: 1_200_000 });
  });
  test('low: 4,000 is under 0.4 × 12,000; by cost, or a third of the standard', () => {
    expect(one(scheme(limits), stay('A', 4000))).toMatchObject({ treatment: 'cost', why: 'low', payFen: 400_000, points: 0 });
    expect(one(scheme(limits, { low: 'ratio' }), stay('A', 4000))).toMatchObject({ treatment: 'low', payFen: 400_000, points: 4000 });
    expect(one(scheme(limits), stay('A', 4800))).toMatchObject({ treatment: 'normal' });
  });
  test('DIP: score 1,000 of a mean of 5,000, value 4.5: cost 12,000 is 2.4 times, 1,400 points, 6,300', () => {
    const of = scheme(
      {
        groups: [group('A', 1000, { meanFen: 500_000 })],
        rates: [{ insurance: null, level: null, rate: 4_500_000, budgetFen: null }],
        outliers: [{ fromWeight: 0, high: 20_000, low: 5000 }],
      },
      { standard: 'mean', low: 'ratio' },
    );
    expect(one(of, stay('A', 12_000))).toMatchObject({ treatment: 'high', points: 14_000_000, payFen: 630_000 });
    // 2,000 of 5,000: 0.4 × 1,000 × 4.5
    expect(one(of, stay('A', 2000))).toMatchObject({ treatment: 'low', points: 4_000_000, payFen: 180_000 });
    // without a mean there is nothing to compare with
    expect(one({ ...of, groups: [group('A', 1000)] }, stay('A', 12_000))).toMatchObject({ treatment: 'normal', ratio: null });
  });
  test('the largest auxiliary coefficient counts, where all its conditions hold', () => {
    const row = { groupCode: null, minAge: null, maxAge: null, diagnoses: [], minDays: null };
    const of = scheme({
      auxiliary: [
        { ...row, title: 'old', minAge: 66, coefficient: 11_000 },
        { ...row, title: 'severe', diagnoses: ['J96'], minDays: 3, coefficient: 13_000 },
        { ...row, title: 'of B', groupCode: 'B', coefficient: 20_000 },
      ],
    });
    expect(one(of, stay('A', 10_000, { ageYears: 70, otherDiagnoses: ['J96.000'] }))?.payFen).toBe(1_560_000);
    expect(one(of, stay('A', 10_000, { ageYears: 70, otherDiagnoses: ['J96.000'], days: 2 }))?.payFen).toBe(1_320_000);
    expect(one(of, stay('A', 10_000, { ageYears: null }))?.payFen).toBe(1_200_000);
  });
  test('exceptions, very long stays, day cases, no group, no rate', () => {
    const exception = stay('A', 90_000);
    const of = scheme(
      { exceptions: [{ encounterNo: exception.encounterNo, reason: 'r' }] },
      { longDays: 60, dayCaseDays: 1, dayCase: 8000, ungrouped: 7000 },
    );
    expect(one(of, exception)).toMatchObject({ why: 'exception', payFen: 9_000_000 });
    expect(one(of, stay('A', 90_000, { days: 61 }))).toMatchObject({ why: 'long', payFen: 9_000_000 });
    expect(one(of, stay('A', 9000, { days: 1, mainProcedure: '51.2300' }))).toMatchObject({ treatment: 'dayCase', payFen: 960_000 });
    expect(one(of, stay('A', 9000, { days: 1 }))).toMatchObject({ treatment: 'normal' });
    expect(one(of, stay('X', 1000))).toMatchObject({ why: 'ungrouped', payFen: 70_000 });
    const residents = scheme({ rates: [{ insurance: 'resident', level: null, rate: 1, budgetFen: null }] });
    expect(one(residents, stay('A', 1000))).toMatchObject({ why: 'no-rate', payFen: 100_000, rateRow: -1 });
  });
  test('halves go away from zero, however large the numbers', () => {
    expect([scaled([5], [2]), scaled([-5], [2]), scaled([4], [2]), scaled([9_007_199_254_740_991, 3], [3])]).toEqual([
      3, -3, 2, 9_007_199_254_740_991,
    ]);
  });
});

test('a case is explained with its numbers', () => {
  const of = scheme({ outliers: [{ fromWeight: 0, high: 30_000, low: 4000 }] }, { ungrouped: 7000 });
  const told = (each: PaymentCase) => {
    const { code, facts } = explainPayment(of, one(of, each) as NonNullable<ReturnType<typeof one>>);
    return sayIssue({ code, severity: 'info', facts: { ...facts } }, paymentMessages, 'zh');
  };
  expect(told(stay('A', 50_000))).toBe(
    '费用 50000.00 元是标准 12000.00 元的 4.1667 倍，高于高倍率 3，加付超出部分：权重 1.2 × 机构系数 1 × 2.1667 = 结算权重 2.6；× 费率 10000.00 元 = 支付标准 26000.00 元；减个人及其他负担 10000.00 元，基金应付 16000.00 元',
  );
  expect(told(stay('A', 4000))).toBe(
    '费用 4000.00 元是标准 12000.00 元的 0.3333 倍，低于低倍率 0.4，按费用支付 4000.00 元；减个人及其他负担 800.00 元，基金应付 3200.00 元',
  );
  expect(told(stay('X', 1000))).toBe('没有入组，按费用 × 0.7 支付 700.00 元；减个人及其他负担 200.00 元，基金应付 500.00 元');
});

describe('a year', () => {
  test('the point value follows from the budget: 100,000 less 3 % less 5,000 by cost, with 4,000 of patients, over 3,200 points', () => {
    const of = scheme(
      {
        groups: [group('A', 1000), group('B', 1200)],
        rates: [{ insurance: 'employee', level: null, rate: null, budgetFen: 10_000_000 }],
      },
      { standard: 'mean', reserve: 300 },
    );
    const cases = [stay('A', 10_000, { fundFen: 850_000 }), stay('A', 9000, { fundFen: 800_000 }), stay('B', 8000, { fundFen: 650_000 })];
    const { values } = settle(of, [...cases, stay('X', 6000, { fundFen: 500_000 })]);
    // (97,000 − 5,000 + 1,500 + 1,000 + 1,500) / 3,200 = 30
    expect(values[0]).toMatchObject({ rate: 30_000_000, points: 32_000_000, byCostFen: 500_000, dueFen: 9_700_000 });
  });
  test('high cases beyond 5 % of an institution’s grouped cases are paid like any other; the dearest are kept', () => {
    const cases = [stay('B', 60_000), stay('B', 50_000), stay('B', 40_000), ...Array.from({ length: 37 }, () => stay('B', 5000))];
    const of = scheme({ outliers: [{ fromWeight: 0, high: 30_000, low: null }] }, { highShare: 500 });
    expect(
      settle(of, cases)
        .cases.slice(0, 3)
        .map(({ treatment, payFen }) => [treatment, payFen]),
    ).toEqual([
      // 5,000 and what exceeds 15,000
      ['high', 5_000_00 + 45_000_00],
      ['high', 5_000_00 + 35_000_00],
      ['highBeyond', 5_000_00],
    ]);
  });
  test('assessment is of the standards of the year, patients’ part is not assessed', () => {
    const of = scheme({ coefficients: [{ providerNo: 'H1', level: null, coefficient: ONE, assessment: 9900 }] });
    const { cases } = settle(of, [stay('A', 10_000), stay('A', 12_000)]);
    // 24,000 × 0.99 − 4,400
    expect(summarise(of, cases).byInstitution.H1).toMatchObject({ payFen: 2_400_000, dueFen: 2_376_000 - 440_000, fundFen: 1_760_000 });
  });
  test('CMI, time and cost index beside the region', () => {
    const of = scheme();
    const own = { providerNo: 'H2' };
    const { cases } = settle(of, [
      stay('A', 10_000, { days: 4 }),
      stay('A', 20_000, { days: 8, ...own }),
      stay('B', 4000, { days: 6, ...own }),
      stay(null, 4000, own),
    ]);
    // A: the region has 15,000 and 6 days; B is H2 alone: (20/15 + 1)/2 and (8/6 + 1)/2
    expect(summarise(of, cases).byInstitution.H2).toMatchObject({
      cases: 3,
      grouped: 2,
      groups: 2,
      cmi: 8500,
      costIndex: 11_667,
      timeIndex: 11_667,
    });
  });
});

test('weights from stays: means of 2,000 and 8,000 among 11 and 1, one outlier beyond three deviations left out', () => {
  const of = scheme({ groups: [group('A', 9), group('B', 9), group('C', 9)] });
  const usual = Array.from({ length: 11 }, () => stay('A', 2000, { days: 4 }));
  const cases = groupCases(of, nobody, [...usual, stay('A', 500_000), stay('B', 8000, { days: 10 })]);
  // (11 × 2,000 + 8,000) / 12 = 2,500
  expect(measuredGroups(of, cases, 1)).toMatchObject([
    { weight: 8000, meanFen: 200_000, meanDays: 40_000 },
    { weight: 32_000, meanFen: 800_000, meanDays: 100_000 },
    { weight: 90_000, meanFen: null },
  ]);
});

describe('what to look at', () => {
  const of = scheme({ groups: [group('A', 1.2, { meanFen: 1_000_000, meanDays: 7 * ONE, lowRisk: true }), group('B', 0.5)] });
  const signals = (cases: PaymentCase[], grouper = nobody) => {
    const priced = settle(of, cases, grouper).cases;
    const found = signalsOf(of, priced);
    return priced.map((each) => found.get(each) ?? []);
  };
  test('a group that weighs more than the record bears', () => {
    const says: Grouper = (each) => ({ ...nobody(each), code: 'B', why: 'grouped' });
    expect(signals([stay('A', 9000), stay('B', 9000)], says)).toEqual([['upcoded'], []]);
  });
  test('cheap, long, dead in a low-risk group: on the limit is no signal', () => {
    expect(
      signals([
        stay('A', 2999),
        stay('A', 3000),
        stay('A', 9000, { days: 22 }),
        stay('A', 9000, { days: 21 }),
        stay('A', 9000, { died: true }),
      ]),
    ).toEqual([['lowStandard'], [], ['overlong'], [], ['lowRiskDeath']]);
  });
  test('back within 15 days in the same institution and group: the later stay', () => {
    const person = 7_000_000;
    const again = (begunDay: number, own: Partial<PaymentCase> = {}) =>
      stay('A', 9000, { person, begunDay, endedDay: begunDay + 5, ...own });
    expect(signals([again(100), again(120), again(141), again(150, { providerNo: 'H2' })])).toEqual([[], ['split'], [], []]);
  });
});

describe('levers', () => {
  const lever = (own: Partial<PaymentLever>): PaymentLever => ({
    kind: 'rate',
    insurance: null,
    level: null,
    providerNo: null,
    groups: [],
    by: 0,
    ...own,
  });
  const pay = (of: PaymentScheme, levers: PaymentLever[], each = stay('A', 10_000)) => one(changedPayment(of, levers), each)?.payFen;
  test('a rate down by 5 %, a weight up by 10 %, a coefficient of class 3 down by 0.05', () => {
    expect(pay(scheme(), [lever({ by: -500 })])).toBe(1_140_000);
    expect(pay(scheme(), [lever({ kind: 'weight', groups: ['A'], by: 1000 })])).toBe(1_320_000);
    expect(pay(scheme(), [lever({ kind: 'weight', groups: ['B'], by: 1000 })])).toBe(1_200_000);
    expect(pay(scheme(), [lever({ kind: 'coefficient', level: 3, by: -500 })])).toBe(1_140_000);
    expect(pay(scheme(), [lever({ kind: 'coefficient', level: 2, by: -500 })])).toBe(1_200_000);
  });
  test('an institution gets a row that begins with what counted for its class', () => {
    const of = scheme({ coefficients: [{ providerNo: null, level: null, coefficient: 9000, assessment: ONE }] });
    expect(pay(of, [lever({ kind: 'coefficient', providerNo: 'H1', by: 1000 })])).toBe(1_200_000);
    expect(pay(of, [lever({ kind: 'coefficient', providerNo: 'H1', by: 1000 })], stay('A', 10_000, { providerNo: 'H2' }))).toBe(1_080_000);
    expect(pay(of, [lever({ kind: 'coefficient', by: 500 })])).toBe(1_140_000);
  });
  test('limits are set, and taken away by 0', () => {
    expect(pay(scheme(), [lever({ kind: 'high', by: 20_000 })], stay('A', 30_000))).toBe(1_800_000);
    const limited = scheme({ outliers: [{ fromWeight: 0, high: 20_000, low: null }] });
    expect(pay(limited, [lever({ kind: 'high', by: 0 })], stay('A', 30_000))).toBe(1_200_000);
  });
});

describe('DIP items', () => {
  const item = (code: string, diagnosis: string, procedures = '', own: Partial<PaymentGroup> = {}) =>
    group(code, 1, { kind: 'core', diagnoses: [diagnosis], procedures, ...own });
  const classes = [
    { prefix: '89', class: 'diagnostic' as const },
    { prefix: '99.83', class: 'excluded' as const },
  ];
  const groups = [
    item('K80.1-1', 'K80.1', '51.23/51.22'),
    item('K80.1-2', 'K80.1', '51.2+47.0'),
    item('K80.1-0', 'K80.1'),
    item('J18.9-near', 'J18.9', '', { meanFen: 400_000 }),
    item('J18.9-far', 'J18.9', '', { meanFen: 900_000 }),
    item('D45', 'D45'),
    item('K00-K93-1', 'K00-K93', '相关手术', { kind: 'comprehensive' }),
    item('K8-1', 'K8', '相关手术', { kind: 'comprehensive' }),
    item('K00-K93-d', 'K00-K93', '诊断性操作', { kind: 'comprehensive' }),
    item('K00-K93-0', 'K00-K93', '保守治疗', { kind: 'comprehensive' }),
  ];
  const grouper = dipGrouper({ groups, classes });
  const found = (mainDiagnosis: string | null, procedures: string[] = [], costYuan = 1000) =>
    grouper(stay(null, costYuan, { mainDiagnosis, mainProcedure: procedures[0] ?? null, otherProcedures: procedures.slice(1) })).code;
  test.each([
    ['surgery before conservative', 'K80.100x001', ['51.2300'], 'K80.1-1'],
    ['more parts first', 'K80.100', ['51.2300', '47.0100'], 'K80.1-2'],
    ['no procedure: conservative', 'K80.100', [], 'K80.1-0'],
    ['another operation: comprehensive, the nearer diagnosis', 'K80.100', ['54.5900'], 'K8-1'],
    ['range of diagnoses', 'K35.900', ['47.0100'], 'K00-K93-1'],
    ['class of the highest procedure', 'K35.900', ['89.5200'], 'K00-K93-d'],
    ['what is excluded is as if not done', 'K35.900', ['99.8300'], 'K00-K93-0'],
    ['three characters where there is no subdivision', 'D45.x00', [], 'D45'],
    ['nothing takes it', 'Z99.900', [], null],
    ['no diagnosis', null, [], null],
  ] as const)('%s', (_, diagnosis, procedures, code) => {
    expect(found(diagnosis, [...procedures])).toBe(code);
  });
  test('of equal ones the nearer in cost', () => {
    expect([found('J18.900', [], 5000), found('J18.900', [], 8000)]).toEqual(['J18.9-near', 'J18.9-far']);
  });
});

test('a scheme at odds with itself is told where', () => {
  const of = scheme(
    {
      groups: [group('A', 1), group('A', 2), group('C', 1, { kind: 'core' })],
      rates: [{ insurance: null, level: null, rate: null, budgetFen: null }],
      outliers: [{ fromWeight: 0, high: 4000, low: 5000 }],
      fromDay: 10,
      toDay: 9,
    },
    {},
  );
  expect(checkPayment(of).map(({ code }) => code)).toEqual([
    'payment.dates-backwards',
    'payment.group-twice',
    'payment.group-of-other-method',
    'payment.group-without-diagnosis',
    'payment.rate-or-budget',
    'payment.standard-needs-rate',
    'payment.limits-crossed',
  ]);
  expect(checkPayment(scheme())).toEqual([]);
});
