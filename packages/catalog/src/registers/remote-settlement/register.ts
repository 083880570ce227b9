import type { Register } from '@hengjian/domain';

export default {
  id: 'remote-settlement',
  title: '异地联网结算台账',
  about: '开通异地就医直接结算的机构，按统计日一条',
  dateField: 'countedOn',
  fields: [
    { name: 'countedOn', title: '统计日期', type: 'day', required: true },
    { name: 'interProvinceCount', title: '跨省联网机构', type: 'count', unit: '家', required: true },
    { name: 'inProvinceCount', title: '省内联网机构', type: 'count', unit: '家' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    异地联网结算台账: 'Settlement out of area',
    '开通异地就医直接结算的机构，按统计日一条': 'Institutions that settle care out of area directly, one entry a day of counting',
    跨省联网机构: 'Between provinces',
    家: 'institutions',
    省内联网机构: 'Within the province',
  },
} as const satisfies Register;
