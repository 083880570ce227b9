import type { Register } from '@hengjian/domain';

/** What the fund's accountant closes each month (社会保险基金财务制度): the months payable and the forecast stand on it. */
export default {
  id: 'fund-accounts',
  title: '基金收支台账',
  about: '基金各险种每月的收入、支出和月末累计结余，一险种一账户一月一条',
  dateField: 'monthEnd',
  fields: [
    { name: 'monthEnd', title: '所属月份的月末', type: 'day', required: true },
    { name: 'insurance', title: '险种', type: 'code', required: true, codes: { employee: '职工医保', resident: '城乡居民医保' } },
    { name: 'account', title: '账户', type: 'code', required: true, codes: { pool: '统筹基金', personal: '个人账户' } },
    { name: 'contributionFen', title: '保险费收入', type: 'money', unit: '元', required: true },
    { name: 'subsidyFen', title: '财政补贴收入', type: 'money', unit: '元' },
    { name: 'interestFen', title: '利息收入', type: 'money', unit: '元' },
    { name: 'otherIncomeFen', title: '其他收入', type: 'money', unit: '元', note: '转移收入、上下级往来等' },
    { name: 'expenditureFen', title: '支出', type: 'money', unit: '元', required: true },
    { name: 'balanceFen', title: '月末累计结余', type: 'money', unit: '元', signed: true },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    基金收支台账: 'Accounts of the fund',
    '基金各险种每月的收入、支出和月末累计结余，一险种一账户一月一条':
      'Income, expenditure and balance of the fund, one entry an insurance, account and month',
    所属月份的月末: 'End of the month',
    险种: 'Insurance',
    职工医保: 'Employees',
    城乡居民医保: 'Residents',
    账户: 'Account',
    统筹基金: 'Pool',
    个人账户: 'Personal accounts',
    保险费收入: 'Contributions',
    财政补贴收入: 'Subsidies',
    利息收入: 'Interest',
    其他收入: 'Other income',
    '转移收入、上下级往来等': 'Transfers in, between levels and the like',
    支出: 'Expenditure',
    月末累计结余: 'Balance at the end of the month',
  },
} as const satisfies Register;
