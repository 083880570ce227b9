import type { Register } from '@hengjian/domain';

export default {
  id: 'output-costs',
  title: '产出成本台账',
  about: '完成的产出计划花多少、实际花多少，一项一条',
  dateField: 'finishedOn',
  projectField: 'project',
  fields: [
    { name: 'finishedOn', title: '完成日期', type: 'day', required: true },
    { name: 'project', title: '所属项目', type: 'text', required: true, note: '与绩效目标表的项目名称一致' },
    { name: 'output', title: '产出内容', type: 'text', required: true },
    { name: 'plannedFen', title: '计划成本', type: 'money', unit: '元', required: true, note: '按预算、合同控制价或上年同类产出核定' },
    { name: 'actualFen', title: '实际成本', type: 'money', unit: '元', required: true },
    { name: 'evidence', title: '依据', type: 'text' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    产出成本台账: 'Cost of outputs',
    '完成的产出计划花多少、实际花多少，一项一条': 'What an output was to cost and did cost, one entry each',
    完成日期: 'Done on',
    产出内容: 'Output',
    计划成本: 'Planned cost',
    '按预算、合同控制价或上年同类产出核定': 'By the budget, the ceiling of the contract or the like output of last year',
    实际成本: 'Actual cost',
    依据: 'Basis',
  },
} as const satisfies Register;
