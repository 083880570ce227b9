import type { Register } from '@hengjian/domain';

export default {
  id: 'assessed-items',
  title: '专项评定台账',
  about: '只能由人按标准评定的事项（生态影响、规范程度等），一次一条',
  dateField: 'assessedOn',
  fields: [
    { name: 'assessedOn', title: '评定日期', type: 'day', required: true },
    { name: 'subject', title: '评定事项', type: 'text', required: true, note: '与绩效目标表的三级指标名称一致' },
    { name: 'dueCount', title: '评定项数', type: 'count', required: true, unit: '项' },
    { name: 'metCount', title: '符合项数', type: 'count', required: true, unit: '项' },
    { name: 'assessor', title: '评定单位', type: 'text', required: true },
    { name: 'evidence', title: '评定依据', type: 'text' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    专项评定台账: 'Assessed matters',
    '只能由人按标准评定的事项（生态影响、规范程度等），一次一条':
      'What only people can assess by a standard (effects on the environment, how orderly work is …), one entry each',
    评定日期: 'Assessed on',
    评定事项: 'Matter assessed',
    与绩效目标表的三级指标名称一致: 'The name of the third-level indicator as in the form of targets',
    评定项数: 'Points assessed',
    项: 'points',
    符合项数: 'Points met',
    评定单位: 'Assessed by',
    评定依据: 'Standard of the assessment',
  },
} as const satisfies Register;
