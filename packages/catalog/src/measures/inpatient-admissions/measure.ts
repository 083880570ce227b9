import { eq, field } from '@hengjian/language';
import { amount, count, measure, settlements } from '../fragments.ts';

export default measure({
  id: 'inpatient-admissions',
  title: { zh: '住院人次', en: 'Inpatient settlements' },
  about: '本年住院结算人次',
  unit: '人次',

  shape: amount(settlements('住院人次', '人次', count, { where: eq(field('setting'), 'inpatient') })),
  answers: { names: ['住院人次', '*住院人次'], not: ['占', '率', '增长'] },
});
