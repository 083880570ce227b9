import type { Register } from '@hengjian/domain';

export default {
  id: 'bill-reviews',
  title: '单据审核台账',
  about: '医疗保险单据的审核与复核，按月一条',
  dateField: 'countedOn',
  fields: [
    { name: 'countedOn', title: '统计日期', type: 'day', required: true },
    { name: 'reviewedCount', title: '审核单据', type: 'count', unit: '份', required: true },
    { name: 'recheckedCount', title: '复核单据', type: 'count', unit: '份', required: true },
    { name: 'correctedCount', title: '纠正单据', type: 'count', unit: '份' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    单据审核台账: 'Review of bills',
    '医疗保险单据的审核与复核，按月一条': 'First and second review of insurance bills, one entry a month',
    审核单据: 'Bills reviewed',
    份: 'documents',
    复核单据: 'Bills reviewed again',
    纠正单据: 'Bills corrected',
  },
} as const satisfies Register;
