import type { Register } from '@hengjian/domain';

export default {
  id: 'three-public',
  title: '三公经费台账',
  about: '三公经费的支出，一笔或一期一条',
  dateField: 'paidOn',
  fields: [
    { name: 'paidOn', title: '支付日期', type: 'day', required: true },
    {
      name: 'kind',
      title: '类别',
      type: 'code',
      required: true,
      codes: { reception: '公务接待费', vehicleUse: '公务用车运行维护费', vehiclePurchase: '公务用车购置费', abroad: '因公出国（境）费' },
    },
    { name: 'amountFen', title: '金额', type: 'money', required: true, unit: '元' },
    { name: 'unit', title: '单位', type: 'text' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    三公经费台账: 'Receptions, vehicles, travel abroad',
    '三公经费的支出，一笔或一期一条': 'What was spent on them, one entry a payment or period',
    公务接待费: 'Receptions',
    公务用车运行维护费: 'Running of vehicles',
    公务用车购置费: 'Vehicles bought',
    '因公出国（境）费': 'Travel abroad',
  },
} as const satisfies Register;
