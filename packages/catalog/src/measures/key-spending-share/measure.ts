import { and, eq, field } from '@hengjian/language';
import { entries, measure, percent, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'key-spending-share',
  title: { zh: '重点支出安排率', en: 'Share of key spending' },
  about: '重点项目支出预算 ÷ 项目支出预算，按预算安排台账计（财预〔2013〕53号）',
  unit: '%',
  shape: percent(
    entries('budget-lines', '重点项目支出', '万元', sumOf('amountFen'), {
      divide: WAN,
      where: and(eq(field('kind'), 'project'), field('keySpending')),
    }),
    entries('budget-lines', '项目支出', '万元', sumOf('amountFen'), { divide: WAN, where: eq(field('kind'), 'project') }),
  ),
  answers: { names: ['重点支出安排率'] },
});
