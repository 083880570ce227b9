import { countDistinct, deepFreeze, eq, field, gt, literal, minimum } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'trace-repeated',
    code: 'DF-19',
    title: { zh: '追溯码重复结算', en: 'One trace code settled twice' },
    category: '扩展/药品监管类',
    certainty: 'suspect',
    basis: [
      regulation('第三十八条第（五）项、第四十一条第（三）项'),
      { document: '医疗保障基金使用监督管理条例实施细则（国家医保局令第7号）', article: '第九条、第二十七条' },
    ],
    reads: 'trace',
    exemptions: [
      {
        id: 'split',
        title: { zh: '拆零销售', en: 'Sold by the piece' },
        acts: 'population',
        when: eq({ op: 'coalesce', args: [field('split'), literal(false)] }, true),
      },
    ],
    key: [field('code')],
    shape: { kind: 'group', when: gt(countDistinct(field('line')), 1) },
    inQuestion: { kind: 'allButFirst', where: literal(true), by: field('occurredAt'), order: 'smallest' },
    facts: {
      code: { value: field('code'), form: 'text' },
      times: { value: countDistinct(field('line')), form: 'int' },
      first: { value: minimum(field('occurredAt')), form: 'instant' },
      people: { value: countDistinct(field('person')), form: 'int' },
      places: { value: countDistinct(field('provider')), form: 'int' },
    },
    explain: {
      zh: '追溯码 {code} 结算了 {times} 次，涉及 {people} 人、{places} 家机构，最早在 {first}。',
      en: 'Trace code {code} was settled {times} times, for {people} persons at {places} institutions, first at {first}.',
    },
  }),
);
