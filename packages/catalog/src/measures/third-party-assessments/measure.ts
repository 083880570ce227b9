import { eq, field } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'third-party-assessments',
  title: { zh: '第三方考核评估次数', en: 'Third-party assessments' },
  about: '本年开展的第三方考核评估次数，按专家评审与第三方评估台账计',
  unit: '次',

  shape: amount(entries('expert-reviews', '第三方考核评估次数', '次', count, { where: eq(field('kind'), 'thirdParty') })),
  answers: { names: ['第三方考核评估次数', '第三方*评估次数', '第三方考核*'], not: ['满意'] },
});
