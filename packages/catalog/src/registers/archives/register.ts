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
  english: {
    档案台账: 'Archives',
    '案卷和业务档案的归档，一批一条': 'Files of cases and business put into the archive, one entry a batch',
    归档日期: 'Archived on',
    档案类别: 'Kind of file',
    行政执法案卷: 'Files of administrative cases',
    经办业务档案: 'Files of insurance business',
    会计档案: 'Accounts',
    文书档案: 'Documents',
    应归档数: 'To be archived',
    卷: 'volumes',
    已归档数: 'Archived',
  },
} as const satisfies Register;
