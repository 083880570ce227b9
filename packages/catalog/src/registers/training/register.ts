import type { Register } from '@hengjian/domain';

export default {
  id: 'training',
  title: '培训台账',
  about: '组织或参加的业务培训，一场一条',
  dateField: 'heldOn',
  projectField: 'project',
  fields: [
    { name: 'heldOn', title: '培训日期', type: 'day', required: true },
    { name: 'topic', title: '培训主题', type: 'text', required: true },
    {
      name: 'kind',
      title: '类别',
      type: 'code',
      required: true,
      codes: {
        policy: '政策业务',
        regulation: '监管条例',
        agency: '经办业务',
        supervision: '基金监管',
        payment: '支付方式改革',
        information: '信息化',
        care: '长期护理',
        aid: '医疗救助与帮扶',
      },
    },
    {
      name: 'audience',
      title: '对象',
      type: 'code',
      required: true,
      codes: { staff: '医保工作人员', providers: '定点医药机构', grassroots: '基层经办人员', mixed: '混合' },
    },
    { name: 'attendeeCount', title: '参训人次', type: 'count', unit: '人次', required: true },
    { name: 'hours', title: '学时', type: 'quantity', unit: '小时' },
    { name: 'project', title: '所属项目', type: 'text', note: '与绩效目标表的项目名称一致；不分项目的留空' },
    { name: 'note', title: '备注', type: 'text' },
  ],
} as const satisfies Register;
