import type { Register } from '@hengjian/domain';

export default {
  id: 'system-incidents',
  title: '信息系统事件台账',
  about: '医保信息系统的故障和安全事件，一件一条',
  dateField: 'occurredOn',
  fields: [
    { name: 'occurredOn', title: '发生日期', type: 'day', required: true },
    { name: 'level', title: '级别', type: 'code', required: true, codes: { major: '重大责任事故', serious: '较大', general: '一般' } },
    { name: 'system', title: '系统', type: 'text', required: true },
    { name: 'downHours', title: '中断时长', type: 'quantity', unit: '小时' },
    { name: 'repairHours', title: '响应修复时长', type: 'quantity', unit: '小时' },
    { name: 'resolved', title: '已解决', type: 'flag', required: true },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    信息系统事件台账: 'Incidents of systems',
    '医保信息系统的故障和安全事件，一件一条': 'Failures and security incidents of the insurance systems, one entry each',
    发生日期: 'Happened on',
    级别: 'Level',
    重大责任事故: 'Grave, somebody answers for it',
    较大: 'Serious',
    一般: 'Minor',
    系统: 'System',
    中断时长: 'Time out of use',
    响应修复时长: 'Time until mended',
    已解决: 'Solved',
  },
} as const satisfies Register;
