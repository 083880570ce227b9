import type { Register } from '@hengjian/domain';
import { fundSources, origins } from '../money-codes.ts';

export default {
  id: 'budget-receipts',
  title: '资金到位台账',
  about: '财政资金到账，一笔一条',
  dateField: 'receivedOn',
  projectField: 'project',
  fields: [
    { name: 'receivedOn', title: '到账日期', type: 'day', required: true },
    { name: 'project', title: '所属项目', type: 'text', required: true, note: '与绩效目标表的项目名称一致' },
    { name: 'origin', title: '资金来源', type: 'code', required: true, codes: origins },
    { name: 'fundSource', title: '资金性质', type: 'code', codes: fundSources },
    { name: 'documentNo', title: '指标文号', type: 'text' },
    { name: 'amountFen', title: '到位金额', type: 'money', unit: '元', required: true },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    资金到位台账: 'Money received',
    '财政资金到账，一笔一条': 'Money received from the finance department, one entry each',
    到账日期: 'Received on',
    指标文号: 'Number of the allotment',
    到位金额: 'Amount received',
  },
} as const satisfies Register;
