import type { Register } from '@hengjian/domain';
import { fundSources, origins } from '../money-codes.ts';

export default {
  id: 'budget-lines',
  title: '预算安排台账',
  about: '批复的部门预算明细，一科目或一项目一条',
  dateField: 'approvedOn',
  projectField: 'project',
  fields: [
    { name: 'approvedOn', title: '批复日期', type: 'day', required: true },
    {
      name: 'kind',
      title: '类别',
      type: 'code',
      required: true,
      codes: { staff: '人员经费', office: '公用经费', project: '项目支出', threePublic: '三公经费', procurement: '政府采购' },
    },
    { name: 'project', title: '所属项目', type: 'text', note: '与绩效目标表的项目名称一致；不分项目的留空' },
    { name: 'functionCode', title: '功能分类', type: 'text', note: '如 2101505' },
    { name: 'fundSource', title: '资金性质', type: 'code', codes: fundSources },
    { name: 'origin', title: '资金来源', type: 'code', codes: origins, note: '转移支付项目填写' },
    { name: 'carriedOver', title: '上年结转', type: 'flag', note: '用上年结转资金安排的填是' },
    { name: 'economicCode', title: '经济分类', type: 'text' },
    { name: 'keySpending', title: '重点支出', type: 'flag', note: '项目支出填写；三公经费和政府采购是另一种口径，不与支出相加' },
    { name: 'amountFen', title: '预算金额', type: 'money', required: true, unit: '元' },
    { name: 'documentNo', title: '批复文号', type: 'text' },
    { name: 'note', title: '备注', type: 'text' },
  ],
} as const satisfies Register;
