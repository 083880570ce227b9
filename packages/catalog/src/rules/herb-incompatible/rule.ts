import { deepFreeze, eq, field, ne, right } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'herb-incompatible',
    code: 'GZ10000301012000',
    title: { zh: '中药饮片配伍禁忌', en: 'Herbs that must not go together' },
    category: '医疗类/药品合理使用类',
    certainty: 'suspect',
    grain: 'prescription',
    basis: [nationalBasis('中药饮片配伍禁忌'), { document: '中华人民共和国药典（一部）' }],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    where: eq(field('kind'), 'herb'),
    key: [field('encounter'), field('prescriptionNo')],
    shape: {
      kind: 'pair',
      want: 'present',
      right: { reads: 'line', role: 'counter' },
      link: [
        [field('encounter'), field('encounter')],
        [field('prescriptionNo'), field('prescriptionNo')],
      ],
      on: ne(field('item'), right('item')),
    },
    facts: {
      prescription: { value: field('prescriptionNo'), form: 'text' },
      other: { value: right('lineNo'), form: 'line' },
    },
    explain: {
      zh: '处方 {prescription} 中「{subject}」与{other}属配伍禁忌[（{constraint}）]。',
      en: 'In prescription {prescription} "{subject}" must not go together with {other}[ ({constraint})].',
    },
  }),
);
