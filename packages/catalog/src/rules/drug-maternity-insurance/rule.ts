import { and, coalesce, deepFreeze, field, inList, ne, not } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

/** matn_stas 3 妊娠期, 4 哺乳期; 0 未知, 1 and 2 are neither. */
const pregnantOrNursing = inList(coalesce(field('maternity'), ''), '3', '4');

export default deepFreeze(
  rule({
    id: 'drug-maternity-insurance',
    code: 'GZ10000101002000',
    title: { zh: '药品限生育保险', en: 'Drug payable by maternity insurance only' },
    category: '政策类/药品政策限定类',
    certainty: 'clear',
    basis: [nationalBasis('药品限生育保险')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    shape: { kind: 'row', when: and(ne(field('insurance'), 'maternity'), not(pregnantOrNursing)) },
    facts: { insurance: { value: field('insurance'), form: 'insurance' } },
    explain: {
      zh: '「{subject}」限生育保险支付，本次险种为{insurance}，就诊也没有孕产标志。',
      en: '"{subject}" is payable by maternity insurance only; this was {insurance} and the encounter has no maternity mark.',
    },
  }),
);
