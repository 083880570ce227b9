import type { Register } from '@hengjian/domain';

export default {
  id: 'care-benefits',
  title: '长期护理待遇台账',
  about: '长期护理保险待遇的支付，一月一类一条',
  dateField: 'paidOn',
  fields: [
    { name: 'paidOn', title: '支付日期', type: 'day', required: true },
    {
      name: 'kind',
      title: '护理方式',
      type: 'code',
      required: true,
      codes: { home: '居家护理', institution: '机构护理', agency: '上门护理' },
    },
    { name: 'personCount', title: '享受人数', type: 'count', required: true, unit: '人' },
    { name: 'amountFen', title: '支付金额', type: 'money', required: true, unit: '元' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    长期护理待遇台账: 'Long-term care benefits',
    '长期护理保险待遇的支付，一月一类一条': 'Benefits of long-term care insurance, one entry a month and kind',
    护理方式: 'Kind of care',
    居家护理: 'Care at home by family',
    机构护理: 'Care in an institution',
    上门护理: 'Care at home by staff',
    享受人数: 'People who received it',
    支付金额: 'Amount paid',
  },
} as const satisfies Register;
