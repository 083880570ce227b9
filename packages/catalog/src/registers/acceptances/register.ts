import type { Register } from '@hengjian/domain';

export default {
  id: 'acceptances',
  title: '项目验收台账',
  about: '信息系统、服务和工程的验收，一次一条',
  dateField: 'acceptedOn',
  projectField: 'project',
  fields: [
    { name: 'acceptedOn', title: '验收日期', type: 'day', required: true },
    {
      name: 'kind',
      title: '类别',
      type: 'code',
      required: true,
      codes: { system: '信息系统', service: '购买服务', works: '修缮工程', goods: '货物' },
    },
    { name: 'name', title: '验收内容', type: 'text', required: true },
    { name: 'passed', title: '验收合格', type: 'flag', required: true },
    { name: 'evidence', title: '验收文书', type: 'text' },
    { name: 'project', title: '所属项目', type: 'text', note: '与绩效目标表的项目名称一致；不分项目的留空' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    项目验收台账: 'Acceptances of projects',
    '信息系统、服务和工程的验收，一次一条': 'Acceptance of information systems, services and works, one entry each',
    验收日期: 'Accepted on',
    信息系统: 'Information system',
    购买服务: 'Bought service',
    修缮工程: 'Repair works',
    货物: 'Goods',
    验收内容: 'What was accepted',
    验收合格: 'Passed',
    验收文书: 'Acceptance document',
  },
} as const satisfies Register;
