import { and, countDistinct, countDistinctKnown, deepFreeze, eq, field, gt, inList, or, param } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'herb-large-prescription',
    code: 'NC-中药饮片超大处方',
    title: { zh: '中药饮片超大处方', en: 'Very large herb prescription' },
    category: '医疗类/药品合理使用类',
    certainty: 'suspect',
    grain: 'prescription',
    basis: [nationalBasis('中药饮片超大处方')],
    parameters: {
      maxKinds: { type: 'int', title: { zh: '一张处方最多饮片味数', en: 'Most kinds in a prescription' }, unit: '种', standard: 20 },
    },
    where: and(eq(field('kind'), 'herb'), inList(field('setting'), 'outpatient', 'chronic', 'emergency')),
    key: [field('encounter'), field('prescriptionNo')],
    shape: {
      kind: 'group',
      when: or(gt(countDistinctKnown(field('item')), param('maxKinds')), gt(countDistinct(field('item')), param('maxKinds'))),
    },
    facts: {
      prescription: { value: field('prescriptionNo'), form: 'text' },
      kinds: { value: countDistinctKnown(field('item')), form: 'int' },
      max: { value: param('maxKinds'), form: 'int' },
    },
    explain: {
      zh: '处方 {prescription} 开了 {kinds} 味中药饮片，超过 {max} 味。',
      en: 'Prescription {prescription} has {kinds} herbs, more than {max}.',
    },
  }),
);
