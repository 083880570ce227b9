import type { Register } from '@hengjian/domain';

export default {
  id: 'policy-documents',
  title: '制度文件台账',
  about: '出台的政策和制度文件，一份一条',
  dateField: 'issuedOn',
  fields: [
    { name: 'issuedOn', title: '印发日期', type: 'day', required: true },
    { name: 'title', title: '文件名称', type: 'text', required: true },
    {
      name: 'kind',
      title: '类别',
      type: 'code',
      required: true,
      codes: {
        benefit: '待遇与救助',
        care: '长期护理',
        supervision: '监管与执法',
        payment: '支付方式',
        price: '价格与采购',
        agency: '经办服务',
      },
    },
    { name: 'documentNo', title: '文号', type: 'text' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    制度文件台账: 'Policy documents',
    '出台的政策和制度文件，一份一条': 'Policies and rules issued, one entry each',
    印发日期: 'Issued on',
    文件名称: 'Title',
    待遇与救助: 'Benefits and assistance',
    长期护理: 'Long-term care',
    监管与执法: 'Supervision',
    支付方式: 'Payment methods',
    价格与采购: 'Prices and procurement',
    经办服务: 'Services of the agency',
  },
} as const satisfies Register;
