import { eq, field } from '@hengjian/language';
import { entries, measure, percent, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'procurement-budget-rate',
  title: { zh: '政府采购执行率', en: 'Government procurement executed' },
  about: '本年政府采购合同金额 ÷ 政府采购预算，按政府采购台账和预算安排台账计（财预〔2013〕53号）',
  unit: '%',
  shape: percent(
    entries('government-procurements', '采购金额', '万元', sumOf('amountFen'), { divide: WAN }),
    entries('budget-lines', '采购预算', '万元', sumOf('amountFen'), { divide: WAN, where: eq(field('kind'), 'procurement') }),
  ),
  answers: { names: ['政府采购执行率', '政府采购预算执行率'] },
});
