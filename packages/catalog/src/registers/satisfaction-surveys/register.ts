import type { Register } from '@hengjian/domain';

export default {
  id: 'satisfaction-surveys',
  title: '满意度与知晓率调查台账',
  about: '问卷和回访的汇总，一次调查一个群体一条',
  dateField: 'surveyedOn',
  projectField: 'project',
  fields: [
    { name: 'surveyedOn', title: '调查日期', type: 'day', required: true },
    {
      name: 'group',
      title: '调查对象',
      type: 'code',
      required: true,
      codes: {
        insured: '参保群众',
        aided: '救助对象',
        providers: '定点医药机构',
        agencies: '经办机构',
        departments: '机关科室',
        users: '系统使用人员',
      },
    },
    { name: 'subject', title: '调查内容', type: 'text', required: true },
    { name: 'validCount', title: '有效问卷', type: 'count', unit: '份', required: true },
    { name: 'satisfiedCount', title: '满意数', type: 'count', unit: '份' },
    { name: 'awareCount', title: '知晓政策数', type: 'count', unit: '份' },
    { name: 'project', title: '所属项目', type: 'text', note: '与绩效目标表的项目名称一致；不分项目的留空' },
    { name: 'note', title: '备注', type: 'text' },
  ],
} as const satisfies Register;
