import type { Register } from '@hengjian/domain';

export default {
  id: 'price-monitoring',
  title: '药品价格监测台账',
  about: '价格信息的监测报送，一期一条',
  dateField: 'dueOn',
  fields: [
    { name: 'dueOn', title: '应报日期', type: 'day', required: true },
    { name: 'subject', title: '监测内容', type: 'text', required: true },
    { name: 'itemCount', title: '监测品种', type: 'count', unit: '种' },
    { name: 'submittedOn', title: '报送日期', type: 'day', note: '未报送的留空' },
    { name: 'ledgerKept', title: '已建台账', type: 'flag', required: true },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    药品价格监测台账: 'Monitoring of drug prices',
    '价格信息的监测报送，一期一条': 'Reports of prices, one entry each',
    应报日期: 'Due on',
    监测内容: 'What is monitored',
    监测品种: 'Products monitored',
    种: 'products',
    报送日期: 'Reported on',
    未报送的留空: 'Empty while not reported',
    已建台账: 'Record kept',
  },
} as const satisfies Register;
