import type { Register } from '@hengjian/domain';

export default {
  id: 'procurement-volumes',
  title: '带量采购台账',
  about: '集采品种的约定量与采购量，按统计日一品种一条',
  dateField: 'countedOn',
  fields: [
    { name: 'countedOn', title: '统计日期', type: 'day', required: true },
    { name: 'batch', title: '批次', type: 'text', required: true },
    { name: 'product', title: '品种名称', type: 'text', required: true },
    { name: 'kind', title: '类别', type: 'code', required: true, codes: { drug: '药品', consumable: '医用耗材' } },
    { name: 'contractedQuantity', title: '约定采购量', type: 'quantity', required: true },
    { name: 'purchasedQuantity', title: '实际采购量', type: 'quantity', required: true },
    { name: 'amountFen', title: '采购金额', type: 'money', unit: '元' },
    { name: 'savedFen', title: '降价节约金额', type: 'money', unit: '元' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    带量采购台账: 'Volume-based procurement',
    '集采品种的约定量与采购量，按统计日一品种一条': 'Agreed and bought quantities, one entry a product and day of counting',
    批次: 'Batch',
    品种名称: 'Product',
    药品: 'Drug',
    医用耗材: 'Consumable',
    约定采购量: 'Agreed quantity',
    实际采购量: 'Bought quantity',
    采购金额: 'Amount bought',
    降价节约金额: 'Saved by lower prices',
  },
} as const satisfies Register;
