import { and, countDistinct, countKnown, countReaches, deepFreeze, field, ge, gt, multiply, param } from '@hengjian/language';
import { nationalBasis, regulation, rule } from '../../fragments.ts';

/** Millionths of a yuan: the ratio in ten-thousandths times the full price in fen needs no rounding. */
const discounted = multiply(param('secondRatio'), param('fullPrice'));
const undiscounted = gt(field('unitPrice'), discounted);

export default deepFreeze(
  rule({
    id: 'operation-discount',
    code: 'GZ10000102002000',
    title: { zh: '手术项目未按规定折价收费', en: 'Second operation charged without its discount' },
    category: '政策类/医疗服务项目政策限定类',
    certainty: 'clear',
    grain: 'encounter',
    basis: [nationalBasis('手术项目未按规定折价收费'), regulation('第三十八条第（三）项')],
    knowledge: { by: 'item', role: 'code', mode: 'together' },
    knowledgeParams: ['group', 'secondRatio', 'fullPrice'],
    key: [field('encounter'), field('day'), param('group')],
    shape: { kind: 'group', when: and(ge(countDistinct(field('item')), 2), countReaches(undiscounted, 2)) },
    inQuestion: { kind: 'allButFirst', where: undiscounted, by: field('unitPrice'), order: 'largest' },
    money: { kind: 'priceAbove', price: discounted },
    facts: {
      day: { value: field('day'), form: 'day' },
      group: { value: param('group'), form: 'text' },
      kinds: { value: countDistinct(field('item')), form: 'int' },
      above: { value: countKnown(undiscounted), form: 'int' },
      ratio: { value: multiply(param('secondRatio'), 100), form: 'ratio' },
    },
    explain: {
      zh: '{day} 同次手术在「{group}」收取 {kinds} 项，{above} 行高于折价标准（第二项起按全价的 {ratio} 计收）；单价最高的一行除外，其余为疑点。',
      en: '{kinds} operations of group "{group}" on {day}; {above} lines are above the discounted price (from the second on {ratio} of the full price). All but the dearest are in question.',
    },
  }),
);
