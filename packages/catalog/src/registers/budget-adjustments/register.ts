import type { Register } from '@hengjian/domain';
import { fundSources, origins } from '../money-codes.ts';

export default {
  id: 'budget-adjustments',
  title: '预算调整台账',
  about: '年中追加和调减，一次一条',
  dateField: 'adjustedOn',
  projectField: 'project',
  fields: [
    { name: 'adjustedOn', title: '调整日期', type: 'day', required: true },
    { name: 'project', title: '所属项目', type: 'text', required: true, note: '与绩效目标表的项目名称一致' },
    { name: 'amountFen', title: '调整金额', type: 'money', unit: '元', required: true, signed: true, note: '追加为正，调减为负' },
    { name: 'fundSource', title: '资金性质', type: 'code', codes: fundSources },
    { name: 'origin', title: '资金来源', type: 'code', codes: origins, note: '转移支付项目填写' },
    { name: 'documentNo', title: '文号', type: 'text' },
    { name: 'reason', title: '原因', type: 'text', required: true },
  ],
  english: {
    预算调整台账: 'Adjustments of the budget',
    '年中追加和调减，一次一条': 'What was added or taken away during the year, one entry each',
    调整日期: 'Adjusted on',
    调整金额: 'Amount',
    '追加为正，调减为负': 'Positive where added, negative where taken away',
    转移支付项目填写: 'For projects paid by transfers',
    原因: 'Reason',
  },
} as const satisfies Register;
