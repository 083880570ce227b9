import type { Register } from '@hengjian/domain';

export default {
  id: 'enrolment-aid',
  title: '资助参保台账',
  about: '医疗救助资助困难群众参保，按统计日一类人群一条',
  dateField: 'countedOn',
  fields: [
    { name: 'countedOn', title: '统计日期', type: 'day', required: true },
    {
      name: 'group',
      title: '人群',
      type: 'code',
      required: true,
      codes: { extreme: '特困人员', lowIncome: '低保对象', edge: '低保边缘和易返贫致贫人口', other: '其他' },
    },
    { name: 'eligibleCount', title: '应资助人数', type: 'count', required: true, unit: '人' },
    { name: 'aidedCount', title: '已资助人数', type: 'count', required: true, unit: '人' },
    { name: 'amountFen', title: '资助金额', type: 'money', unit: '元' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    资助参保台账: 'Help with contributions',
    '医疗救助资助困难群众参保，按统计日一类人群一条':
      'Medical assistance pays contributions of people in need, one entry a group and day of counting',
    人群: 'Group',
    特困人员: 'People in extreme need',
    低保对象: 'On minimum living allowance',
    低保边缘和易返贫致贫人口: 'Near the minimum, or at risk of poverty',
    应资助人数: 'People to be helped',
    已资助人数: 'People helped',
    资助金额: 'Amount of help',
  },
} as const satisfies Register;
