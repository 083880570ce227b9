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
  english: {
    评估评审人员台账: 'Assessors',
    '培养和聘任的失能评定、评审专家等人员，一批一条（不记姓名）':
      'People trained or appointed to assess disability, to review and the like, one entry a batch (no names)',
    聘任或结业日期: 'Appointed or trained on',
    长期护理失能评估: 'Disability for long-term care',
    病历与待遇评审: 'Records and benefits',
    采购评审: 'Procurement',
    人数: 'People',
    聘任或结业凭据: 'Evidence of it',
  },
} as const satisfies Register;
