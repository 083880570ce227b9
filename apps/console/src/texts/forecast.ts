import type { Text } from './text.ts';

export const forecast = {
  title: ['收支预测', 'Forecast'],
  about: [
    '按基金收支台账预测今后一至三年，并列出“如果去年就这样预测，会说什么”。',
    'One to three years ahead from the fund’s books, beside what last year’s forecast would have said.',
  ],
  none: ['台账不足 24 个月（且中间不缺月），不能预测', 'The books hold fewer than 24 months without a gap: no forecast'],
  noneHelp: [
    '在“基金收支台账”里补录以前年度的月度收支后，这里自动出现预测。',
    'Enter the months of earlier years in the register of the fund’s books.',
  ],
  missing: ['台账缺 {months}，其以前的月份没有采用', 'The books lack {months}: what is before is left out'],
  all: ['全部险种', 'All insurances'],
  years: ['{n} 年', '{n} year(s)'],
  expenditure: ['支出', 'Expenditure'],
  income: ['收入', 'Income'],
  actual: ['实际', 'Actual'],
  forecast: ['预测', 'Forecast'],
  low: ['80% 区间下限', '80% low'],
  high: ['80% 区间上限', '80% high'],
  sums: ['年度合计', 'Sums of years'],
  until: ['截至', 'To'],
  interval80: ['80% 区间', '80% interval'],
  interval95: ['95% 区间', '95% interval'],
  balance: ['预计结余', 'Balance'],
  monthsPayable: ['可支付月数', 'Months payable'],
  backTest: ['回测：去年的预测会说什么', 'Back-test: what last year’s forecast would have said'],
  backTestSub: [
    '月平均误差 {month}，全年合计误差 {sum}；照抄上年同月的误差 {naiveMonth}、{naiveSum}。12 个月中 {inside80} 个落在 80% 区间内，{inside95} 个落在 95% 区间内。',
    'Mean error a month {month}, of the year’s sum {sum}; copying the year before: {naiveMonth}, {naiveSum}. Of 12 months {inside80} lie in the 80% interval, {inside95} in the 95% one.',
  ],
  noBackTest: ['台账不足三年，不能回测', 'Fewer than three years: no back-test'],
  lastYear: ['上年同月', 'Year before'],
  steps: ['已知的政策变化', 'Known steps of policy'],
  stepMonth: ['从哪个月起', 'From month'],
  stepPercent: ['支出变化 %', 'Change in %'],
  addStep: ['加上', 'Add'],
  stepHelp: [
    '例如新药进目录从 2026-03 起支出约增 3%。变化写在地址里，可收藏、转发。',
    'e.g. new drugs raise expenditure by 3 % from 2026-03. Steps stand in the address.',
  ],
  method: [
    '方法：对数上的加法霍尔特-温特斯模型（ETS(A,A,A)），参数 α {alpha}、β {beta}、γ {gamma} 使过去各月的一步预测误差最小，月误差 {sigma}；各月工作日（春节等节假日移动）和已知政策变化先扣除、后加回{days}。区间由状态空间公式推出，见使用手册。',
    'Method: additive Holt–Winters on logarithms, ETS(A,A,A), α {alpha}, β {beta}, γ {gamma} by least one-step error, error of a month {sigma}; working days and known steps are taken out first and put back{days}. Intervals by the state space formula (handbook).',
  ],
  daysUnknown: ['（工作日历不全，未作节假日调整）', ' (calendar incomplete: no adjustment for holidays)'],
} as const satisfies Record<string, Text>;
