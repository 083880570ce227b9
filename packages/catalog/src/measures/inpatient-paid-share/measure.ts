import { eq, field } from '@hengjian/language';
import { measure, percent, settlements, sumOf, YUAN } from '../fragments.ts';

export default measure({
  id: 'inpatient-paid-share',
  title: { zh: '住院费用实际报销比例', en: 'Share of inpatient cost paid' },
  about: '本年住院基金支付 ÷ 住院医疗费总额',
  unit: '%',

  shape: percent(
    settlements('住院基金支付', '元', sumOf('fundFen'), { divide: YUAN, where: eq(field('setting'), 'inpatient') }),
    settlements('住院费用', '元', sumOf('totalFen'), { divide: YUAN, where: eq(field('setting'), 'inpatient') }),
  ),
  answers: { names: ['住院*实际报销比例', '住院费用报销比例', '*住院*实际报销比*'], not: ['政策范围'] },
});
