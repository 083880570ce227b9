// Money handed down, by hand-reckoned examples: sums, circles, labels, time; factors to the fen.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOfDate } from '../time.ts';
import { circleOf, noticeProblems, paymentProblems, sharesOfTable, withdrawalProblems } from './check-deed.ts';
import { allocateByFactors, type FactorWish, standardScoreSteps } from './factors.ts';
import { managedFunds } from './managed-funds.ts';
import { labelBreaks, transferProgress } from './progress.ts';
import { type RegionRow, rollUp } from './roll-up.ts';
import { type AllocationRow, type TransferDeed, type TransferNotice, transferOf } from './transfer.ts';

const LABEL = '01 中央直达资金';
const notice: TransferNotice = {
  name: '医疗服务与保障能力提升补助资金',
  year: 2023,
  documentNo: '云财社〔2023〕1号',
  issuedBy: '某省财政厅',
  receiver: '云溪市',
  issuedOn: dayOfDate(2023, 8, 1),
  advanceFen: 0,
  fen: 227_62_0000,
  label: LABEL,
  incomeCode: '1100249',
  spendingCode: '21015',
  targets: null,
};
const row = (receiver: string, yuan: number, more: Partial<AllocationRow> = {}): AllocationRow => ({
  receiver,
  from: null,
  project: null,
  advanceFen: 0,
  fen: Math.round(yuan * 100),
  label: LABEL,
  ...more,
});
const after = (...deeds: TransferDeed[]) => {
  const found = transferOf(
    'T1',
    [{ kind: 'notice', notice } as TransferDeed, ...deeds].map((deed, index) => ({ ...deed, serial: index + 1, by: '甲', at: 0 })),
  );
  if (!found) throw new Error('none');
  return found;
};
const given = { idOf: (index: number) => `S${index + 1}`, documentNo: '云财社〔2023〕9号', issuedOn: dayOfDate(2023, 8, 20) };
const rows = [row('云溪市', 999_600, { project: '基金监管' }), row('甲县', 1_126_600), row('乙乡', 100_000, { from: '甲县' })];
const shared = () => {
  const { shares, issues } = sharesOfTable(after(), rows, given);
  expect(issues).toEqual([]);
  return { kind: 'shares' as const, shares, basis: null };
};
const codes = (issues: { code: string; row?: number }[]) => issues.map(({ code, row: at }) => (at === undefined ? code : `${code}@${at}`));

describe('allocation', () => {
  test('a table becomes a tree; what is left follows', () => {
    const progress = transferProgress(after(shared()), dayOfDate(2023, 9, 1), { behindRatio: 0.1, allocateDays: 30 });
    expect(progress.shares.map(({ share, depth, handedFen, leftFen }) => [share.receiver, depth, handedFen, leftFen])).toEqual([
      ['云溪市', 0, 0, 99_960_000],
      ['甲县', 0, 10_000_000, 102_660_000],
      ['乙乡', 1, 0, 10_000_000],
    ]);
    // 2,276,200 − 999,600 − 1,126,600
    expect([progress.handedFen, progress.leftFen]).toEqual([212_620_000, 15_000_000]);
  });
  test.each<[string, AllocationRow[], string[]]>([
    ['nothing', [], ['transfer.no-rows']],
    ['no name, no amount', [row('', 1), row('甲县', 0)], ['transfer.row-empty@1', 'transfer.row-amount@2']],
    ['more than there is', [row('甲县', 2_276_200.01)], ['transfer.over-allocated']],
    ['more than the county has', [row('甲县', 10), row('乙乡', 11, { from: '甲县' })], ['transfer.over-allocated']],
    ['from nobody', [row('乙乡', 1, { from: '丙县' })], ['transfer.from-unknown@1']],
    ['from one of two', [row('甲县', 1), row('甲县', 1, { project: '二' }), row('乙乡', 1, { from: '甲县' })], ['transfer.from-several@3']],
    ['a circle of two', [row('甲县', 2, { from: '乙县' }), row('乙县', 1, { from: '甲县' })], ['transfer.circular']],
    ['to itself', [row('甲县', 1, { from: '甲县' })], ['transfer.circular']],
    ['back to whoever gave it', [row('甲县', 2), row('云溪市', 1, { from: '甲县' })], ['transfer.circular']],
  ])('%s is refused', (_, table, problems) => expect(codes(sharesOfTable(after(), table, given).issues)).toEqual(problems));
  test('its own project is no circle, and the way round is told', () => {
    const table = [row('甲县', 5), row('甲县', 3, { from: '甲县', project: '示范点' })];
    expect(sharesOfTable(after(), table, given).shares.map(({ parentId }) => parentId)).toEqual([null, 'S1']);
    const circle = [row('甲', 1, { from: '丙' }), row('乙', 1, { from: '甲' }), row('丙', 1, { from: '乙' })];
    expect(circleOf(circle, after())).toEqual(['甲', '丙', '乙', '甲']);
  });
  test('a notice wants its fields and money', () =>
    expect(codes(noticeProblems({ ...notice, documentNo: ' ', fen: 0 }))).toEqual(['transfer.field-missing', 'transfer.no-amount']));
});

describe('labels, payments, time', () => {
  const payment = (fen: number, label: string | null, month = 10) => ({
    paymentId: `Z${fen}`,
    shareId: 'S1',
    paidOn: dayOfDate(2023, month, 1),
    fen,
    label,
    payee: '某公司',
  });
  test('unchanged through all, whatever the spaces; every change is a break at its place', () => {
    const deed = shared();
    expect(labelBreaks(after(deed, { kind: 'payment', payment: payment(100, '01中央直达资金') }))).toEqual([]);
    const broken = { ...deed, shares: deed.shares.map((share) => (share.shareId === 'S2' ? { ...share, label: null } : share)) };
    expect(
      labelBreaks(after(broken, { kind: 'payment', payment: payment(100, '02 省级直达') })).map(({ at, receiver, before, after: next }) => [
        at,
        receiver,
        before,
        next,
      ]),
    ).toEqual([
      ['share', '甲县', LABEL, null],
      // below the county the label is there again: a break as well
      ['share', '乙乡', null, LABEL],
      ['payment', '云溪市', LABEL, '02 省级直达'],
    ]);
  });
  test('paid no more than is left, not before the notice', () => {
    const transfer = after(shared(), { kind: 'payment', payment: payment(99_950_000, LABEL) });
    expect(codes(paymentProblems(transfer, payment(10_001, LABEL)))).toEqual(['transfer.over-paid']);
    expect(paymentProblems(transfer, payment(10_000, LABEL))).toEqual([]);
    expect(codes(paymentProblems(transfer, payment(1, LABEL, 7)))).toEqual(['transfer.paid-before']);
  });
  test('behind time, lying undivided', () => {
    const transfer = after(shared(), { kind: 'payment', payment: payment(49_980_000, LABEL) });
    // from 20 August to 31 December are 133 days; 10 November is the 82nd: 61.7 % of the time, 50 % paid
    const { shares } = transferProgress(transfer, dayOfDate(2023, 11, 10), { behindRatio: 0.1, allocateDays: 30 });
    expect(shares.map(({ behind, lyingDays }) => [behind, lyingDays])).toEqual([
      [true, null],
      [true, null],
      [true, 82],
    ]);
    expect(shares[0]?.timeRatio).toBeCloseTo(82 / 133, 12);
    const loose = transferProgress(transfer, dayOfDate(2023, 11, 10), { behindRatio: 0.12, allocateDays: 30 });
    expect(loose.shares[0]?.behind).toBe(false);
  });
  test('a share that was handed on stays, a leaf may go; with a reason', () => {
    const transfer = after(shared());
    expect(codes(withdrawalProblems(transfer, 'S2', '算错'))).toEqual(['transfer.share-used']);
    expect(codes(withdrawalProblems(transfer, 'S3', ' '))).toEqual(['plan.no-reason']);
    expect(after(shared(), { kind: 'withdrawal', id: 'S3', why: '算错' }).shares.map(({ shareId }) => shareId)).toEqual(['S1', 'S2']);
  });
});

describe('by factors', () => {
  const wish = (more: Partial<FactorWish> = {}): FactorWish => ({
    totalFen: 10_000,
    stepFen: 1,
    factors: [
      { name: '参保人数', unit: '万人', weight: 60 },
      { name: '机构数', unit: '家', weight: 40 },
    ],
    regions: [
      { name: '甲', values: [10, 1], score: null },
      { name: '乙', values: [30, 3], score: null },
    ],
    performancePart: 0,
    scoreSteps: [...standardScoreSteps],
    ...more,
  });
  const fens = (given: FactorWish) => {
    const divided = allocateByFactors(given);
    return divided.ok ? divided.value.map(({ fen }) => fen) : codes(divided.issues);
  };
  test('parts of each factor, weighted', () => {
    expect(fens(wish())).toEqual([2500, 7500]);
    // 甲: 0.6 × 1/4 + 0.4 × 3/4 = 0.45
    expect(
      fens(
        wish({
          regions: [
            { name: '甲', values: [10, 3], score: null },
            { name: '乙', values: [30, 1], score: null },
          ],
        }),
      ),
    ).toEqual([4500, 5500]);
  });
  test('all of it tied: base × coefficient', () => {
    const regions = [
      { name: '甲', values: [1, 1], score: 95 },
      { name: '乙', values: [1, 1], score: 70 },
    ];
    // 1.1 : 0.9
    expect(fens(wish({ regions, performancePart: 1 }))).toEqual([5500, 4500]);
    // half of it tied: 0.5 × 0.5 + 0.5 × 0.55
    expect(fens(wish({ regions, performancePart: 0.5 }))).toEqual([5250, 4750]);
    expect(fens(wish({ regions: regions.map((one) => ({ ...one, score: null })), performancePart: 1 }))).toEqual([5000, 5000]);
  });
  test('thirds sum to the fen; in steps of a hundred yuan', () => {
    const regions = ['甲', '乙', '丙'].map((name) => ({ name, values: [1, 1], score: null }));
    expect(fens(wish({ regions }))).toEqual([3334, 3333, 3333]);
    expect(fens(wish({ regions, totalFen: 1_000_000, stepFen: 10_000 }))).toEqual([340_000, 330_000, 330_000]);
    expect(fens(wish({ regions, stepFen: 10_000, totalFen: 12_345 }))).toEqual(['transfer.step']);
  });
  test.each<[string, Partial<FactorWish>, string[]]>([
    ['a value missing', { regions: [{ name: '甲', values: [1, null], score: null }] }, ['transfer.factor-value@1']],
    ['a factor of zeros', { regions: [{ name: '甲', values: [1, 0], score: null }] }, ['transfer.factor-empty']],
    ['no weights', { factors: [{ name: 'x', unit: '', weight: 0 }] }, ['transfer.no-weights']],
    ['a name twice', { regions: [1, 2].map(() => ({ name: '甲', values: [1, 1], score: null })) }, ['transfer.region-twice@2']],
    ['a score of 101', { regions: [{ name: '甲', values: [1, 1], score: 101 }] }, ['transfer.score-range@1']],
    [
      'steps that rise',
      {
        scoreSteps: [
          { from: 0, coefficient: 1 },
          { from: 90, coefficient: 1 },
        ],
      },
      ['transfer.score-steps'],
    ],
    ['no money', { totalFen: 0 }, ['transfer.no-amount']],
  ])('%s is refused', (_, more, problems) => expect(fens(wish(more))).toEqual(problems));
  test('whatever the numbers: the parts sum to the total, none is negative, a better score never gets less', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e13 }),
        fc.array(fc.record({ value: fc.integer({ min: 1, max: 1e7 }), score: fc.option(fc.integer({ min: 0, max: 100 })) }), {
          minLength: 1,
          maxLength: 30,
        }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (totalFen, list, performancePart) => {
          const regions = list.map(({ value, score }, index) => ({ name: String(index), values: [value], score }));
          const ask = (all: typeof regions) =>
            allocateByFactors(wish({ totalFen, performancePart, regions: all, factors: [{ name: 'x', unit: '', weight: 1 }] }));
          const divided = ask(regions);
          if (!divided.ok) return false;
          const best = ask(regions.map((one, index) => (index === 0 ? { ...one, score: 100 } : one)));
          return (
            divided.value.reduce((sum, { fen }) => sum + fen, 0) === totalFen &&
            divided.value.every(({ fen }) => fen >= 0) &&
            best.ok &&
            // one fen for the rounding of the parts to 10⁻¹² of the whole
            (best.value[0]?.fen ?? 0) >= (divided.value[0]?.fen ?? 0) - 1 - totalFen / 1e11
          );
        },
      ),
      { numRuns: 300 },
    ));
});

describe('targets rolled up', () => {
  const of = (receiver: string, name: string, target: number | string, unit: string | null, actual: number | null): RegionRow => ({
    receiver,
    indicator: { indicatorId: `${receiver}${name}`, name, operator: '≥', target, unit },
    actual,
  });
  test('counts add, shares do not; promises that do not reach the whole are told', () => {
    const whole = [of('市', '检查次数', 24, '次', null), of('市', '满意度', 90, '%', null)];
    const regions = [
      of('甲', '检查次数', 12, '次', 13),
      of('乙', '检查次数', 10, '场', 9),
      of('甲', '满意度', 92, '%', 95),
      of('乙', '满意度', 85, '%', 80),
      of('乙', '培训', 2, '次', null),
    ];
    expect(
      rollUp(whole, regions).map(({ name, by, target, actual, low, high, met, known, short }) => [
        name,
        by,
        target,
        actual,
        low,
        high,
        met,
        known,
        short,
      ]),
    ).toEqual([
      ['检查次数', 'sum', 22, 22, 9, 13, 1, 2, true],
      ['满意度', 'range', null, null, 80, 95, 1, 2, true],
      ['培训', 'sum', 2, null, null, null, 0, 0, false],
    ]);
  });
});

describe('资金管理情况 of a self-evaluation', () => {
  const form = { planId: 'P2023-a', projectNo: 2 };
  const limits = { behindRatio: 0.1, allocateDays: 30 };
  const paid = { paymentId: 'Z1', shareId: 'S1', paidOn: dayOfDate(2023, 10, 1), fen: 49_980_000, label: null, payee: '某公司' };
  const told = (transfer: ReturnType<typeof after>, of = form) => {
    const progress = transferProgress(transfer, dayOfDate(2023, 12, 31), limits);
    const local = { initialFen: 50_000_000, budgetFen: 50_000_000, paidFen: 40_000_000 };
    const rows = managedFunds(transfer, progress, of, { local, limits });
    return rows && Object.fromEntries(rows.map(({ aspect, told: said, problem }) => [aspect, [said, problem]]));
  };
  const transfer = after(shared(), { kind: 'targets', shareId: null, targets: form }, { kind: 'payment', payment: paid });
  test('the whole transfer: 19 days, 49.98 of 227.62, a label that broke, half of the local money', () => {
    expect(told(transfer)).toMatchObject({
      // 甲县 handed a part on, so its money does not lie.
      // 99.96 + 112.66 of 227.62; what is handed on below is not counted twice.
      分配科学性: ['分给 2 个地区、单位或项目，共 212.62 万元。', '尚有 15 万元没有分配。'],
      下达及时性: ['收到 云财社〔2023〕1号 后共下达 3 笔，最长 19 日（要求 30 日内）。', ''],
      拨付合规性: ['已拨付 1 笔、49.98 万元，均在分配数以内。', '长期没有拨付：乙乡。'],
      使用规范性: ['', '标识中断 1 处：云溪市（01 中央直达资金→无）。'],
      // 49.98 ÷ 227.62
      执行准确性: ['应下达 227.62 万元，已支付 49.98 万元，执行率 21.96%。', '支付落后于时间进度：云溪市、甲县、乙乡。'],
      预算绩效管理情况: ['3 笔分配中 0 笔随资金下达了绩效目标。', '没有下达绩效目标：云溪市、甲县、乙乡。'],
      支出责任履行情况: ['地方资金预算 50 万元，执行 40 万元。', '地方资金没有全部执行。'],
    });
  });
  test('the form of one share speaks of that share alone; a form that no money carries has none', () => {
    const own = after(shared(), { kind: 'targets', shareId: 'S1', targets: form }, { kind: 'payment', payment: { ...paid, label: LABEL } });
    expect(told(own)).toMatchObject({
      分配科学性: ['分给 1 个地区、单位或项目，共 99.96 万元。', ''],
      使用规范性: ['直达资金标识“01 中央直达资金”在分配、拨付、使用中保持不变。', ''],
      执行准确性: ['应下达 99.96 万元，已支付 49.98 万元，执行率 50%。', '支付落后于时间进度：云溪市。'],
      预算绩效管理情况: ['1 笔分配中 1 笔随资金下达了绩效目标。', ''],
    });
    expect(told(transfer, { ...form, projectNo: 1 })).toBeNull();
  });
});
