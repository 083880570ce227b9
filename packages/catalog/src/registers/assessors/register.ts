import type { Register } from '@hengjian/domain';

export default {
  id: 'assessors',
  title: '评估评审人员台账',
  about: '培养和聘任的失能评定、评审专家等人员，一批一条（不记姓名）',
  dateField: 'joinedOn',
  fields: [
    { name: 'joinedOn', title: '聘任或结业日期', type: 'day', required: true },
    {
      name: 'kind',
      title: '类别',
      type: 'code',
      required: true,
      codes: { care: '长期护理失能评估', review: '病历与待遇评审', procurement: '采购评审', other: '其他' },
    },
    { name: 'personCount', title: '人数', type: 'count', required: true, unit: '人' },
    { name: 'evidence', title: '聘任或结业凭据', type: 'text' },
    { name: 'note', title: '备注', type: 'text' },
  ],
} as const satisfies Register;
