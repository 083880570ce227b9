import { and, choose, coalesce, deepFreeze, eq, field, inList, isNull, literal, param, sumExceeds, sumKnown } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

/** A limit is one of days or, where the point tells none, of billing units. */
const inUnits = isNull(param('maxDays'));
const used = choose(inUnits, field('quantity'), field('supplyDays'));
const limit = coalesce(param('maxDays'), param('max'));

export default deepFreeze(
  rule({
    id: 'drug-prescription-limit',
    code: 'GZ10000101009000',
    title: { zh: '药品限最大开药天数/开药量（按药品）', en: 'More of a drug on a prescription than its own limit' },
    category: '政策类/药品政策限定类',
    certainty: 'clear',
    grain: 'prescription',
    basis: [nationalBasis('药品限最大开药天数/开药量'), { document: '处方管理办法（卫生部令第53号）', article: '第二十三条至第二十六条' }],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['maxDays', 'max'],
    where: and(eq(field('kind'), 'drug'), inList(field('setting'), 'outpatient', 'emergency', 'chronic')),
    key: [field('encounter'), field('prescriptionNo')],
    shape: { kind: 'group', when: sumExceeds(used, limit) },
    money: { kind: 'excess', quantity: used, limit },
    facts: {
      prescription: { value: field('prescriptionNo'), form: 'text' },
      days: { value: choose(inUnits, literal(null), sumKnown(field('supplyDays'))), form: 'int' },
      maxDays: { value: param('maxDays'), form: 'int' },
      quantity: { value: choose(inUnits, sumKnown(field('quantity')), literal(null)), form: 'quantity' },
      max: { value: choose(inUnits, param('max'), literal(null)), form: 'quantity' },
    },
    explain: {
      zh: '处方 {prescription} 的「{subject}」合计[开药 {days} 天，超过 {maxDays} 天][开药 {quantity}，超过 {max}]。',
      en: 'Prescription {prescription} has[ {days} days, more than {maxDays},][ {quantity}, more than {max},] of "{subject}".',
    },
  }),
);
