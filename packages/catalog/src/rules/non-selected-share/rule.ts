import { and, choose, deepFreeze, field, ge, gt, literal, monthStart, multiply, param, sum } from '@hengjian/language';
import { rule } from '../../fragments.ts';

const total = sum(field('quantity'));
const others = sum(choose(param('selected'), literal(0), field('quantity')));

export default deepFreeze(
  rule({
    id: 'non-selected-share',
    code: 'DF-46',
    title: { zh: '集采非中选替代', en: 'Too much of products that were not selected' },
    category: '扩展/药品监管类',
    certainty: 'suspect',
    grain: 'provider',
    basis: [{ document: '国务院办公厅关于推动药品集中带量采购工作常态化制度化开展的意见（国办发〔2021〕2号）' }],
    knowledge: { by: 'item', role: 'code', mode: 'together' },
    knowledgeParams: ['group', 'selected'],
    parameters: {
      maxNonSelectedPercent: {
        type: 'int',
        title: { zh: '未中选产品占比上限', en: 'Largest share not selected' },
        unit: '%',
        standard: 40,
      },
      minQuantity: { type: 'int', title: { zh: '当月最少数量', en: 'Least quantity in the month' }, standard: 10 },
    },
    key: [field('provider'), param('group'), monthStart(field('day'))],
    shape: {
      kind: 'group',
      when: and(
        ge(total, multiply(param('minQuantity'), 10_000)),
        gt(multiply(others, 100), multiply(total, param('maxNonSelectedPercent'))),
      ),
    },
    money: { kind: 'amount', amount: choose(param('selected'), literal(0), field('amountFen')) },
    facts: {
      month: { value: monthStart(field('day')), form: 'month' },
      group: { value: param('group'), form: 'text' },
      total: { value: total, form: 'quantity' },
      others: { value: others, form: 'quantity' },
      most: { value: param('maxNonSelectedPercent'), form: 'int' },
    },
    explain: {
      zh: '{month} 月「{group}」共用 {total}，其中未中选产品 {others}，占比超过 {most}%。',
      en: 'Of {total} of "{group}" in {month}, {others} were not selected: more than {most}%.',
    },
  }),
);
