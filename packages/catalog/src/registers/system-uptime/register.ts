import type { Register } from '@hengjian/domain';

export default {
  id: 'system-uptime',
  title: '系统运行台账',
  about: '信息系统的应运行和正常运行时间，一系统一月一条',
  dateField: 'countedOn',
  fields: [
    { name: 'countedOn', title: '统计日期', type: 'day', required: true },
    { name: 'system', title: '系统', type: 'text', required: true },
    { name: 'plannedHours', title: '应运行时间', type: 'quantity', required: true, unit: '小时' },
    { name: 'availableHours', title: '正常运行时间', type: 'quantity', required: true, unit: '小时' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    系统运行台账: 'Time systems ran',
    '信息系统的应运行和正常运行时间，一系统一月一条': 'Time they had to run and ran, one entry a system and month',
    系统: 'System',
    应运行时间: 'Time to run',
    正常运行时间: 'Time it ran',
  },
} as const satisfies Register;
