import { and, eq, field, isNull, not } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'needy-enrolment-rate',
  title: { zh: '困难群众参保率', en: 'Enrolment rate of the needy' },
  about: '最近一个统计日的参保人数 ÷ 应参保人数，按参保人数台账计',
  unit: '%',

  shape: percent(
    entries('enrolment-counts', '参保人数', '人', sumOf('enrolledCount'), {
      latest: true,
      where: and(eq(field('group'), 'needy'), not(isNull(field('dueCount')))),
    }),
    entries('enrolment-counts', '应参保人数', '人', sumOf('dueCount'), {
      latest: true,
      where: and(eq(field('group'), 'needy'), not(isNull(field('dueCount')))),
    }),
  ),
  answers: {
    names: ['困难群众*参保率', '困难群众城乡居民医疗保险', '困难群体*参保率', '困难群众参保', '*困难人员参保率'],
    wordings: ['*困难群体*；*参保率*'],
    not: ['满意', '资助'],
  },
});
