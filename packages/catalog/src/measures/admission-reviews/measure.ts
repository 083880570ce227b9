import { eq, field } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'admission-reviews',
  title: { zh: '定点评估次数', en: 'Admission reviews' },
  about: '本年开展的定点评估次数，按专家评审与第三方评估台账计',
  unit: '次',

  shape: amount(entries('expert-reviews', '定点评估次数', '次', count, { where: eq(field('kind'), 'admission') })),
  answers: { names: ['*新增定点*评估', '*定点*评估次数'], not: ['第三方', '经办'] },
});
