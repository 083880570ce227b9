import { deepFreeze, field, ne } from '@hengjian/language';
import { nationalBasis, paidByFund, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'drug-injury-insurance',
    code: 'GZ10000101001000',
    title: { zh: '药品限工伤保险', en: 'Drug payable by work injury insurance only' },
    category: '政策类/药品政策限定类',
    certainty: 'clear',
    basis: [nationalBasis('药品限工伤保险')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    where: paidByFund,
    shape: { kind: 'row', when: ne(field('insurance'), 'injury') },
    facts: { insurance: { value: field('insurance'), form: 'insurance' } },
    explain: {
      zh: '「{subject}」限工伤保险支付，本次由{insurance}支付。',
      en: '"{subject}" is payable by work injury insurance only; this was paid by {insurance}.',
    },
  }),
);
