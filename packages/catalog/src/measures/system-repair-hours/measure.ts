import { field, isNull, not } from '@hengjian/language';
import { count, entries, mean, measure, QUANTITY, sumOf } from '../fragments.ts';

export default measure({
  id: 'system-repair-hours',
  title: { zh: '故障平均修复时长', en: 'Mean time to repair' },
  about: '本年信息系统事件的响应修复时长平均值，按信息系统事件台账计',
  unit: '小时',
  direction: 'less',
  decimals: 2,
  shape: mean(
    entries('system-incidents', '修复时长合计', '小时', sumOf('repairHours'), { divide: QUANTITY }),
    entries('system-incidents', '填了时长的事件', '件', count, { where: not(isNull(field('repairHours'))) }),
  ),
  answers: { names: ['*故障*响应时间', '*故障*修复*时间', '*故障修复时长'] },
});
