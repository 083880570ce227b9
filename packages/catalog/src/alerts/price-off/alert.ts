import { and, countKnown, eq, field, gt, param, sumKnown } from '@hengjian/language';
import { regulation } from '../../fragments.ts';
import { cellsAlert, scoreParameter } from '../fragments.ts';

export default cellsAlert({
  id: 'price-off',
  title: { zh: '价格偏离地区中位数', en: 'Price off the regional median' },
  monitor: 'items',
  subject: 'provider',
  basis: [regulation('第十五条、第三十八条第（三）项')],
  reads: 'line',
  where: and(eq(field('kind'), 'drug'), gt(field('quantity'), 0), gt(field('amountFen'), 0)),
  key: [field('provider'), field('item')],
  window: { unit: 'quarter', at: field('day') },
  parameters: {
    minimum: { type: 'int', title: { zh: '至少多少条明细', en: 'Least charge lines' }, unit: '条', standard: 8, minimum: 3, maximum: 1000 },
    least: {
      type: 'int',
      title: { zh: '至少有多少家可比', en: 'Least institutions to compare with' },
      unit: '家',
      standard: 3,
      minimum: 2,
      maximum: 100,
    },
    score: scoreParameter(5000),
    spread: {
      type: 'int',
      title: { zh: '离散度不小于（万分之一元）', en: 'Least spread (ten-thousandths of a yuan)' },
      standard: 10_000,
      minimum: 100,
      maximum: 10_000_000,
    },
  },
  // 分 ÷ 万分之一单位：百万分之一的比值即万分之一元
  value: { numerator: sumKnown(field('amountFen')), denominator: sumKnown(field('quantity')), form: 'mean' },
  volume: { of: countKnown(), minimum: param('minimum') },
  against: { kind: 'peers', of: [field('item'), field('level')], least: param('least'), score: param('score'), floor: param('spread') },
  direction: 'above',
  facts: { lines: { value: countKnown(), form: 'int' }, total: { value: sumKnown(field('amountFen')), form: 'fen' } },
  contributes: field('amountFen'),
  explain: {
    zh: '{subject} {window} 均价 {value} 元（{lines} 条，{total} 元），同级机构中位价 {expected} 元。',
    en: '{subject}: mean price {value} yuan in {window} ({lines} lines, {total} yuan); the median of institutions of its class is {expected}.',
  },
  next: [
    { zh: '核对挂网价、集采中选价和进货发票', en: 'Compare the listed and the selected price with the invoices' },
    { zh: '看是否规格、包装不同却用了同一编码', en: 'Another pack under the same code?' },
  ],
});
