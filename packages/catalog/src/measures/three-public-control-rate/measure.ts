import { eq, field } from '@hengjian/language';
import { entries, measure, percent, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'three-public-control-rate',
  title: { zh: '三公经费控制率', en: 'Three public expenses against the budget' },
  about: '本年三公经费支出 ÷ 三公经费预算，按三公经费台账和预算安排台账计（财预〔2013〕53号）',
  unit: '%',
  direction: 'less',
  shape: percent(
    entries('three-public', '三公经费支出', '万元', sumOf('amountFen'), { divide: WAN }),
    entries('budget-lines', '三公经费预算', '万元', sumOf('amountFen'), { divide: WAN, where: eq(field('kind'), 'threePublic') }),
  ),
  answers: { names: ['三公经费控制率'] },
});
