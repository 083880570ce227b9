import { field, ne } from '@hengjian/language';
import { amount, entries, measure, sumOf } from '../fragments.ts';

export default measure({
  id: 'medical-aid-visits',
  title: { zh: '医疗救助人次', en: 'Medical aid visits' },
  about: '本年住院、门诊和重特大疾病医疗救助人次，资助参保不计，按医疗救助台账计',
  unit: '人次',

  shape: amount(entries('medical-assistance', '救助人次', '人次', sumOf('visitCount'), { where: ne(field('kind'), 'enrolment') })),
  answers: { names: ['医疗救助人次', '救助人次', '*医疗救助人次', '直接救助人次'], not: ['占', '比'] },
});
