import { eq, field } from '@hengjian/language';
import { amount, entries, measure, sumOf } from '../fragments.ts';

export default measure({
  id: 'publicity-materials-regulation',
  title: { zh: '条例宣传资料份数', en: 'Printed materials on the regulation' },
  about: '本年印发的条例宣传资料份数合计，按宣传台账计',
  unit: '份',

  shape: amount(entries('publicity', '条例宣传资料份数', '份', sumOf('materialCount'), { where: eq(field('topic'), 'regulation') })),
  answers: { names: ['*条例*宣传*', '宣传*条例*'], not: ['培训', '短信'], unitRequired: true },
});
