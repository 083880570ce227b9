import { and, eq, field, isNull, not } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'policy-awareness-rate',
  title: { zh: '政策知晓率', en: 'Policy awareness' },
  about: '本年参保群众调查中知晓政策的份数 ÷ 有效问卷份数，按满意度与知晓率调查台账计',
  unit: '%',

  shape: percent(
    entries('satisfaction-surveys', '知晓份数', '份', sumOf('awareCount'), {
      where: and(eq(field('group'), 'insured'), not(isNull(field('awareCount')))),
    }),
    entries('satisfaction-surveys', '有效问卷', '份', sumOf('validCount'), {
      where: and(eq(field('group'), 'insured'), not(isNull(field('awareCount')))),
    }),
  ),
  answers: { names: ['政策知晓率', '*政策知晓率', '医保政策知晓率'], not: ['提升', '提高', '增长'] },
});
