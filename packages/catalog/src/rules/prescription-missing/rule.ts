import { deepFreeze, eq, field, isNull } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'prescription-missing',
    code: 'DF-16',
    title: { zh: '处方药无处方', en: 'Prescription drug sold without a prescription' },
    category: '扩展/药品监管类',
    certainty: 'suspect',
    basis: [regulation('第十五条、第四十条'), { document: '零售药店医疗保障定点管理暂行办法（国家医保局令第3号）' }],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    where: eq(field('setting'), 'pharmacy'),
    shape: { kind: 'row', when: isNull(field('prescriptionNo')) },
    facts: {
      day: { value: field('day'), form: 'day' },
      quantity: { value: field('quantity'), form: 'quantity' },
    },
    explain: {
      zh: '「{subject}」须凭处方销售，{day} 在药店售出[ {quantity} 个单位]，没有处方号。',
      en: '"{subject}" needs a prescription; it was sold at a pharmacy on {day}[ ({quantity})] without one.',
    },
  }),
);
