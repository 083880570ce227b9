import { count, deepFreeze, field, ge, gt, literal } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'duplicate-settlement',
    code: 'DF-33',
    title: { zh: '重复结算', en: 'Settled twice' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'encounter',
    basis: [
      regulation('第四十一条第（二）项'),
      { document: '医疗保障基金使用监督管理条例实施细则（国家医保局令第7号）', article: '第二十七条、第二十九条' },
    ],
    reads: 'settlement',
    on: field('settledDay'),
    where: gt(field('totalFen'), 0),
    key: [field('encounter'), field('totalFen')],
    shape: { kind: 'group', when: ge(count(), 2) },
    inQuestion: { kind: 'allButFirst', where: literal(true), by: field('settledAt'), order: 'smallest' },
    facts: { times: { value: count(), form: 'int' }, total: { value: field('totalFen'), form: 'fen' } },
    explain: {
      zh: '同一次就诊以相同总额 {total} 元结算了 {times} 次，除最早一次外均为疑点。',
      en: 'One encounter was settled {times} times for the same total of {total} yuan; all but the earliest are in question.',
    },
  }),
);
