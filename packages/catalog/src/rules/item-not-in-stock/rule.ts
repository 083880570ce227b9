import { and, deepFreeze, field, isNull, memberOf, monthStart, not, param } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'item-not-in-stock',
    code: 'DF-28',
    title: { zh: '串换药品（结算编码不在进销存）', en: 'Settled under a code that the stock register does not have' },
    category: '扩展/药品监管类',
    certainty: 'suspect',
    basis: [regulation('第十六条、第三十八条第（四）项')],
    reads: 'stockedLine',
    parameters: {
      stockKinds: { type: 'texts', title: { zh: '管理进销存的类别', en: 'Kinds of goods with a stock register' }, standard: ['drug'] },
    },
    where: and(memberOf(field('kind'), param('stockKinds')), not(isNull(field('stockReportedMonth')))),
    shape: { kind: 'row', when: isNull(field('stockMonth')) },
    facts: {
      day: { value: field('day'), form: 'day' },
      month: { value: monthStart(field('day')), form: 'month' },
      quantity: { value: field('quantity'), form: 'quantity' },
    },
    explain: {
      zh: '「{subject}」{day} 结算[ {quantity}]，机构 {month} 月的进销存里没有这个编码。',
      en: '"{subject}" was settled on {day}[ ({quantity})]; the register of stock of {month} does not have this code.',
    },
  }),
);
