import { field, inList } from '@hengjian/language';
import { amount, measure, settlements, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'outpatient-fund',
  title: { zh: '门诊基金支出', en: 'Outpatient fund expenditure' },
  about: '本年普通门诊、急诊和门诊慢特病结算的基金支付合计',
  unit: '万元',

  shape: amount(
    settlements('门诊基金支付', '万元', sumOf('fundFen'), {
      divide: WAN,
      where: inList(field('setting'), 'outpatient', 'emergency', 'chronic'),
    }),
  ),
  answers: { names: ['门诊基金支出', '*门诊*基金支出', '门诊统筹*支出*'], not: ['增长'] },
});
