import { field, inList } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'benefit-reviews',
  title: { zh: '待遇评定与专家评审次数', en: 'Benefit reviews' },
  about: '本年开展的待遇评定与专家评审次数，按专家评审与第三方评估台账计',
  unit: '次',

  shape: amount(entries('expert-reviews', '待遇评定与专家评审次数', '次', count, { where: inList(field('kind'), 'benefit', 'records') })),
  answers: { names: ['*待遇评定*专家评审', '*待遇评定*次数'] },
});
