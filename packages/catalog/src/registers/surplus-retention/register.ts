import type { Register } from '@hengjian/domain';

export default {
  id: 'surplus-retention',
  title: '集采结余留用台账',
  about: '集中带量采购医保资金结余留用的核定和拨付，一批一机构一条',
  dateField: 'dueOn',
  fields: [
    { name: 'dueOn', title: '应拨付日期', type: 'day', required: true },
    { name: 'batch', title: '集采批次', type: 'text', required: true },
    { name: 'providerName', title: '医疗机构', type: 'text', required: true },
    { name: 'dueFen', title: '核定留用金额', type: 'money', required: true, unit: '元' },
    { name: 'paidFen', title: '已拨付金额', type: 'money', required: true, unit: '元' },
    { name: 'paidOn', title: '拨付日期', type: 'day', note: '未拨付的留空' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    集采结余留用台账: 'Savings of procurement left to institutions',
    '集中带量采购医保资金结余留用的核定和拨付，一批一机构一条': 'Fixed and paid, one entry a batch and institution',
    应拨付日期: 'Due on',
    集采批次: 'Batch of procurement',
    医疗机构: 'Medical institution',
    核定留用金额: 'Amount fixed',
    已拨付金额: 'Amount paid',
    拨付日期: 'Paid on',
    未拨付的留空: 'Empty while it is not paid',
  },
} as const satisfies Register;
