import type { Register } from '@hengjian/domain';

export default {
  id: 'price-adjustments',
  title: '医疗服务价格调整台账',
  about: '医疗服务项目价格的调整，一批一条',
  dateField: 'effectiveOn',
  fields: [
    { name: 'effectiveOn', title: '执行日期', type: 'day', required: true },
    { name: 'documentNo', title: '文号', type: 'text', required: true },
    { name: 'itemCount', title: '调整项目数', type: 'count', required: true, unit: '项' },
    { name: 'raisedCount', title: '调增项目数', type: 'count', unit: '项' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    医疗服务价格调整台账: 'Price adjustments',
    '医疗服务项目价格的调整，一批一条': 'Prices of medical services adjusted, one entry a batch',
    执行日期: 'In force from',
    调整项目数: 'Services adjusted',
    项: 'points',
    调增项目数: 'Of them raised',
  },
} as const satisfies Register;
