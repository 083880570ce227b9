import { and, countKnown, eq, field, ge, inList, isNull, maximum, multiply, not, param, subtract, sumKnown } from '@hengjian/language';
import { regulation } from '../../fragments.ts';
import { cellsAlert } from '../fragments.ts';

export default cellsAlert({
  id: 'supply-over',
  title: { zh: '购药天数远超日历天数', en: 'Drugs for far more days than there are' },
  monitor: 'pharmacy',
  subject: 'person',
  basis: [regulation('第十七条、第四十一条')],
  reads: 'line',
  where: and(eq(field('kind'), 'drug'), inList(field('setting'), 'pharmacy', 'outpatient', 'chronic'), not(isNull(field('supplyDays')))),
  key: [field('person'), field('item')],
  window: { unit: 'quarter', at: field('day') },
  parameters: {
    percent: {
      type: 'int',
      title: { zh: '用药天数达到日历天数的', en: 'Days supplied, of the days there are' },
      unit: '%',
      standard: 150,
      minimum: 100,
      maximum: 1000,
    },
    minimum: { type: 'int', title: { zh: '至少购药', en: 'Least purchases' }, unit: '次', standard: 3, minimum: 1, maximum: 100 },
    days: { type: 'int', title: { zh: '一季按多少天', en: 'Days of a quarter' }, unit: '天', standard: 90, minimum: 80, maximum: 92 },
  },
  value: { numerator: sumKnown(field('supplyDays')), denominator: param('days'), form: 'ratio' },
  volume: { of: countKnown(), minimum: param('minimum') },
  against: { kind: 'limit', limit: multiply(param('percent'), 10_000) },
  direction: 'above',
  // what was fetched shortly before the quarter ends is for the next one: the others alone must already last
  also: ge(subtract(sumKnown(field('supplyDays')), maximum(field('supplyDays'))), param('days')),
  facts: { times: { value: countKnown(), form: 'int' }, total: { value: sumKnown(field('amountFen')), form: 'fen' } },
  contributes: field('supplyDays'),
  explain: {
    zh: '{window} 同一药品购 {numerator} 天的量，占日历天数 {value}，共 {total} 元。',
    en: 'Drugs for {numerator} days within {window}: {value} of the days there are, {total} yuan.',
  },
  next: [
    { zh: '看是否在多家机构同时购药', en: 'Bought at several places at once?' },
    { zh: '电话或上门问本人：是否自用、有没有出借医保卡', en: 'Ask the person: own use, card lent?' },
    { zh: '疑似倒卖的转线索', en: 'Suspected resale becomes a clue' },
  ],
});
