import type { Register } from '@hengjian/domain';

export default {
  id: 'populations',
  title: '常住人口台账',
  about: '统计部门公布的常住人口，按统计日一条',
  dateField: 'countedOn',
  fields: [
    { name: 'countedOn', title: '统计日期', type: 'day', required: true },
    { name: 'populationCount', title: '常住人口', type: 'count', required: true, unit: '人' },
    { name: 'source', title: '数据来源', type: 'text', required: true },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    常住人口台账: 'Resident population',
    '统计部门公布的常住人口，按统计日一条': 'As published by the statistics office, one entry a day of counting',
    常住人口: 'Residents',
    数据来源: 'Source',
  },
} as const satisfies Register;
