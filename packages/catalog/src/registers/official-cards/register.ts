import type { Register } from '@hengjian/domain';

export default {
  id: 'official-cards',
  title: '公务卡结算台账',
  about: '公务卡强制结算目录内的支出，按月一条',
  dateField: 'countedOn',
  fields: [
    { name: 'countedOn', title: '统计日期', type: 'day', required: true },
    { name: 'dueFen', title: '应刷卡支出', type: 'money', required: true, unit: '元' },
    { name: 'cardFen', title: '公务卡支出', type: 'money', required: true, unit: '元' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    公务卡结算台账: 'Official cards',
    '公务卡强制结算目录内的支出，按月一条': 'Spending that has to be paid by official card, one entry a month',
    应刷卡支出: 'To be paid by card',
    公务卡支出: 'Paid by card',
  },
} as const satisfies Register;
