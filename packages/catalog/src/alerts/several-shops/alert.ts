import { and, countDistinctKnown, countKnown, eq, field, param, sumKnown } from '@hengjian/language';
import { regulation } from '../../fragments.ts';
import { atPharmacy, cellsAlert } from '../fragments.ts';

export default cellsAlert({
  id: 'several-shops',
  title: { zh: '同一药品多家药店购买', en: 'One drug from several pharmacies' },
  monitor: 'pharmacy',
  subject: 'person',
  basis: [regulation('第十七条、第四十一条')],
  reads: 'line',
  where: and(atPharmacy, eq(field('kind'), 'drug')),
  key: [field('person'), field('item')],
  window: { unit: 'month', at: field('day') },
  parameters: {
    shops: { type: 'int', title: { zh: '药店数达到', en: 'Pharmacies' }, unit: '家', standard: 3, minimum: 2, maximum: 50 },
    minimum: { type: 'int', title: { zh: '至少购药', en: 'Least purchases' }, unit: '次', standard: 3, minimum: 2, maximum: 100 },
  },
  value: { numerator: countDistinctKnown(field('provider')), form: 'int' },
  volume: { of: countKnown(), minimum: param('minimum') },
  against: { kind: 'limit', limit: param('shops') },
  direction: 'above',
  facts: {
    purchases: { value: countKnown(), form: 'int' },
    total: { value: sumKnown(field('amountFen')), form: 'fen' },
    fund: { value: sumKnown(field('fundFen')), form: 'fen' },
  },
  contributes: field('amountFen'),
  explain: {
    zh: '{window} 同一药品在 {value} 家药店购买 {purchases} 次，共 {total} 元。',
    en: 'One drug bought {purchases} times at {value} pharmacies in {window}: {total} yuan.',
  },
  next: [
    { zh: '看几家药店的时间间隔和用药天数', en: 'Look at the times between the shops and the days supplied' },
    { zh: '与“购药天数远超日历天数”“卡聚集”的事项对照', en: 'Compare with stories of oversupply and clustered cards' },
  ],
});
