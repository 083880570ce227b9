import { eq, field } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'system-incidents-major',
  title: { zh: '信息系统重大责任事故次数', en: 'Major system incidents' },
  about: '本年医保信息系统重大责任事故件数，按信息系统事件台账计',
  unit: '次',
  direction: 'less',
  shape: amount(entries('system-incidents', '重大责任事故', '次', count, { where: eq(field('level'), 'major') })),
  answers: { names: ['*无重大责任事故*', '*重大责任事故*', '*重大安全事故*'] },
});
