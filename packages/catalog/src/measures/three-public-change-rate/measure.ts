import { amount, entries, measure, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'three-public-change-rate',
  title: { zh: '三公经费变动率', en: 'Change of the three public expenses' },
  about: '（本年三公经费 − 上年三公经费）÷ 上年三公经费，按三公经费台账计（财预〔2013〕53号）',
  unit: '%',
  direction: 'less',
  growth: 'rise',
  shape: amount(entries('three-public', '三公经费', '万元', sumOf('amountFen'), { divide: WAN })),
  answers: { names: ['三公经费变动率', '三公*变动率'] },
});
