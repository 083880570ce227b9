import { eq, field } from '@hengjian/language';
import { count, mean, measure, settlements, sumOf, YUAN } from '../fragments.ts';

export default measure({
  id: 'inpatient-fund-growth',
  title: { zh: '次均医保报销住院费用增长率', en: 'Growth of mean inpatient fund payment' },
  about: '本年住院次均基金支付比上年同期增长的百分比',
  unit: '%',
  direction: 'less',
  growth: 'rise',
  shape: mean(
    settlements('住院基金支付', '元', sumOf('fundFen'), { divide: YUAN, where: eq(field('setting'), 'inpatient') }),
    settlements('住院人次', '人次', count, { where: eq(field('setting'), 'inpatient') }),
  ),
  answers: { names: ['*次均医保报销住院费用增长率', '*次均*报销*住院*增长*'] },
});
