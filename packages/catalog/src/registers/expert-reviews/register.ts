import type { Register } from '@hengjian/domain';

export default {
  id: 'expert-reviews',
  title: '专家评审与第三方评估台账',
  about: '慢病鉴定、病历评审、定点评估、第三方考核等，一次一条',
  dateField: 'heldOn',
  projectField: 'project',
  fields: [
    { name: 'heldOn', title: '日期', type: 'day', required: true },
    {
      name: 'kind',
      title: '类别',
      type: 'code',
      required: true,
      codes: {
        chronic: '慢病鉴定检查',
        records: '病历评审',
        admission: '定点评估',
        benefit: '待遇评定',
        thirdParty: '第三方考核评估',
        comprehensive: '服务综合评价',
      },
    },
    { name: 'subject', title: '内容', type: 'text', required: true },
    { name: 'expertCount', title: '专家人数', type: 'count', unit: '人' },
    { name: 'itemCount', title: '评审数量', type: 'count', unit: '件' },
    { name: 'passedCount', title: '通过数量', type: 'count', unit: '件' },
    { name: 'project', title: '所属项目', type: 'text', note: '与绩效目标表的项目名称一致；不分项目的留空' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    专家评审与第三方评估台账: 'Expert reviews',
    '慢病鉴定、病历评审、定点评估、第三方考核等，一次一条':
      'Approval of chronic diseases, review of records, assessment of institutions, third-party assessment and the like, one entry each',
    日期: 'Day',
    慢病鉴定检查: 'Examination for chronic disease',
    病历评审: 'Review of records',
    定点评估: 'Assessment of institutions',
    待遇评定: 'Assessment of benefits',
    第三方考核评估: 'Third-party assessment',
    服务综合评价: 'Assessment of services',
    专家人数: 'Experts',
    评审数量: 'Reviewed',
    件: 'matters',
    通过数量: 'Passed',
  },
} as const satisfies Register;
