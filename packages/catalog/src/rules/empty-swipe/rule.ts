import { and, deepFreeze, field, gt, isNull, ne } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'empty-swipe',
    code: 'DF-14',
    title: { zh: '空刷（结算没有明细）', en: 'Settled without a single line' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'settlement',
    basis: [regulation('第三十九条、第四十条第（三）项')],
    reads: 'settlement',
    on: field('settledDay'),
    where: and(ne(field('setting'), 'inpatient'), isNull(field('linesFen'))),
    key: [field('settlement')],
    shape: { kind: 'row', when: gt(field('totalFen'), 0) },
    facts: {
      at: { value: field('settledAt'), form: 'instant' },
      total: { value: field('totalFen'), form: 'fen' },
      setting: { value: field('setting'), form: 'setting' },
    },
    explain: {
      zh: '{at} 结算[（{setting}）] {total} 元，没有一行费用明细。',
      en: '{total} yuan were settled at {at}[ ({setting})] without a single line.',
    },
  }),
);
