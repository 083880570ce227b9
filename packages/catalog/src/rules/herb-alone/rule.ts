import { and, any, countDistinct, countKnown, deepFreeze, eq, every, field, listed } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'herb-alone',
    code: 'GZ10000101004000',
    title: { zh: '中药饮片单方使用不予支付', en: 'Herb not payable when used alone' },
    category: '政策类/药品政策限定类',
    certainty: 'clear',
    grain: 'prescription',
    basis: [nationalBasis('中药饮片单方使用不予支付')],
    knowledge: { by: 'item', role: 'code', mode: 'list' },
    where: eq(field('kind'), 'herb'),
    key: [field('encounter'), field('prescriptionNo')],
    shape: { kind: 'group', when: and(every(listed), any(listed)) },
    facts: {
      prescription: { value: field('prescriptionNo'), form: 'text' },
      kinds: { value: countDistinct(field('item')), form: 'int' },
      lines: { value: countKnown(), form: 'int' },
    },
    explain: {
      zh: '处方 {prescription} 共 {kinds} 味中药饮片，全部为单方使用不予支付的品种，整张处方不予支付。',
      en: 'All {kinds} herbs of prescription {prescription} are of those not payable when used alone; the whole prescription is not payable.',
    },
  }),
);
