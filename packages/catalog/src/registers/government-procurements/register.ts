import type { Register } from '@hengjian/domain';

export default {
  id: 'government-procurements',
  title: '政府采购台账',
  about: '政府采购合同的签订和金额，一份一条',
  dateField: 'signedOn',
  projectField: 'project',
  fields: [
    { name: 'signedOn', title: '签订日期', type: 'day', required: true },
    { name: 'item', title: '采购内容', type: 'text', required: true },
    {
      name: 'method',
      title: '采购方式',
      type: 'code',
      required: true,
      codes: { open: '公开招标', negotiation: '竞争性谈判或磋商', inquiry: '询价', single: '单一来源', frame: '框架协议', other: '其他' },
    },
    { name: 'amountFen', title: '合同金额', type: 'money', required: true, unit: '元' },
    { name: 'project', title: '所属项目', type: 'text', note: '与绩效目标表的项目名称一致；不分项目的留空' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    政府采购台账: 'Government procurement',
    '政府采购合同的签订和金额，一份一条': 'Contracts of government procurement, one entry each',
    签订日期: 'Signed on',
    采购内容: 'What was bought',
    采购方式: 'Procedure',
    公开招标: 'Open tender',
    竞争性谈判或磋商: 'Competitive negotiation',
    询价: 'Request for quotations',
    单一来源: 'Single source',
    框架协议: 'Framework agreement',
    合同金额: 'Amount of the contract',
  },
} as const satisfies Register;
