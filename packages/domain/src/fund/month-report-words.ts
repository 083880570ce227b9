/** What the monthly report says in either language: figures come in as they are printed, the same in both. */
import type { Language } from '../messages.ts';
import type { GrowthFactor } from './growth.ts';
import type { FundSignal, FundStanding } from './standing.ts';

export type GrowthBasis = 'year-before' | 'preceding' | 'halves';
type Chapter = 'overall' | 'lasting' | 'parts' | 'supervised' | 'followUps' | 'kept';

export interface MonthWords {
  readonly title: string;
  readonly monthOf: (year: number, month: number) => string;
  readonly chapters: Readonly<Record<Chapter, string>>;
  /** A chapter's heading; `index` from 0. */
  readonly chapter: (index: number, title: string) => string;
  readonly names: (names: readonly string[]) => string;
  readonly items: (items: readonly string[]) => string;
  readonly clauses: (clauses: readonly string[]) => string;
  /** Ten thousands of yuan, printed. */
  readonly amount: (wan: string) => string;
  readonly trend: { readonly title: string; readonly heads: readonly [string, string] };
  readonly part: {
    readonly title: (by: string) => string;
    readonly heads: (by: string) => readonly string[];
    readonly most: (by: string, name: string, share: string) => string;
  };
  readonly insurance: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<NonNullable<FundStanding['step']>, string>>;
  readonly signals: Readonly<Record<FundSignal, string>>;
  readonly factors: Readonly<Record<GrowthFactor, string>>;
  readonly bases: Readonly<Record<GrowthBasis, string>>;
  readonly unknown: string;
  readonly settled: (of: { settlements: number; total: string; fund: string; share: string }) => string;
  /** `change`: signed share of the month before; `size`: the same printed without its sign. */
  readonly moved: (change: number, size: string) => string;
  readonly nothingBefore: string;
  readonly noCostBefore: string;
  readonly grown: (of: { basis: string; change: string; parts: string; most: string }) => string;
  readonly noBooks: string;
  readonly payableUnknown: (insurance: string) => string;
  readonly payable: (of: { insurance: string; balance: string; months: string; step: string | null }) => string;
  readonly noBudget: string;
  readonly executed: (share: string, elapsed: string) => string;
  readonly year: (of: { payable: string; income: string; expenditure: string; budget: string }) => string;
  readonly watch: (signals: string) => string;
  readonly told: (insurance: string, signal: string, still: boolean) => string;
  readonly stillStrange: (names: string) => string;
  readonly noLongerStrange: (names: string) => string;
  readonly nothingToFollow: string;
  readonly found: (of: { count: number; amount: string; fund: string }) => string;
  readonly nothingFound: string;
  readonly strange: (names: string) => string;
  readonly noneStrange: string;
}

const zh: MonthWords = {
  title: '医疗保障基金运行分析',
  monthOf: (year, month) => `${year} 年 ${month} 月`,
  chapters: {
    overall: '总体情况',
    lasting: '基金承受能力',
    parts: '支出构成',
    supervised: '监管情况',
    followUps: '上月事项跟进',
    kept: '重点关注',
  },
  chapter: (index, title) => `${'一二三四五六七八九十'[index]}、${title}`,
  names: (names) => names.join('、'),
  items: (items) => items.join('，'),
  clauses: (clauses) => clauses.join('；'),
  amount: (wan) => `${wan} 万元`,
  trend: { title: '各月基金支付（万元）', heads: ['月份', '基金支付'] },
  part: {
    title: (by) => `基金支付按${by}`,
    heads: (by) => [by, '人次', '总费用（万元）', '基金支付（万元）', '占比'],
    most: (by, name, share) => `按${by}看，${name}最多，占 ${share}。`,
  },
  insurance: { employee: '职工医保', resident: '城乡居民医保' },
  steps: { excess: '结余过多', green: '绿色', blue: '蓝色', yellow: '黄色', orange: '橙色', red: '红色' },
  signals: {
    deficit: '当年收不抵支',
    'growing-apart': '支出增幅连续两个季度明显高于收入增幅',
    'ahead-of-budget': '预算执行明显快于时间进度',
  },
  factors: { people: '就医人数', frequency: '人均就医次数', cost: '次均费用', share: '基金负担比例' },
  bases: { 'year-before': '与上年同月相比', preceding: '上年同月没有数据，与上月相比', halves: '与前半段相比' },
  unknown: '未知',
  settled: ({ settlements, total, fund, share }) =>
    `本月结算 ${settlements} 人次，医疗总费用 ${total}，基金支付 ${fund}，实际报销比 ${share}。`,
  moved: (change, size) => `基金支付比上月${change > 0 ? `增长 ${size}` : change < 0 ? `下降 ${size}` : '持平'}。`,
  nothingBefore: '没有可以比较的月份，变化的原因不作分解。',
  noCostBefore: '比较的月份没有费用，变化的原因不作分解。',
  grown: ({ basis, change, parts, most }) => `${basis}，基金支付变化 ${change}，其中：${parts}；影响最大的是${most}。`,
  noBooks: '本月没有基金收支台账，结余、可支付月数和预算执行未知。',
  payableUnknown: (insurance) => `${insurance}统筹基金可支付月数未知`,
  payable: ({ insurance, balance, months, step }) =>
    `${insurance}统筹基金累计结余 ${balance}，可支付 ${months} 个月${step === null ? '' : `，处于${step}`}`,
  noBudget: '没有录入当年预算',
  executed: (share, elapsed) => `已支出全年预算的 ${share}（时间进度 ${elapsed}）`,
  year: ({ payable, income, expenditure, budget }) => `${payable}；当年收入 ${income}、支出 ${expenditure}，${budget}。`,
  watch: (signals) => `需要关注：${signals}。`,
  told: (insurance, signal, still) => `上月提示${insurance}${signal}：本月${still ? '仍然存在' : '已经消除'}。`,
  stillStrange: (names) => `上月费用指数明显偏高、本月仍然偏高的机构：${names}。`,
  noLongerStrange: (names) => `上月费用指数明显偏高、本月回到界限以内的机构：${names}。`,
  nothingToFollow: '上月没有需要跟进的事项。',
  found: ({ count, amount, fund }) =>
    `审核发现结算日在本月的疑点 ${count} 条，涉及金额 ${amount}，其中基金 ${fund}（按疑点合计，同一明细可能有几条疑点）。`,
  nothingFound: '没有结算日在本月的疑点，或本月的结算尚未审核。',
  strange: (names) => `近三个月住院费用消耗指数（按病种、年龄、性别调整）超出同级机构 99.8% 界限的机构：${names}。`,
  noneStrange: '近三个月没有机构的住院费用消耗指数超出同级机构 99.8% 的界限。',
};

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const en: MonthWords = {
  title: 'How the medical-security fund runs',
  monthOf: (year, month) => `${months[month - 1]} ${year}`,
  chapters: {
    overall: 'The month as a whole',
    lasting: 'How long the fund lasts',
    parts: 'Where the fund pays',
    supervised: 'Supervision',
    followUps: 'Last month’s matters',
    kept: 'In particular',
  },
  chapter: (index, title) => `${index + 1}. ${title}`,
  names: (names) => names.join(', '),
  items: (items) => items.join(', '),
  clauses: (clauses) => clauses.join('; '),
  amount: (wan) => `${wan} × 10,000 yuan`,
  trend: { title: 'Paid by the fund each month (× 10,000 yuan)', heads: ['Month', 'Paid by the fund'] },
  part: {
    title: (by) => `Paid by the fund, by ${by}`,
    heads: (by) => [`${by.charAt(0).toUpperCase()}${by.slice(1)}`, 'Cases', 'Total cost (10k yuan)', 'Fund (10k yuan)', 'Share'],
    most: (by, name, share) => `By ${by}, the largest part is ${name}: ${share}.`,
  },
  insurance: { employee: 'employees', resident: 'residents' },
  steps: { excess: 'excessive', green: 'green', blue: 'blue', yellow: 'yellow', orange: 'orange', red: 'red' },
  signals: {
    deficit: 'the year’s expenditure exceeds its income',
    'growing-apart': 'expenditure has outgrown income by far for two quarters',
    'ahead-of-budget': 'the budget is spent far ahead of time',
  },
  factors: { people: 'people treated', frequency: 'visits a head', cost: 'cost a visit', share: 'share paid by the fund' },
  bases: {
    'year-before': 'Against the same month of last year',
    preceding: 'Against the month before (there is nothing of last year)',
    halves: 'Against the first half of the period',
  },
  unknown: 'unknown',
  settled: ({ settlements, total, fund, share }) =>
    `${settlements} cases were settled this month: total cost ${total}, paid by the fund ${fund}, share actually paid ${share}.`,
  moved: (change, size) =>
    change === 0
      ? 'The fund paid as much as in the month before.'
      : `The fund paid ${size} ${change > 0 ? 'more' : 'less'} than in the month before.`,
  nothingBefore: 'There is no month to compare with: why payments changed is not explained.',
  noCostBefore: 'The month compared with has no cost: why payments changed is not explained.',
  grown: ({ basis, change, parts, most }) => `${basis}, the fund’s payments changed by ${change}, of which: ${parts}; most by ${most}.`,
  noBooks: 'There are no books of the fund for this month: balance, months payable and budget spent are unknown.',
  payableUnknown: (insurance) => `Pooled fund of ${insurance}: months payable unknown`,
  payable: ({ insurance, balance, months, step }) =>
    `Pooled fund of ${insurance}: balance ${balance}, enough for ${months} months${step === null ? '' : ` (${step})`}`,
  noBudget: 'no budget of the year is entered',
  executed: (share, elapsed) => `${share} of the year’s budget spent (${elapsed} of the year gone)`,
  year: ({ payable, income, expenditure, budget }) => `${payable}; this year’s income ${income}, expenditure ${expenditure}, ${budget}.`,
  watch: (signals) => `To be watched: ${signals}.`,
  told: (insurance, signal, still) =>
    `Said last month of the fund of ${insurance}: ${signal}. This month it ${still ? 'still holds' : 'is over'}.`,
  stillStrange: (names) => `Institutions whose cost index stood far too high last month and still does: ${names}.`,
  noLongerStrange: (names) => `Institutions whose cost index stood far too high last month and is within the limit again: ${names}.`,
  nothingToFollow: 'Last month left nothing to follow up.',
  found: ({ count, amount, fund }) =>
    `Reviews found ${count} findings of settlements of this month: ${amount} in question, ${fund} of it the fund’s (summed over findings; a line may have several).`,
  nothingFound: 'There are no findings of settlements of this month, or they have not been reviewed yet.',
  strange: (names) =>
    `Institutions whose cost index of stays (adjusted for disease, age and sex) stood above the 99.8% limit of their class in the last three months: ${names}.`,
  noneStrange: 'In the last three months no institution’s cost index of stays stood above the 99.8% limit of its class.',
};

export const monthWords: Readonly<Record<Language, MonthWords>> = { zh, en };
