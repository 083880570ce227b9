import type { Register } from '@hengjian/domain';

export default {
  id: 'evoucher-counts',
  title: '医保电子凭证台账',
  about: '激活、使用和开通情况，按统计日一条',
  dateField: 'countedOn',
  fields: [
    { name: 'countedOn', title: '统计日期', type: 'day', required: true },
    { name: 'activatedCount', title: '累计激活人数', type: 'count', unit: '人' },
    { name: 'userCount', title: '当年使用人数', type: 'count', unit: '人' },
    { name: 'providerCount', title: '开通医药机构', type: 'count', unit: '家' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    医保电子凭证台账: 'Electronic insurance vouchers',
    '激活、使用和开通情况，按统计日一条': 'Activated, used and accepted, one entry a day of counting',
    累计激活人数: 'People who activated one so far',
    当年使用人数: 'People who used one this year',
    开通医药机构: 'Institutions that accept it',
    家: 'institutions',
  },
} as const satisfies Register;
