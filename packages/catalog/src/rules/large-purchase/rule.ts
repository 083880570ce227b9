import { coalesce, deepFreeze, eq, field, gt, param } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'large-purchase',
    code: 'DF-47',
    title: { zh: '药店单次大额购药', en: 'Very large purchase at a pharmacy' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'encounter',
    basis: [regulation('第四十条、第四十一条')],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      maxPurchaseFen: { type: 'int', title: { zh: '单次购药金额上限', en: 'Largest usual purchase' }, unit: '分', standard: 200_000 },
    },
    where: eq(field('setting'), 'pharmacy'),
    key: [field('encounter')],
    shape: { kind: 'row', when: gt(field('totalFen'), param('maxPurchaseFen')) },
    facts: {
      total: { value: field('totalFen'), form: 'fen' },
      limit: { value: param('maxPurchaseFen'), form: 'fen' },
      begun: { value: field('begunAt'), form: 'instant' },
    },
    explain: {
      zh: '{begun} 在药店一次购药 {total} 元，超过 {limit} 元。',
      en: 'A purchase of {total} yuan at a pharmacy at {begun}, above {limit} yuan.',
    },
  }),
);
