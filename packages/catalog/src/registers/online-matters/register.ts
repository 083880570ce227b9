import type { Register } from '@hengjian/domain';

export default {
  id: 'online-matters',
  title: '可办事项台账',
  about: '可在网上、窗口和基层办理的政务服务事项数，按统计日一条',
  dateField: 'countedOn',
  fields: [
    { name: 'countedOn', title: '统计日期', type: 'day', required: true },
    { name: 'matterCount', title: '政务服务事项', type: 'count', required: true, unit: '项' },
    { name: 'onlineCount', title: '网上可办事项', type: 'count', required: true, unit: '项' },
    { name: 'grassrootsCount', title: '基层可办事项', type: 'count', unit: '项' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    可办事项台账: 'Services offered',
    '可在网上、窗口和基层办理的政务服务事项数，按统计日一条':
      'How many services are offered, online and near to people, one entry a day of counting',
    政务服务事项: 'Services',
    项: 'points',
    网上可办事项: 'Offered online',
    基层可办事项: 'Offered near to people',
  },
} as const satisfies Register;
