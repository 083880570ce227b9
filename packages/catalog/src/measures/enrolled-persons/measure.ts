import { eq, field } from '@hengjian/language';
import { amount, entries, measure, sumOf } from '../fragments.ts';

export default measure({
  id: 'enrolled-persons',
  title: { zh: '参保人数', en: 'Insured persons' },
  about: '最近一个统计日的参保人数，按参保人数台账计',
  unit: '人',

  shape: amount(entries('enrolment-counts', '参保人数', '人', sumOf('enrolledCount'), { latest: true, where: eq(field('group'), 'all') })),
  answers: { names: ['参保人数', '基本医疗保险参保人数', '*医疗保险参保人数'], not: ['居民', '职工', '困难', '率'] },
});
