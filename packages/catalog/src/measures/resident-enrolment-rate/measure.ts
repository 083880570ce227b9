import { and, eq, field, isNull, not } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'resident-enrolment-rate',
  title: { zh: '城乡居民参保率', en: 'Resident enrolment rate' },
  about: '最近一个统计日的参保人数 ÷ 应参保人数，按参保人数台账计',
  unit: '%',

  shape: percent(
    entries('enrolment-counts', '参保人数', '人', sumOf('enrolledCount'), {
      latest: true,
      where: and(eq(field('insurance'), 'resident'), eq(field('group'), 'all'), not(isNull(field('dueCount')))),
    }),
    entries('enrolment-counts', '应参保人数', '人', sumOf('dueCount'), {
      latest: true,
      where: and(eq(field('insurance'), 'resident'), eq(field('group'), 'all'), not(isNull(field('dueCount')))),
    }),
  ),
  answers: {
    names: ['城乡居民*参保率', '城乡医疗保险参保率', '城乡居民医疗保险参保率', '城乡居民基本医疗保险参保率', '居民医保参保率'],
    not: ['困难', '职工'],
    inProject: { words: ['居民'], names: ['参保率'] },
  },
});
