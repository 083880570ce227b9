import type { Register } from '@hengjian/domain';

export default {
  id: 'enrolment-counts',
  title: '参保人数台账',
  about: '各险种参保人数，按统计日一险种一人群一条',
  dateField: 'countedOn',
  fields: [
    { name: 'countedOn', title: '统计日期', type: 'day', required: true },
    { name: 'insurance', title: '险种', type: 'code', required: true, codes: { employee: '职工医保', resident: '城乡居民医保' } },
    { name: 'group', title: '人群', type: 'code', required: true, codes: { all: '全部', needy: '困难群众' } },
    { name: 'enrolledCount', title: '参保人数', type: 'count', unit: '人', required: true },
    { name: 'dueCount', title: '应参保人数', type: 'count', unit: '人' },
    { name: 'subsidisedCount', title: '资助参保人数', type: 'count', unit: '人' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    参保人数台账: 'People insured',
    '各险种参保人数，按统计日一险种一人群一条': 'People insured by kind of insurance, one entry a kind, group and day of counting',
    险种: 'Insurance',
    职工医保: 'Employees',
    城乡居民医保: 'Residents',
    人群: 'Group',
    全部: 'All',
    困难群众: 'People in need',
    参保人数: 'People insured',
    应参保人数: 'People to be insured',
    资助参保人数: 'People helped with contributions',
  },
} as const satisfies Register;
