import { entries, measure, percent, QUANTITY, sumOf } from '../fragments.ts';

export default measure({
  id: 'system-uptime-rate',
  title: { zh: '系统正常运行率', en: 'System uptime' },
  about: '本年各系统正常运行时间 ÷ 应运行时间，按系统运行台账计',
  unit: '%',
  shape: percent(
    entries('system-uptime', '正常运行时间', '小时', sumOf('availableHours'), { divide: QUANTITY }),
    entries('system-uptime', '应运行时间', '小时', sumOf('plannedHours'), { divide: QUANTITY }),
  ),
  answers: { names: ['系统正常运行率', '*系统*正常运行率', '系统可用率'] },
});
