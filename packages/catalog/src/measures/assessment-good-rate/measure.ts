import { eq, field } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'assessment-good-rate',
  title: { zh: '综合评价良好率', en: 'Assessments rated good' },
  about: '本年第三方服务综合评价中评为良好以上的件数 ÷ 评价件数，按专家评审与第三方评估台账计',
  unit: '%',
  shape: percent(
    entries('expert-reviews', '良好以上', '件', sumOf('passedCount'), { where: eq(field('kind'), 'comprehensive') }),
    entries('expert-reviews', '评价件数', '件', sumOf('itemCount'), { where: eq(field('kind'), 'comprehensive') }),
  ),
  answers: { names: ['*综合评价*良好率', '综合评价*良好*率'], unitRequired: true },
});
