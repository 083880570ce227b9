import { and, eq, field, isNull, not } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'satisfaction-aided',
  title: { zh: '救助对象满意度', en: 'Satisfaction of aid recipients' },
  about: '本年调查中表示满意的份数 ÷ 有效问卷份数，按满意度调查台账计',
  unit: '%',

  shape: percent(
    entries('satisfaction-surveys', '满意份数', '份', sumOf('satisfiedCount'), {
      where: and(eq(field('group'), 'aided'), not(isNull(field('satisfiedCount')))),
    }),
    entries('satisfaction-surveys', '有效问卷', '份', sumOf('validCount'), {
      where: and(eq(field('group'), 'aided'), not(isNull(field('satisfiedCount')))),
    }),
  ),
  answers: { names: ['*贫困*满意*', '*贫困*保障政策满', '救助对象*满意*', '困难群众*满意*'], not: ['机构'] },
});
