import type { Text } from './text.ts';

export const monthReport = {
  title: ['月度分析', 'Monthly report'],
  about: [
    '由系统按事实写成：数字、图、上月事项的跟进；中文、英文各一份，数字相同。',
    'Written from facts by itself: numbers, plots, what became of last month’s matters; in Chinese or English, with the same numbers.',
  ],
  language: ['月报的语言', 'Language of the report'],
  zh: ['中文', '中文'],
  en: ['English', 'English'],
  month: ['月份', 'Month'],
  none: ['还没有结算数据', 'No claims yet'],
  wall: ['大屏', 'Wall screen'],
  wallTitle: ['医疗保障基金运行', 'The medical-security fund'],
  wallPaid: ['近十二个月基金支付', 'Paid by the fund, twelve months'],
  wallTimes: ['结算人次', 'Settlements'],
  wallShare: ['实际报销比', 'Share paid'],
  wallMonths: ['可支付月数', 'Months payable'],
  wallTrend: ['每月基金支付（万元）', 'Paid each month (10k yuan)'],
  wallSettings: ['钱花在哪里', 'Where it goes'],
  wallNote: ['数据截至 {to} · 不含个人信息', 'Data to {to} · nothing personal'],
} as const satisfies Record<string, Text>;
