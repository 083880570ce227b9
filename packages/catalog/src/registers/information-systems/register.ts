import type { Register } from '@hengjian/domain';

export default {
  id: 'information-systems',
  title: '信息系统台账',
  about: '在用信息系统的上线和使用年限，按统计日一系统一条',
  dateField: 'countedOn',
  projectField: 'project',
  fields: [
    { name: 'countedOn', title: '统计日期', type: 'day', required: true },
    { name: 'system', title: '系统', type: 'text', required: true },
    { name: 'wentLiveOn', title: '上线日期', type: 'day', required: true },
    { name: 'yearsUsed', title: '已正常使用年限', type: 'quantity', required: true, unit: '年' },
    { name: 'project', title: '所属项目', type: 'text', note: '与绩效目标表的项目名称一致；不分项目的留空' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    信息系统台账: 'Information systems',
    '在用信息系统的上线和使用年限，按统计日一系统一条': 'Since when information systems are in use, one entry a system and day of counting',
    系统: 'System',
    上线日期: 'In use since',
    已正常使用年限: 'Years in use',
    年: 'years',
  },
} as const satisfies Register;
