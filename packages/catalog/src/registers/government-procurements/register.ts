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
} as const satisfies Register;
