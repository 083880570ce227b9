import type { Register } from '@hengjian/domain';

/** 重点监控合理用药药品目录 and what a region watches besides: the page 项目与重点药品 is narrowed to it. */
export default {
  id: 'monitored-items',
  title: '重点监控目录',
  about: '重点监控合理用药药品目录和本地重点监控的药品、项目、耗材，一品种一条',
  dateField: 'fromOn',
  fields: [
    { name: 'fromOn', title: '开始监控日期', type: 'day', required: true },
    { name: 'toOn', title: '停止监控日期', type: 'day' },
    { name: 'codePrefix', title: '医保编码（前几位）', type: 'text', required: true, note: '以这几位开头的编码都算' },
    { name: 'name', title: '名称', type: 'text', required: true },
    { name: 'batch', title: '目录批次', type: 'text' },
    { name: 'note', title: '备注', type: 'text' },
  ],
} as const satisfies Register;
