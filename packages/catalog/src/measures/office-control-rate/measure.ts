import { eq, field } from '@hengjian/language';
import { entries, measure, percent, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'office-control-rate',
  title: { zh: '公用经费控制率', en: 'Office expenses against the budget' },
  about: '本年公用经费支出 ÷ 公用经费预算，按资金支出台账和预算安排台账计（财预〔2013〕53号）',
  unit: '%',
  direction: 'less',
  shape: percent(
    entries('budget-payments', '公用经费支出', '万元', sumOf('amountFen'), { divide: WAN, where: eq(field('kind'), 'office') }),
    entries('budget-lines', '公用经费预算', '万元', sumOf('amountFen'), { divide: WAN, where: eq(field('kind'), 'office') }),
  ),
  answers: { names: ['公用经费控制率'] },
});
