import { and, countDistinct, countDistinctKnown, deepFreeze, eq, field, gt, inList, or, param } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'drug-kinds',
    code: 'GZ10000202004000',
    title: { zh: '药品种类超标', en: 'Too many kinds of drugs on a prescription' },
    category: '管理类/药品监管类',
    certainty: 'suspect',
    grain: 'prescription',
    basis: [nationalBasis('药品种类超标'), { document: '处方管理办法（卫生部令第53号）', article: '第六条第（七）项' }],
    parameters: {
      maxKinds: { type: 'int', title: { zh: '一张处方最多药品种数', en: 'Most kinds on a prescription' }, unit: '种', standard: 5 },
    },
    where: and(eq(field('kind'), 'drug'), inList(field('setting'), 'outpatient', 'chronic', 'emergency')),
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
      zh: '处方 {prescription} 开了 {kinds} 种西药、中成药，超过 {max} 种。',
      en: 'Prescription {prescription} has {kinds} kinds of western and patent medicine, more than {max}.',
    },
  }),
);
