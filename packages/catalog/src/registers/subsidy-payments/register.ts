import type { Register } from '@hengjian/domain';

export default {
  id: 'subsidy-payments',
  title: '补助待遇支付台账',
  about: '公务员医疗补助、离退休人员医疗补助等的支付，一批一条',
  dateField: 'paidOn',
  projectField: 'project',
  fields: [
    { name: 'paidOn', title: '支付日期', type: 'day', required: true },
    { name: 'project', title: '所属项目', type: 'text', required: true, note: '与绩效目标表的项目名称一致' },
    { name: 'visitCount', title: '支付人次', type: 'count', unit: '人次', required: true },
    { name: 'personCount', title: '新增享受人数', type: 'count', unit: '人', required: true, note: '本年首次享受的人数' },
    { name: 'amountFen', title: '支付金额', type: 'money', unit: '元', required: true },
    { name: 'handlingHours', title: '办结时长', type: 'quantity', unit: '小时' },
    { name: 'transferHours', title: '拨付时长', type: 'quantity', unit: '小时' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    补助待遇支付台账: 'Subsidies paid',
    '公务员医疗补助、离退休人员医疗补助等的支付，一批一条':
      'Medical subsidies of civil servants, retired people and others, one entry a batch',
    支付人次: 'Times paid',
    新增享受人数: 'People new to it',
    本年首次享受的人数: 'For the first time this year',
    支付金额: 'Amount paid',
    办结时长: 'Time to decide',
    拨付时长: 'Time to pay',
  },
} as const satisfies Register;
