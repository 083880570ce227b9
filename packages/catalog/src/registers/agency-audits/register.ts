import type { Register } from '@hengjian/domain';

export default {
  id: 'agency-audits',
  title: '经办内控检查台账',
  about: '对经办机构的内控稽核，一次一条',
  dateField: 'auditedOn',
  fields: [
    { name: 'auditedOn', title: '检查日期', type: 'day', required: true },
    { name: 'agency', title: '经办机构', type: 'text', required: true },
    { name: 'checkedCount', title: '检查事项', type: 'count', unit: '件', required: true },
    { name: 'compliantCount', title: '规范事项', type: 'count', unit: '件', required: true },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    经办内控检查台账: 'Internal control checks',
    '对经办机构的内控稽核，一次一条': 'Internal control of the agencies that administer the insurance, one entry a check',
    检查日期: 'Checked on',
    经办机构: 'Agency',
    检查事项: 'Matters checked',
    件: 'matters',
    规范事项: 'Matters in order',
  },
} as const satisfies Register;
