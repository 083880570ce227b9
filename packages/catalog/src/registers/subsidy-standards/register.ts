import type { Register } from '@hengjian/domain';

export default {
  id: 'subsidy-standards',
  title: '补助标准台账',
  about: '财政对居民参保的人均补助标准，一年一级一条',
  dateField: 'effectiveOn',
  fields: [
    { name: 'effectiveOn', title: '执行日期', type: 'day', required: true },
    {
      name: 'level',
      title: '负担级次',
      type: 'code',
      required: true,
      codes: { central: '中央', province: '省级', city: '市级', county: '县级' },
    },
    { name: 'amountFen', title: '人均标准', type: 'money', required: true, unit: '元/人/年' },
    { name: 'documentNo', title: '文号', type: 'text', required: true },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    补助标准台账: 'Standards of subsidy',
    '财政对居民参保的人均补助标准，一年一级一条': 'What finance adds for each insured resident, one entry a year and level',
    执行日期: 'In force from',
    负担级次: 'Level that pays',
    人均标准: 'For each person',
    '元/人/年': 'yuan a person and year',
  },
} as const satisfies Register;
