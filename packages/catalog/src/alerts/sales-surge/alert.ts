import { and, countKnown, field, gt, param, sumKnown } from '@hengjian/language';
import { regulation } from '../../fragments.ts';
import { atPharmacy, cellsAlert, scoreParameter, usualParameters } from '../fragments.ts';

export default cellsAlert({
  id: 'sales-surge',
  title: { zh: '药店集中划卡', en: 'Cards clustered in one hour at a pharmacy' },
  monitor: 'pharmacy',
  subject: 'provider',
  live: true,
  basis: [regulation('第三十八条、第四十条')],
  reads: 'settlement',
  where: and(atPharmacy, gt(field('totalFen'), 0)),
  key: [field('provider')],
  window: { unit: 'hour', at: field('settledAt') },
  parameters: {
    ...usualParameters({ zh: '同一钟点', en: 'same hours' }, 28, 7),
    score: scoreParameter(6000),
    minimum: {
      type: 'int',
      title: { zh: '一小时至少多少笔', en: 'Least settlements in the hour' },
      unit: '笔',
      standard: 8,
      minimum: 2,
      maximum: 500,
    },
    spread: { type: 'int', title: { zh: '离散度不小于', en: 'Least spread' }, unit: '笔', standard: 1, minimum: 1, maximum: 50 },
  },
  value: { numerator: countKnown(), form: 'int' },
  volume: { of: countKnown(), minimum: param('minimum') },
  against: { kind: 'own', step: 24, back: param('back'), least: param('least'), score: param('score'), floor: param('spread') },
  direction: 'above',
  facts: { total: { value: sumKnown(field('totalFen')), form: 'fen' }, account: { value: sumKnown(field('accountFen')), form: 'fen' } },
  contributes: field('totalFen'),
  explain: {
    zh: '{window} 结算 {value} 笔（共 {total} 元，其中个人账户 {account} 元），这一钟点平常约 {expected} 笔。',
    en: '{value} settlements at {window} ({total} yuan, {account} from personal accounts); about {expected} are usual at that hour.',
  },
  next: [
    { zh: '看明细：是否同一金额、同一药品、同一批人', en: 'Look at the records: one amount, one drug, the same people?' },
    {
      zh: '问药店当天有无促销、义诊、集中配送，调取当时监控和销售小票',
      en: 'Ask about promotions or deliveries that day; get the camera record and receipts',
    },
    { zh: '核对进销存和追溯码出库时间', en: 'Compare stock and the moments the trace codes went out' },
  ],
});
