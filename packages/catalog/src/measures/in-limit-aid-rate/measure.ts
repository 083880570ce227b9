import { and, eq, field } from '@hengjian/language';
import { entries, measure, percent, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'in-limit-aid-rate',
  title: { zh: '重点救助对象年度限额内救助比例', en: 'Aid within the annual limit' },
  about: '本年重点救助对象住院救助金额 ÷ 年度限额内政策范围自负费用，按医疗救助台账计',
  unit: '%',

  shape: percent(
    entries('medical-assistance', '救助金额', '万元', sumOf('aidFen'), {
      divide: WAN,
      where: and(field('keyTarget'), eq(field('kind'), 'inpatient')),
    }),
    entries('medical-assistance', '限额内自负费用', '万元', sumOf('selfPaidFen'), {
      divide: WAN,
      where: and(field('keyTarget'), eq(field('kind'), 'inpatient')),
    }),
  ),
  answers: { names: ['重点救助对象自负费用年度*', '重点救助对象*救助比例'] },
});
