import { eq, field } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'chronic-reviews',
  title: { zh: '慢病鉴定专项检查次数', en: 'Chronic disease reviews' },
  about: '本年开展的慢病鉴定专项检查次数，按专家评审与第三方评估台账计',
  unit: '次',

  shape: amount(entries('expert-reviews', '慢病鉴定专项检查次数', '次', count, { where: eq(field('kind'), 'chronic') })),
  answers: { names: ['*慢病鉴定*', '*慢特病*检查*', '*慢性病*鉴定*'] },
});
