import { eq, field } from '@hengjian/language';
import { amount, distinct, entries, measure } from '../fragments.ts';

export default measure({
  id: 'special-campaigns',
  title: { zh: '专项整治行动次数', en: 'Special campaigns' },
  about: '本年开展的专项行动个数，同一行动只计一次，按检查台账的专项行动名称计',
  unit: '次',

  shape: amount(entries('provider-inspections', '专项行动', '次', distinct('campaign'), { where: eq(field('kind'), 'special') })),
  answers: { names: ['*专项整治行动', '*专项整治行动次数', '*专项治理行动*', '*专项行动次数'], not: ['覆盖'], unitRequired: true },
});
