import { add, and, deepFreeze, field, gt, isNull, not, or, param, subtract } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

const paid = add(add(field('fundFen'), field('accountFen')), field('cashFen'));

export default deepFreeze(
  rule({
    id: 'settlement-payment-sum',
    code: 'GZ10000201001000',
    title: { zh: '结算清单支付合计不符', en: 'Payments do not add up to the total' },
    category: '管理类/信息数据监管类',
    certainty: 'quality',
    grain: 'settlement',
    basis: [nationalBasis('医保结算清单信息异常')],
    reads: 'settlement',
    on: field('settledDay'),
    parameters: {
      toleranceFen: { type: 'int', title: { zh: '允许相差', en: 'Difference allowed' }, unit: '分', standard: 1 },
    },
    where: and(not(isNull(field('accountFen'))), not(isNull(field('cashFen')))),
    key: [field('settlement')],
    shape: {
      kind: 'row',
      when: or(gt(subtract(paid, field('totalFen')), param('toleranceFen')), gt(subtract(field('totalFen'), paid), param('toleranceFen'))),
    },
    money: { kind: 'none' },
    facts: {
      total: { value: field('totalFen'), form: 'fen' },
      fund: { value: field('fundFen'), form: 'fen' },
      account: { value: field('accountFen'), form: 'fen' },
      cash: { value: field('cashFen'), form: 'fen' },
      paid: { value: paid, form: 'fen' },
    },
    explain: {
      zh: '总费用 {total} 元，而基金支付 {fund} 元、个人账户 {account} 元、个人现金 {cash} 元合计 {paid} 元，两者不等，应退回更正。',
      en: 'The total is {total} yuan, but fund {fund}, account {account} and cash {cash} add up to {paid} yuan; to be corrected.',
    },
  }),
);
