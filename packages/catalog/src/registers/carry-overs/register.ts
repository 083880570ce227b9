import type { Register } from '@hengjian/domain';

export default {
  id: 'carry-overs',
  title: '结转结余台账',
  about: '年末结转和结余资金，按统计日一项目一条',
  dateField: 'countedOn',
  projectField: 'project',
  fields: [
    { name: 'countedOn', title: '统计日期', type: 'day', required: true, note: '一般为12月31日' },
    { name: 'project', title: '所属项目', type: 'text', note: '与绩效目标表的项目名称一致；不分项目的留空' },
    { name: 'carriedFen', title: '结转资金', type: 'money', required: true, unit: '元' },
    { name: 'surplusFen', title: '结余资金', type: 'money', required: true, unit: '元' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    结转结余台账: 'Money carried over and left',
    '年末结转和结余资金，按统计日一项目一条': 'Money carried over or left at the end of a year, one entry a project and day of counting',
    一般为12月31日: 'Usually 31 December',
    结转资金: 'Carried over',
    结余资金: 'Left',
  },
} as const satisfies Register;
