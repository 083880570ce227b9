import type { Register } from '@hengjian/domain';

export default {
  id: 'fixed-assets',
  title: '固定资产台账',
  about: '固定资产原值，按统计日一单位一条',
  dateField: 'countedOn',
  fields: [
    { name: 'countedOn', title: '统计日期', type: 'day', required: true },
    { name: 'unit', title: '单位', type: 'text', required: true },
    { name: 'totalFen', title: '固定资产总额', type: 'money', required: true, unit: '元' },
    { name: 'inUseFen', title: '在用固定资产', type: 'money', required: true, unit: '元' },
    { name: 'rentedFen', title: '出租固定资产', type: 'money', unit: '元' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    固定资产台账: 'Fixed assets',
    '固定资产原值，按统计日一单位一条': 'Fixed assets at cost, one entry a unit and day of counting',
    固定资产总额: 'Fixed assets',
    在用固定资产: 'Of them in use',
    出租固定资产: 'Of them let',
  },
} as const satisfies Register;
