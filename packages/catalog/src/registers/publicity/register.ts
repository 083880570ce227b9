import type { Register } from '@hengjian/domain';

export default {
  id: 'publicity',
  title: '宣传台账',
  about: '宣传活动、媒体报道和印发资料，一次一条',
  dateField: 'heldOn',
  projectField: 'project',
  fields: [
    { name: 'heldOn', title: '宣传日期', type: 'day', required: true },
    { name: 'theme', title: '主题', type: 'text', required: true },
    {
      name: 'channel',
      title: '渠道',
      type: 'code',
      required: true,
      codes: { event: '现场活动', media: '新闻媒体', online: '新媒体', materials: '印发资料', outdoor: '户外与公告' },
    },
    {
      name: 'topic',
      title: '内容',
      type: 'code',
      required: true,
      codes: {
        policy: '医保政策',
        regulation: '监管条例',
        supervision: '基金监管',
        procurement: '集中带量采购',
        information: '医保电子凭证与信息化',
        care: '长期护理保险',
      },
    },
    { name: 'outlet', title: '媒体名称', type: 'text' },
    { name: 'materialCount', title: '印发资料', type: 'count', unit: '份' },
    { name: 'mediaCount', title: '媒体家数', type: 'count', unit: '家' },
    { name: 'articleCount', title: '稿件条数', type: 'count', unit: '条' },
    { name: 'reachCount', title: '受众人次', type: 'count', unit: '人次' },
    { name: 'project', title: '所属项目', type: 'text', note: '与绩效目标表的项目名称一致；不分项目的留空' },
    { name: 'note', title: '备注', type: 'text' },
  ],
} as const satisfies Register;
