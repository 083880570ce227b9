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
  english: {
    重点监控目录: 'Monitored items',
    '重点监控合理用药药品目录和本地重点监控的药品、项目、耗材，一品种一条':
      'The list of drugs whose use is monitored, and drugs, services and consumables monitored here, one entry each',
    开始监控日期: 'Monitored from',
    停止监控日期: 'Monitored until',
    '医保编码（前几位）': 'Insurance code (its beginning)',
    以这几位开头的编码都算: 'All codes that begin with it count',
    名称: 'Name',
    目录批次: 'Batch of the list',
  },
} as const satisfies Register;
