import { and, eq, field, isNull, not } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'employee-enrolment-rate',
  title: { zh: '职工参保率', en: 'Employee enrolment rate' },
  about: '最近一个统计日的参保人数 ÷ 应参保人数，按参保人数台账计',
  unit: '%',

  shape: percent(
    entries('enrolment-counts', '参保人数', '人', sumOf('enrolledCount'), {
      latest: true,
      where: and(eq(field('insurance'), 'employee'), eq(field('group'), 'all'), not(isNull(field('dueCount')))),
    }),
    entries('enrolment-counts', '应参保人数', '人', sumOf('dueCount'), {
      latest: true,
      where: and(eq(field('insurance'), 'employee'), eq(field('group'), 'all'), not(isNull(field('dueCount')))),
    }),
  ),
  answers: { names: ['城镇职工*参保率', '职工*参保率'], not: ['居民'], inProject: { words: ['职工'], names: ['参保率'] } },
});
