import { and, eq, field, isNull, not } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'basic-enrolment-rate',
  title: { zh: '基本医保参保率', en: 'Basic enrolment rate' },
  about: '最近一个统计日的参保人数 ÷ 应参保人数，按参保人数台账计',
  unit: '%',

  shape: percent(
    entries('enrolment-counts', '参保人数', '人', sumOf('enrolledCount'), {
      latest: true,
      where: and(eq(field('group'), 'all'), not(isNull(field('dueCount')))),
    }),
    entries('enrolment-counts', '应参保人数', '人', sumOf('dueCount'), {
      latest: true,
      where: and(eq(field('group'), 'all'), not(isNull(field('dueCount')))),
    }),
  ),
  answers: {
    names: ['基本医疗保险参保率', '基本医保参保率', '参保率', '医疗保险参保率', '全民参保率'],
    not: ['困难', '居民', '职工', '常住人口', '大病'],
  },
});
