import { and, eq, field } from '@hengjian/language';
import { amount, entries, measure, sumOf } from '../fragments.ts';

export default measure({
  id: 'resident-enrolled-persons',
  title: { zh: '城乡居民参保人数', en: 'Insured residents' },
  about: '最近一个统计日的参保人数，按参保人数台账计',
  unit: '人',

  shape: amount(
    entries('enrolment-counts', '参保人数', '人', sumOf('enrolledCount'), {
      latest: true,
      where: and(eq(field('insurance'), 'resident'), eq(field('group'), 'all')),
    }),
  ),
  answers: { names: ['城乡居民*参保人数', '居民*参保人数'], not: ['困难', '率'], inProject: { words: ['居民'], names: ['参保人数'] } },
});
