import { and, choose, countKnown, eq, field, gt, multiply, param, sumKnown } from '@hengjian/language';
import { regulation } from '../../fragments.ts';
import { atPharmacy, cellsAlert } from '../fragments.ts';

/** Nothing in the sale is covered by the insurance: what an account pays for there is goods, or stands for them. */
const goods = eq(field('inScopeFen'), 0);

export default cellsAlert({
  id: 'account-goods',
  title: { zh: '个人账户变商品', en: 'Personal accounts turned into goods' },
  monitor: 'pharmacy',
  subject: 'provider',
  basis: [regulation('第三十八条第（四）项、第（五）项')],
  reads: 'settlement',
  where: and(atPharmacy, gt(field('accountFen'), 0)),
  key: [field('provider')],
  window: { unit: 'month', at: field('settledDay') },
  parameters: {
    percent: {
      type: 'int',
      title: { zh: '目录外占个人账户支付', en: 'Share of account money outside the catalogue' },
      unit: '%',
      standard: 60,
      minimum: 10,
      maximum: 100,
    },
    minimum: {
      type: 'int',
      title: { zh: '当月目录外至少', en: 'Least sales of the month outside the catalogue' },
      unit: '笔',
      standard: 12,
      minimum: 2,
      maximum: 10_000,
    },
  },
  value: { numerator: sumKnown(choose(goods, field('accountFen'), 0)), denominator: sumKnown(field('accountFen')), form: 'ratio' },
  volume: { of: sumKnown(choose(goods, 1, 0)), minimum: param('minimum') },
  against: { kind: 'limit', limit: multiply(param('percent'), 10_000) },
  direction: 'above',
  facts: {
    sales: { value: countKnown(), form: 'int' },
    outside: { value: sumKnown(choose(goods, 1, 0)), form: 'int' },
    goods: { value: sumKnown(choose(goods, field('accountFen'), 0)), form: 'fen' },
    account: { value: sumKnown(field('accountFen')), form: 'fen' },
  },
  contributes: choose(goods, field('accountFen'), 0),
  explain: {
    zh: '{window} 个人账户支付 {sales} 笔 {account} 元，其中 {outside} 笔 {goods} 元没有一分在医保目录内，占 {value}。',
    en: '{sales} sales of {window} paid {account} yuan from personal accounts; of {outside} of them ({goods} yuan, {value}) nothing is covered.',
  },
  next: [
    { zh: '看明细：卖的是什么，有没有整百元的金额', en: 'Look at the records: what was sold, are there round amounts?' },
    {
      zh: '现场看货架和收银系统：食品、日用品、化妆品用什么编码结算',
      en: 'Look at the shelves and the till: under which codes are food and household goods settled?',
    },
    { zh: '核对进销存和小票，询问购买人', en: 'Compare stock and receipts; ask those who bought' },
  ],
});
