import { and, eq, field, isNull, not } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'policy-awareness-rise',
  title: { zh: '政策知晓率提升', en: 'Rise of policy awareness' },
  about: '本年政策知晓率比上年提高的百分比：（本年 − 上年）÷ 上年',
  unit: '%',
  growth: 'rise',
  shape: percent(
    entries('satisfaction-surveys', '知晓份数', '份', sumOf('awareCount'), {
      where: and(eq(field('group'), 'insured'), not(isNull(field('awareCount')))),
    }),
    entries('satisfaction-surveys', '有效问卷', '份', sumOf('validCount'), {
      where: and(eq(field('group'), 'insured'), not(isNull(field('awareCount')))),
    }),
  ),
  answers: { names: ['*知晓率提升', '*知晓率提高', '*知晓率增长'] },
});
