import type { Register } from '@hengjian/domain';
import { fundSources, origins } from '../money-codes.ts';

export default {
  id: 'budget-payments',
  title: '资金支出台账',
  about: '项目资金的支付，一笔一条',
  dateField: 'paidOn',
  projectField: 'project',
  fields: [
    { name: 'paidOn', title: '支付日期', type: 'day', required: true },
    { name: 'project', title: '所属项目', type: 'text', required: true, note: '与绩效目标表的项目名称一致' },
    { name: 'goal', title: '所属目标', type: 'text', note: '绩效目标表按目标分列指标时填写，如：目标1' },
    {
      name: 'kind',
      title: '支出类别',
      type: 'code',
      codes: { staff: '人员经费', office: '公用经费', project: '项目支出' },
    },
    { name: 'fundSource', title: '资金性质', type: 'code', codes: fundSources },
    { name: 'origin', title: '资金来源', type: 'code', codes: origins, note: '转移支付项目填写' },
    { name: 'carriedOver', title: '上年结转', type: 'flag', note: '用上年结转资金支付的填是' },
    { name: 'purpose', title: '用途', type: 'text', required: true },
    { name: 'economicCode', title: '经济分类', type: 'text' },
    { name: 'amountFen', title: '支付金额', type: 'money', unit: '元', required: true },
    { name: 'voucherNo', title: '凭证号', type: 'text' },
    { name: 'note', title: '备注', type: 'text' },
  ],
} as const satisfies Register;
