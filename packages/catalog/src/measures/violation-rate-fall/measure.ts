import { count, distinct, encounters, findings, measure, percent } from '../fragments.ts';

export default measure({
  id: 'violation-rate-fall',
  title: { zh: '结算违规率下降', en: 'Fall of the violation rate' },
  about: '本年违规率比上年同期下降的百分比：（上年 − 本年）÷ 上年；违规率是有疑点的就诊次数 ÷ 就诊次数',
  unit: '%',
  growth: 'fall',
  shape: percent(findings('有疑点的就诊', '次', distinct('encounterNo')), encounters('就诊', '次', count)),
  answers: { names: ['*违规率下降*', '*违规率降低*'] },
});
