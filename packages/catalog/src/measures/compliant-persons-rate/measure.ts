import { distinct, findings, measure, restPercent, settlements } from '../fragments.ts';

export default measure({
  id: 'compliant-persons-rate',
  title: { zh: '参保人合理使用率', en: 'Persons without findings' },
  about: '本年没有疑点的就医参保人数 ÷ 就医参保人数',
  unit: '%',

  shape: restPercent(findings('有疑点的参保人', '人', distinct('personNo')), settlements('就医参保人', '人', distinct('person'))),
  answers: { names: ['规范参保人*', '参保人合理使用*'], not: ['满意'], unitRequired: true },
});
