import { eq, field } from '@hengjian/language';
import { count, mean, measure, settlements, sumOf, YUAN } from '../fragments.ts';

export default measure({
  id: 'inpatient-cost-average',
  title: { zh: '次均住院费用', en: 'Mean inpatient cost' },
  about: '本年住院结算的医疗费总额 ÷ 住院结算人次',
  unit: '元',
  direction: 'less',
  decimals: 2,
  shape: mean(
    settlements('住院费用', '元', sumOf('totalFen'), { divide: YUAN, where: eq(field('setting'), 'inpatient') }),
    settlements('住院人次', '人次', count, { where: eq(field('setting'), 'inpatient') }),
  ),
  answers: { names: ['次均住院费用', '住院次均费用', '*次均住院费用'], not: ['增长', '增幅', '下降', '报销'] },
});
