import type { Register } from '@hengjian/domain';

export default {
  id: 'disclosures',
  title: '信息公开台账',
  about: '预算、决算和绩效信息的公开，一项一条',
  dateField: 'dueOn',
  fields: [
    { name: 'dueOn', title: '应公开日期', type: 'day', required: true },
    {
      name: 'kind',
      title: '内容',
      type: 'code',
      required: true,
      codes: {
        budget: '部门预算',
        finalAccount: '部门决算',
        targets: '绩效目标',
        selfEvaluation: '绩效自评',
        evaluation: '绩效评价',
        other: '其他',
      },
    },
    { name: 'publishedOn', title: '公开日期', type: 'day', note: '未公开的留空' },
    { name: 'place', title: '公开位置', type: 'text' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    信息公开台账: 'Disclosures',
    '预算、决算和绩效信息的公开，一项一条': 'Budget, accounts and performance made public, one entry each',
    应公开日期: 'Due on',
    部门预算: 'Budget of the department',
    部门决算: 'Accounts of the department',
    绩效目标: 'Performance targets',
    绩效自评: 'Self-evaluation',
    绩效评价: 'Evaluation',
    公开日期: 'Made public on',
    未公开的留空: 'Empty while it is not public',
    公开位置: 'Where',
  },
} as const satisfies Register;
