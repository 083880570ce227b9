import { deepFreeze, field, gt, isNull, not, or, param, subtract } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'settlement-line-sum',
    code: 'GZ10000201001000',
    title: { zh: '结算清单明细合计不符', en: 'Lines do not add up to the total' },
    category: '管理类/信息数据监管类',
    certainty: 'quality',
    grain: 'settlement',
    basis: [nationalBasis('医保结算清单信息异常')],
    reads: 'settlement',
    on: field('settledDay'),
    parameters: {
      toleranceFen: { type: 'int', title: { zh: '允许相差', en: 'Difference allowed' }, unit: '分', standard: 1 },
    },
    where: not(isNull(field('linesFen'))),
    key: [field('settlement')],
    shape: {
      kind: 'row',
      when: or(
        gt(subtract(field('linesFen'), field('totalFen')), param('toleranceFen')),
        gt(subtract(field('totalFen'), field('linesFen')), param('toleranceFen')),
      ),
    },
    money: { kind: 'none' },
    facts: {
      total: { value: field('totalFen'), form: 'fen' },
      linesTotal: { value: field('linesFen'), form: 'fen' },
      gapFen: { value: subtract(field('totalFen'), field('linesFen')), form: 'fen' },
    },
    explain: {
      zh: '总费用 {total} 元，费用明细合计 {linesTotal} 元，相差 {gapFen} 元，应退回更正。',
      en: 'The total is {total} yuan, the lines add up to {linesTotal} yuan, {gapFen} yuan apart; to be corrected.',
    },
  }),
);
