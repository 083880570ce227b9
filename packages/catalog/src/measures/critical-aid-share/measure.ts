import { eq, field, ne } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'critical-aid-share',
  title: { zh: '重特大疾病救助人次占比', en: 'Share of critical illness aid' },
  about: '本年重特大疾病医疗救助人次 ÷ 住院、门诊和重特大疾病救助人次，资助参保不计，按医疗救助台账计',
  unit: '%',

  shape: percent(
    entries('medical-assistance', '重特大疾病救助人次', '人次', sumOf('visitCount'), { where: eq(field('kind'), 'critical') }),
    entries('medical-assistance', '直接救助人次', '人次', sumOf('visitCount'), { where: ne(field('kind'), 'enrolment') }),
  ),
  answers: { names: ['重特大疾病医疗救助人次占*', '重特大疾病*人次占比', '重特大疾病*救助比例'] },
});
