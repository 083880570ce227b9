import type { Register } from '@hengjian/domain';

export default {
  id: 'funding-schedule',
  title: '资金到位计划台账',
  about: '资金应到位的日期和金额，一期一条；到账后填实际到位日期',
  dateField: 'dueOn',
  projectField: 'project',
  fields: [
    { name: 'dueOn', title: '应到位日期', type: 'day', required: true },
    { name: 'project', title: '所属项目', type: 'text', required: true, note: '与绩效目标表的项目名称一致' },
    { name: 'amountFen', title: '应到位金额', type: 'money', unit: '元', required: true },
    { name: 'receivedOn', title: '实际到位日期', type: 'day', note: '没有到位的留空' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    资金到位计划台账: 'Schedule of money due',
    '资金应到位的日期和金额，一期一条；到账后填实际到位日期':
      'When how much money is due, one entry an instalment; the day it came is entered later',
    应到位日期: 'Due on',
    应到位金额: 'Amount due',
    实际到位日期: 'Came on',
    没有到位的留空: 'Empty while it has not come',
  },
} as const satisfies Register;
