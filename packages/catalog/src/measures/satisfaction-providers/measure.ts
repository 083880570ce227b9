import { and, eq, field, isNull, not } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'satisfaction-providers',
  title: { zh: '定点医药机构满意度', en: 'Satisfaction of institutions' },
  about: '本年调查中表示满意的份数 ÷ 有效问卷份数，按满意度调查台账计',
  unit: '%',

  shape: percent(
    entries('satisfaction-surveys', '满意份数', '份', sumOf('satisfiedCount'), {
      where: and(eq(field('group'), 'providers'), not(isNull(field('satisfiedCount')))),
    }),
    entries('satisfaction-surveys', '有效问卷', '份', sumOf('validCount'), {
      where: and(eq(field('group'), 'providers'), not(isNull(field('satisfiedCount')))),
    }),
  ),
  answers: { names: ['两定机构*满意度', '定点医药机构*满意度', '*医药机构*满意度'], not: ['经办机构'] },
});
