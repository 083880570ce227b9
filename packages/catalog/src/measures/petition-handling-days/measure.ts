import { and, field, inList, isNull, not } from '@hengjian/language';
import { count, entries, mean, measure, sumOf } from '../fragments.ts';

export default measure({
  id: 'petition-handling-days',
  title: { zh: '信访平均办理工作日', en: 'Working days to settle a petition' },
  about: '本年办结的信访和热线的办理工作日平均值，按举报投诉信访台账计',
  unit: '天',
  direction: 'less',
  decimals: 1,
  shape: mean(
    entries('complaints', '办理工作日合计', '天', sumOf('workingDayCount'), { where: inList(field('kind'), 'petition', 'hotline') }),
    entries('complaints', '填了工作日的件数', '件', count, {
      where: and(inList(field('kind'), 'petition', 'hotline'), not(isNull(field('workingDayCount')))),
    }),
  ),
  answers: { names: ['*来信来访*办结', '*来信来访*办理时限', '*信访*办理时限', '*信访*办结时间'], unitRequired: true },
});
