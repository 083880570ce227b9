import { eq, field } from '@hengjian/language';
import { count, mean, measure, settlements, sumOf, YUAN } from '../fragments.ts';

export default measure({
  id: 'inpatient-cost-growth',
  title: { zh: '次均住院费用增长率', en: 'Growth of mean inpatient cost' },
  about: '本年次均住院费用比上年同期增长的百分比',
  unit: '%',
  direction: 'less',
  growth: 'rise',
  shape: mean(
    settlements('住院费用', '元', sumOf('totalFen'), { divide: YUAN, where: eq(field('setting'), 'inpatient') }),
    settlements('住院人次', '人次', count, { where: eq(field('setting'), 'inpatient') }),
  ),
  answers: { names: ['次均住院费用增长*', '*次均住院费用增长率', '*次均住院费用增幅'], not: ['报销', '基金'] },
});
