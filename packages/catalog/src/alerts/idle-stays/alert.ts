import { choose, countKnown, field, ge, multiply, param, sumKnown } from '@hengjian/language';
import { dischargedStay, regulation } from '../../fragments.ts';
import { cellsAlert } from '../fragments.ts';

export default cellsAlert({
  id: 'idle-stays',
  title: { zh: '住院无诊疗活动成批', en: 'Many stays without activity' },
  monitor: 'services',
  subject: 'provider',
  basis: [regulation('第三十八条第（一）项、第四十条')],
  reads: 'encounter',
  where: dischargedStay,
  key: [field('provider')],
  window: { unit: 'month', at: field('endedDay') },
  parameters: {
    idleDays: {
      type: 'int',
      title: { zh: '连续多少天只有床位、护理、诊查', en: 'Days in a row with nothing but care' },
      unit: '天',
      standard: 3,
      minimum: 2,
      maximum: 30,
    },
    percent: { type: 'int', title: { zh: '这样的住院占', en: 'Share of such stays' }, unit: '%', standard: 30, minimum: 5, maximum: 100 },
    minimum: {
      type: 'int',
      title: { zh: '当月至少出院', en: 'Least discharges of the month' },
      unit: '人',
      standard: 5,
      minimum: 2,
      maximum: 500,
    },
  },
  value: { numerator: sumKnown(choose(ge(field('idleDays'), param('idleDays')), 1, 0)), denominator: countKnown(), form: 'ratio' },
  volume: { of: countKnown(), minimum: param('minimum') },
  against: { kind: 'limit', limit: multiply(param('percent'), 10_000) },
  direction: 'above',
  facts: { stays: { value: countKnown(), form: 'int' }, fund: { value: sumKnown(field('fundFen')), form: 'fen' } },
  contributes: field('idleDays'),
  explain: {
    zh: '{window} 出院 {stays} 人，其中 {numerator} 人连续 {idleDays} 天以上没有检查、治疗、用药，占 {value}；基金支付 {fund} 元。',
    en: '{numerator} of {stays} stays that ended in {window} had {idleDays} days or more without examination, treatment or drugs ({value}); the fund paid {fund} yuan.',
  },
  next: [
    { zh: '夜间查房，核对人在床、床头卡、体温单', en: 'Visit at night: who is in bed, the card, the temperature sheet' },
    {
      zh: '逐份看记录中列出的住院，符合“挂床住院”规则的转线索',
      en: 'Read the stays listed; those that break the rule on bed-hanging become a clue',
    },
  ],
});
