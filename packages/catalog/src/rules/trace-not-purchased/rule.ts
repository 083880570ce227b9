import { add, deepFreeze, field, isNull, le, monthStart, not } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'trace-not-purchased',
    code: 'DF-20',
    title: { zh: '追溯码流向不符', en: 'A traced pack that the institution never bought' },
    category: '扩展/药品监管类',
    certainty: 'suspect',
    basis: [
      regulation('第三十八条第（五）项、第四十条'),
      { document: '医疗保障基金使用监督管理条例实施细则（国家医保局令第7号）', article: '第九条、第二十七条' },
    ],
    reads: 'stockedTrace',
    where: not(isNull(field('stockMonth'))),
    shape: { kind: 'row', when: le(add(field('openingQuantity'), field('purchasedQuantity')), 0) },
    facts: {
      day: { value: field('day'), form: 'day' },
      code: { value: field('code'), form: 'text' },
      month: { value: monthStart(field('day')), form: 'month' },
    },
    explain: {
      zh: '「{subject}」{day} 结算，追溯码 {code}；机构 {month} 月的进销存里期初和购进都是零。',
      en: '"{subject}" was settled on {day} with trace code {code}; the register of {month} has neither opening stock nor purchases of it.',
    },
  }),
);
