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
} as const satisfies Register;
