import type { Register } from '@hengjian/domain';

export default {
  id: 'archives',
  title: '档案台账',
  about: '案卷和业务档案的归档，一批一条',
  dateField: 'archivedOn',
  fields: [
    { name: 'archivedOn', title: '归档日期', type: 'day', required: true },
    {
      name: 'kind',
      title: '档案类别',
      type: 'code',
      required: true,
      codes: { caseFile: '行政执法案卷', business: '经办业务档案', accounting: '会计档案', documents: '文书档案' },
    },
    { name: 'dueCount', title: '应归档数', type: 'count', unit: '卷', required: true },
    { name: 'filedCount', title: '已归档数', type: 'count', unit: '卷', required: true },
    { name: 'note', title: '备注', type: 'text' },
  ],
} as const satisfies Register;
