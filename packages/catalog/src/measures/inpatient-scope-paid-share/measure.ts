import { eq, field } from '@hengjian/language';
import { measure, percent, settlements, sumOf, YUAN } from '../fragments.ts';

export default measure({
  id: 'inpatient-scope-paid-share',
  title: { zh: '政策范围内住院费用报销比例', en: 'Share of in-scope inpatient cost paid' },
  about: '本年住院基金支付 ÷ 政策范围内住院费用',
  unit: '%',

  shape: percent(
    settlements('住院基金支付', '元', sumOf('fundFen'), { divide: YUAN, where: eq(field('setting'), 'inpatient') }),
    settlements('政策范围内住院费用', '元', sumOf('inScopeFen'), { divide: YUAN, where: eq(field('setting'), 'inpatient') }),
  ),
  answers: { names: ['政策范围内住院*报销比例', '*政策范围内住院*支付比例', '*政策范围内*基金支付比例'] },
});
