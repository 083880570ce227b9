// Sentences of the monthly report: each says a fact, and unknown is said to be unknown.
import { expect, test } from 'vitest';
import { type MonthFacts, monthReport } from './month-report.ts';
import type { FundStanding } from './standing.ts';

const standing = (own: Partial<FundStanding>): FundStanding => ({
  insurance: 'resident',
  month: '2025-06',
  balanceFen: 400_000_000,
  averageFen: 100_000_000,
  averagedMonths: 12,
  monthsPayable: 4,
  step: 'yellow',
  signals: [],
  incomeFen: 590_000_000,
  expenditureFen: 600_000_000,
  budgetFen: 1_200_000_000,
  executed: 0.5,
  elapsed: 0.5,
  ...own,
});
const facts: MonthFacts = {
  month: '2025-06',
  now: { settlements: 1200, totalFen: 200_000_000, fundFen: 110_000_000 },
  before: { settlements: 1100, totalFen: 180_000_000, fundFen: 100_000_000 },
  growth: null,
  standings: [],
  lastStandings: [],
  parts: [],
  trend: [],
  findings: { count: 0, amountFen: 0, fundFen: 0 },
  strange: [],
  lastStrange: [],
  kept: [],
};
const said = (own: Partial<MonthFacts>, section: number) =>
  monthReport({ ...facts, ...own }, 'zh').sections[section]?.sentences.join('') ?? '';

test('the month in numbers: 1.1 of 2 million paid is 55 %, a tenth more than last month', () => {
  expect(said({}, 0)).toContain('结算 1200 人次，医疗总费用 200.00 万元，基金支付 110.00 万元，实际报销比 55.0%');
  expect(said({}, 0)).toContain('比上月增长 10.0%');
  expect(said({}, 0)).toContain('不作分解');
});
test('no books: unknown, not zero', () => {
  expect(said({}, 1)).toBe('本月没有基金收支台账，结余、可支付月数和预算执行未知。');
  expect(said({ standings: [standing({ monthsPayable: null, step: null, executed: null, budgetFen: null })] }, 1)).toMatch(
    /可支付月数未知.*没有录入当年预算/,
  );
});
test('the ladder and its signals', () => {
  expect(said({ standings: [standing({ signals: ['deficit'] })] }, 1)).toBe(
    '城乡居民医保统筹基金累计结余 400.00 万元，可支付 4.0 个月，处于黄色；当年收入 590.00 万元、支出 600.00 万元，已支出全年预算的 50.0%（时间进度 50.0%）。需要关注：当年收不抵支。',
  );
});
test('what was told last month is looked at again', () => {
  const last = [standing({ month: '2025-05', signals: ['deficit', 'ahead-of-budget'] })];
  const text = said(
    { standings: [standing({ signals: ['deficit'] })], lastStandings: last, lastStrange: ['甲', '乙'], strange: ['乙'] },
    4,
  );
  expect(text).toBe(
    '上月提示城乡居民医保当年收不抵支：本月仍然存在。上月提示城乡居民医保预算执行明显快于时间进度：本月已经消除。上月费用指数明显偏高、本月仍然偏高的机构：乙。上月费用指数明显偏高、本月回到界限以内的机构：甲。',
  );
  expect(said({}, 4)).toBe('上月没有需要跟进的事项。');
});

test('in English: the same figures in the same order, and no Chinese of its own', () => {
  const row = { name: 'N', figures: { settlements: 1200, totalFen: 200_000_000, fundFen: 110_000_000 } };
  const full: MonthFacts = {
    ...facts,
    standings: [standing({ signals: ['deficit', 'growing-apart'] })],
    lastStandings: [standing({ insurance: 'employee', signals: ['ahead-of-budget'] })],
    parts: [{ title: 'setting', rows: [row] }],
    trend: [{ month: '2025-06', fundFen: 110_000_000 }],
    findings: { count: 7, amountFen: 1_230_000, fundFen: 450_000 },
    strange: ['A'],
    lastStrange: ['A', 'B'],
    kept: [{ title: 'K', heads: ['month', 'settlements'], rows: [['2025-06', '1200']] }],
  };
  const [zh, en] = (['zh', 'en'] as const).map((language) => monthReport(full, language));
  // months and chapters are counted in words in one of the two; thousands and the word for ten of them are no figures
  const figures = (of = zh) =>
    of?.sections.map(({ sentences, tables }) => [
      sentences.flatMap((text) => text.replaceAll('10,000', '').match(/\d+(\.\d+)?/g) ?? []),
      tables.map(({ rows, bars }) => [rows, bars]),
    ]);
  expect(figures(en)).toEqual(figures(zh));
  expect(JSON.stringify(en)).not.toMatch(/[\u3000-\u9fff]/);
  expect(en?.subtitle).toBe('June 2025');
  expect(en?.sections.map(({ heading }) => heading.slice(0, 2))).toEqual(['1.', '2.', '3.', '4.', '5.', '6.']);
});
