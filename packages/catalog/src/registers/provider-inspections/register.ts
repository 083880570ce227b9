import type { Register } from '@hengjian/domain';

export default {
  id: 'provider-inspections',
  title: '检查台账',
  about: '对定点医药机构的现场或书面检查，一家一次一条',
  dateField: 'inspectedOn',
  projectField: 'project',
  fields: [
    { name: 'inspectedOn', title: '检查日期', type: 'day', required: true },
    {
      name: 'kind',
      title: '检查类型',
      type: 'code',
      required: true,
      codes: { flying: '飞行检查', special: '专项检查', lead: '线索检查', cross: '交叉检查', daily: '日常检查', remote: '异地稽核' },
    },
    { name: 'campaign', title: '专项行动名称', type: 'text' },
    { name: 'providerNo', title: '机构编码', type: 'text', required: true },
    { name: 'providerName', title: '机构名称', type: 'text', required: true },
    { name: 'providerKind', title: '机构类别', type: 'code', required: true, codes: { medical: '医疗机构', pharmacy: '零售药店' } },
    { name: 'officerCount', title: '检查人数', type: 'count', unit: '人' },
    { name: 'thirdParty', title: '第三方参与', type: 'flag' },
    { name: 'problemFound', title: '发现问题', type: 'flag', required: true },
    { name: 'closedOn', title: '办结日期', type: 'day' },
    { name: 'project', title: '所属项目', type: 'text', note: '与绩效目标表的项目名称一致；不分项目的留空' },
    { name: 'note', title: '备注', type: 'text' },
  ],
} as const satisfies Register;
