import { and, deepFreeze, eq, field, lt, ne, or, right } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'prescription-reused',
    code: 'DF-16',
    title: { zh: '处方重复使用', en: 'One prescription used again' },
    category: '扩展/药品监管类',
    certainty: 'suspect',
    basis: [regulation('第三十八条第（二）项、第四十条'), { document: '处方管理办法（卫生部令第53号）', article: '第十八条' }],
    reads: 'dispensedLine',
    shape: {
      kind: 'pair',
      want: 'present',
      right: { reads: 'dispensedLine' },
      link: [[field('prescriptionNo'), field('prescriptionNo')]],
      on: and(
        ne(field('encounterNo'), right('encounterNo')),
        or(
          lt(right('begunAt'), field('begunAt')),
          and(eq(right('begunAt'), field('begunAt')), lt(right('encounterNo'), field('encounterNo'))),
        ),
      ),
    },
    facts: {
      day: { value: field('day'), form: 'day' },
      number: { value: field('prescriptionNo'), form: 'text' },
      before: { value: right('day'), form: 'day' },
    },
    explain: {
      zh: '「{subject}」{day} 凭处方 {number} 购买，这张处方 {before} 已经用过。',
      en: '"{subject}" was bought on {day} with prescription {number}, which had been used on {before}.',
    },
  }),
);
