import type { Register } from '@hengjian/domain';

export default {
  id: 'complaints',
  title: '举报投诉信访台账',
  about: '收到的举报、投诉、信访和热线，一件一条',
  dateField: 'receivedOn',
  fields: [
    { name: 'receivedOn', title: '收到日期', type: 'day', required: true },
    {
      name: 'kind',
      title: '类别',
      type: 'code',
      required: true,
      codes: { report: '举报', complaint: '投诉', petition: '信访', hotline: '热线' },
    },
    { name: 'subject', title: '事由', type: 'text', required: true },
    { name: 'dueOn', title: '应办结日期', type: 'day' },
    { name: 'closedOn', title: '办结日期', type: 'day', note: '未办结的留空' },
    { name: 'workingDayCount', title: '办理工作日', type: 'count', unit: '天', note: '办结后填写' },
    { name: 'satisfied', title: '来访人满意', type: 'flag', note: '未回访的留空' },
    { name: 'rewardFen', title: '举报奖励', type: 'money', unit: '元' },
    { name: 'note', title: '备注', type: 'text' },
  ],
} as const satisfies Register;
