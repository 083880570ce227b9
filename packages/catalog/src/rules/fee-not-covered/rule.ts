import { deepFreeze, field } from '@hengjian/language';
import { paidByFund, regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'fee-not-covered',
    code: 'DF-29',
    title: { zh: '目录外/非医保费用纳入', en: 'Fee that insurance does not cover' },
    category: '扩展/信息数据监管类',
    certainty: 'clear',
    basis: [regulation('第三十八条第（六）项'), { document: '中华人民共和国社会保险法', article: '第二十八条、第三十条' }],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    shape: { kind: 'row', when: paidByFund },
    money: { kind: 'amount', amount: field('inScopeFen') },
    facts: {
      day: { value: field('day'), form: 'day' },
      inScope: { value: field('inScopeFen'), form: 'fen' },
      fund: { value: field('fundFen'), form: 'fen' },
    },
    explain: {
      zh: '「{subject}」不属于医保支付范围[（{constraint}）]，{day} 的费用有 {inScope} 元纳入了政策范围[，基金支付 {fund} 元]。',
      en: '"{subject}" is not covered[ ({constraint})]; {inScope} yuan of {day} were put in scope[, the fund paid {fund}].',
    },
  }),
);
