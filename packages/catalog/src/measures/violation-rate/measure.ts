import { count, distinct, encounters, findings, measure, percent } from '../fragments.ts';

export default measure({
  id: 'violation-rate',
  title: { zh: '结算违规率', en: 'Violation rate' },
  about: '本年有疑点的就诊次数 ÷ 就诊次数',
  unit: '%',
  direction: 'less',
  shape: percent(findings('有疑点的就诊', '次', distinct('encounterNo')), encounters('就诊', '次', count)),
  answers: { names: ['*结算违规率', '违规率', '*医保结算违规率'], not: ['下降', '降低'] },
});
