import { and, coalesce, count, deepFreeze, eq, field, ge, gt, multiply, param, sum, yearStart } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'large-mean-purchase',
    code: 'DF-47',
    title: { zh: '药店次均购药金额过高', en: 'Purchases at pharmacies that are large on average' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'person',
    basis: [regulation('第四十一条')],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      maxMeanFen: { type: 'int', title: { zh: '次均金额上限', en: 'Largest usual mean' }, unit: '分', standard: 50_000 },
      minPurchases: { type: 'int', title: { zh: '最少次数', en: 'Least number of purchases' }, unit: '次', standard: 6 },
    },
    where: eq(field('setting'), 'pharmacy'),
    key: [field('person'), yearStart(field('begunDay'))],
    shape: {
      kind: 'group',
      when: and(ge(count(), param('minPurchases')), gt(sum(field('totalFen')), multiply(count(), param('maxMeanFen')))),
    },
    facts: {
      times: { value: count(), form: 'int' },
      total: { value: sum(field('totalFen')), form: 'fen' },
      mean: { value: param('maxMeanFen'), form: 'fen' },
      year: { value: yearStart(field('begunDay')), form: 'year' },
    },
    explain: {
      zh: '{year} 年药店购药 {times} 次，共 {total} 元，次均超过 {mean} 元。',
      en: '{times} purchases at pharmacies in {year} came to {total} yuan, more than {mean} on average.',
    },
  }),
);
