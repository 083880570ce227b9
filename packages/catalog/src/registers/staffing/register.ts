import type { Register } from '@hengjian/domain';

export default {
  id: 'staffing',
  title: '编制人员台账',
  about: '编制数和在职人数，按统计日一单位一条',
  dateField: 'countedOn',
  fields: [
    { name: 'countedOn', title: '统计日期', type: 'day', required: true },
    { name: 'unit', title: '单位', type: 'text', required: true },
    { name: 'quotaCount', title: '编制数', type: 'count', required: true, unit: '人', note: '不含离退休人员' },
    { name: 'onDutyCount', title: '在职人数', type: 'count', required: true, unit: '人', note: '不含离退休人员' },
    { name: 'retiredCount', title: '离退休人数', type: 'count', unit: '人' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    编制人员台账: 'Staffing',
    '编制数和在职人数，按统计日一单位一条': 'Posts and people, one entry a unit and day of counting',
    编制数: 'Posts',
    不含离退休人员: 'Without retired people',
    在职人数: 'People in office',
    离退休人数: 'Retired people',
  },
} as const satisfies Register;
