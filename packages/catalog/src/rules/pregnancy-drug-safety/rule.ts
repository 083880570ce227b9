import { coalesce, deepFreeze, field, inList } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'pregnancy-drug-safety',
    code: 'GZ10000301010000',
    title: { zh: '妊娠期及哺乳期用药安全', en: 'Drug unsafe in pregnancy or while nursing' },
    category: '医疗类/药品合理使用类',
    certainty: 'suspect',
    basis: [nationalBasis('妊娠期及哺乳期用药安全')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    shape: { kind: 'row', when: inList(coalesce(field('maternity'), ''), '3', '4') },
    facts: { day: { value: field('day'), form: 'day' } },
    explain: {
      zh: '「{subject}」妊娠期、哺乳期禁用，{day} 的就诊登记为妊娠期或哺乳期。',
      en: '"{subject}" is forbidden in pregnancy and while nursing; the encounter of {day} is marked as such.',
    },
  }),
);
