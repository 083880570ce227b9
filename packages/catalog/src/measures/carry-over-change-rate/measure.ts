import { add, field } from '@hengjian/language';
import { amount, entries, measure, WAN } from '../fragments.ts';

export default measure({
  id: 'carry-over-change-rate',
  title: { zh: '结转结余变动率', en: 'Change of what is carried over' },
  about: '（本年末累计结转结余 − 上年末）÷ 上年末累计结转结余，按结转结余台账计（财预〔2013〕53号）',
  unit: '%',
  direction: 'less',
  growth: 'rise',
  shape: amount(
    entries(
      'carry-overs',
      '累计结转结余',
      '万元',
      { kind: 'sum', of: add(field('carriedFen'), field('surplusFen')) },
      { divide: WAN, latest: true },
    ),
  ),
  answers: { names: ['结转结余变动率'] },
});
