import type { Register } from '@hengjian/domain';

export default {
  id: 'fund-budgets',
  title: '基金预算台账',
  about: '批复的基金收支预算，一险种一年一条；调整后另录一条，以后批复的为准',
  dateField: 'approvedOn',
  fields: [
    { name: 'approvedOn', title: '批复日期', type: 'day', required: true },
    { name: 'year', title: '预算年度', type: 'count', required: true },
    { name: 'insurance', title: '险种', type: 'code', required: true, codes: { employee: '职工医保', resident: '城乡居民医保' } },
    { name: 'incomeFen', title: '收入预算', type: 'money', unit: '元' },
    { name: 'expenditureFen', title: '支出预算', type: 'money', unit: '元', required: true },
    { name: 'documentNo', title: '批复文号', type: 'text' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    基金预算台账: 'Budgets of the fund',
    '批复的基金收支预算，一险种一年一条；调整后另录一条，以后批复的为准':
      'Approved income and expenditure, one entry an insurance and year; an adjustment is one more entry, the latest approval counts',
    批复日期: 'Approved on',
    预算年度: 'Budget year',
    险种: 'Insurance',
    职工医保: 'Employees',
    城乡居民医保: 'Residents',
    收入预算: 'Income budgeted',
    支出预算: 'Expenditure budgeted',
    批复文号: 'Number of the approval',
  },
} as const satisfies Register;
