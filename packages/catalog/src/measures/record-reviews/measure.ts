import { eq, field } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'record-reviews',
  title: { zh: '病历评审次数', en: 'Medical record reviews' },
  about: '本年开展的病历评审次数，按专家评审与第三方评估台账计',
  unit: '次',

  shape: amount(entries('expert-reviews', '病历评审次数', '次', count, { where: eq(field('kind'), 'records') })),
  answers: { names: ['*病历评审'] },
});
