import type { Register } from '@hengjian/domain';

export default {
  id: 'sms',
  title: '短信发送台账',
  about: '向参保人发送的政策短信，一批一条',
  dateField: 'sentOn',
  projectField: 'project',
  fields: [
    { name: 'sentOn', title: '发送日期', type: 'day', required: true },
    { name: 'theme', title: '内容主题', type: 'text', required: true },
    { name: 'messageCount', title: '发送条数', type: 'count', unit: '条', required: true },
    { name: 'deliveredCount', title: '成功条数', type: 'count', unit: '条' },
    { name: 'project', title: '所属项目', type: 'text', note: '与绩效目标表的项目名称一致；不分项目的留空' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    短信发送台账: 'Text messages',
    '向参保人发送的政策短信，一批一条': 'About policies to insured people, one entry a batch',
    发送日期: 'Sent on',
    内容主题: 'Subject',
    发送条数: 'Sent',
    条: 'pieces',
    成功条数: 'Delivered',
  },
} as const satisfies Register;
