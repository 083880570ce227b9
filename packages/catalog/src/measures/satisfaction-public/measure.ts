import { and, eq, field, isNull, not } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'satisfaction-public',
  title: { zh: '参保群众满意度', en: 'Satisfaction of the insured' },
  about: '本年调查中表示满意的份数 ÷ 有效问卷份数，按满意度调查台账计',
  unit: '%',

  shape: percent(
    entries('satisfaction-surveys', '满意份数', '份', sumOf('satisfiedCount'), {
      where: and(eq(field('group'), 'insured'), not(isNull(field('satisfiedCount')))),
    }),
    entries('satisfaction-surveys', '有效问卷', '份', sumOf('validCount'), {
      where: and(eq(field('group'), 'insured'), not(isNull(field('satisfiedCount')))),
    }),
  ),
  answers: {
    names: [
      '满意度',
      '群众满意度',
      '参保群众*满意*',
      '参保人员*满意*',
      '*参保人员*满意*',
      '*参保对象满意度',
      '服务对象满意度',
      '群众对*满意度',
      '*群众*满意度',
      '社会公众*满意度',
    ],
    not: ['机构对', '两定', '科室', '使用人员', '贫困', '困难', '救助', '窗口', '投诉'],
  },
});
