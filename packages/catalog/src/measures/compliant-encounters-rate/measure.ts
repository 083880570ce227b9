import { eq, field } from '@hengjian/language';
import { count, distinct, encounters, findings, measure, restPercent } from '../fragments.ts';

export default measure({
  id: 'compliant-encounters-rate',
  title: { zh: '医药机构合理使用率', en: 'Encounters without clear findings' },
  about: '本年在定点医药机构没有明确违规疑点的就诊次数 ÷ 就诊次数',
  unit: '%',

  shape: restPercent(
    findings('有明确违规的就诊', '次', distinct('encounterNo'), { where: eq(field('certainty'), 'clear') }),
    encounters('就诊', '次', count),
  ),
  answers: { names: ['规范医药机构*', '医药机构合理使用*'], not: ['满意'], unitRequired: true },
});
