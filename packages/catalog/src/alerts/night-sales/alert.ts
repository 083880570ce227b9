import { choose, countKnown, dayOf, field, ge, lt, multiply, or, param, subtract, sumKnown } from '@hengjian/language';
import { regulation } from '../../fragments.ts';
import { atPharmacy, cellsAlert } from '../fragments.ts';

/** Seconds of the day. */
const clock = subtract(field('settledAt'), multiply(dayOf(field('settledAt')), 86_400));
const night = choose(or(ge(clock, multiply(param('fromHour'), 3600)), lt(clock, multiply(param('toHour'), 3600))), 1, 0);

export default cellsAlert({
  id: 'night-sales',
  title: { zh: '药店深夜刷卡', en: 'Night sales of a pharmacy' },
  monitor: 'pharmacy',
  subject: 'provider',
  basis: [regulation('第三十八条、第四十条')],
  reads: 'settlement',
  where: atPharmacy,
  key: [field('provider')],
  window: { unit: 'month', at: field('settledDay') },
  parameters: {
    fromHour: { type: 'int', title: { zh: '深夜从几点', en: 'Night from' }, unit: '时', standard: 22, minimum: 18, maximum: 24 },
    toHour: { type: 'int', title: { zh: '到几点', en: 'until' }, unit: '时', standard: 6, minimum: 0, maximum: 9 },
    percent: { type: 'int', title: { zh: '深夜笔数占', en: 'Share at night' }, unit: '%', standard: 50, minimum: 5, maximum: 100 },
    minimum: {
      type: 'int',
      title: { zh: '当月至少', en: 'Least settlements of the month' },
      unit: '笔',
      standard: 15,
      minimum: 5,
      maximum: 10_000,
    },
  },
  value: { numerator: sumKnown(night), denominator: countKnown(), form: 'ratio' },
  volume: { of: countKnown(), minimum: param('minimum') },
  against: { kind: 'limit', limit: multiply(param('percent'), 10_000) },
  direction: 'above',
  facts: { sales: { value: countKnown(), form: 'int' }, total: { value: sumKnown(field('totalFen')), form: 'fen' } },
  contributes: multiply(night, field('totalFen')),
  explain: {
    zh: '{window} 结算 {sales} 笔（{total} 元），其中 {numerator} 笔在 {fromHour} 时至次日 {toHour} 时，占 {value}。',
    en: '{numerator} of {sales} settlements of {window} between {fromHour}:00 and {toHour}:00 ({value}).',
  },
  next: [
    { zh: '核对营业时间、夜间值班药师，调取夜间监控', en: 'Check opening hours, the pharmacist on duty, the camera at night' },
    { zh: '看夜间刷的是不是同一批卡、同一批商品', en: 'The same cards, the same goods?' },
  ],
});
