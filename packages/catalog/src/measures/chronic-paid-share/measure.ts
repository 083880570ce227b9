import { eq, field } from '@hengjian/language';
import { measure, percent, settlements, sumOf, YUAN } from '../fragments.ts';

export default measure({
  id: 'chronic-paid-share',
  title: { zh: '门诊慢特病费用实际报销比例', en: 'Paid share of chronic outpatient costs' },
  about: '本年门诊慢特病结算的基金支付 ÷ 医疗费总额',
  unit: '%',
  shape: percent(
    settlements('门诊慢特病基金支付', '元', sumOf('fundFen'), { divide: YUAN, where: eq(field('setting'), 'chronic') }),
    settlements('门诊慢特病费用', '元', sumOf('totalFen'), { divide: YUAN, where: eq(field('setting'), 'chronic') }),
  ),
  answers: { names: ['*慢特病*报销比例', '*特殊病*报销*', '*特殊病*费用负担'], unitRequired: true },
});
