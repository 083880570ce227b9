import type { Register } from '@hengjian/domain';

export default {
  id: 'medical-assistance',
  title: '医疗救助台账',
  about: '医疗救助资金的支付汇总，一批一类一条',
  dateField: 'paidOn',
  projectField: 'project',
  fields: [
    { name: 'paidOn', title: '支付日期', type: 'day', required: true },
    {
      name: 'kind',
      title: '救助类别',
      type: 'code',
      required: true,
      codes: { inpatient: '住院救助', outpatient: '门诊救助', critical: '重特大疾病救助', enrolment: '资助参保' },
    },
    { name: 'personCount', title: '救助人数', type: 'count', unit: '人', required: true },
    { name: 'visitCount', title: '救助人次', type: 'count', unit: '人次', required: true },
    { name: 'selfPaidFen', title: '年度限额内政策范围自负费用', type: 'money', unit: '元' },
    { name: 'aidFen', title: '救助金额', type: 'money', unit: '元', required: true },
    { name: 'keyTarget', title: '重点救助对象', type: 'flag', required: true },
    { name: 'project', title: '所属项目', type: 'text', note: '与绩效目标表的项目名称一致；不分项目的留空' },
    { name: 'note', title: '备注', type: 'text' },
  ],
} as const satisfies Register;
