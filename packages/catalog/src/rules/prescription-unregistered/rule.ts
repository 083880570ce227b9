import { coalesce, deepFreeze, field, gt, isNull, lt, ne, not, or } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'prescription-unregistered',
    code: 'DF-16',
    title: { zh: '处方号查无处方', en: 'A prescription number that the register does not have' },
    category: '扩展/药品监管类',
    certainty: 'suspect',
    basis: [regulation('第四十条第（二）项'), { document: '处方管理办法（卫生部令第53号）', article: '第十八条' }],
    reads: 'dispensedLine',
    where: not(isNull(field('prescriptionReportedNo'))),
    shape: {
      kind: 'row',
      when: or(
        isNull(field('issuedNo')),
        coalesce(ne(field('issuedPerson'), field('person')), false),
        coalesce(lt(field('day'), field('issuedDay')), false),
        coalesce(gt(field('day'), field('issuedTo')), false),
      ),
    },
    facts: {
      day: { value: field('day'), form: 'day' },
      number: { value: field('prescriptionNo'), form: 'text' },
      issued: { value: field('issuedDay'), form: 'day' },
      to: { value: field('issuedTo'), form: 'day' },
    },
    explain: {
      zh: '「{subject}」{day} 凭处方 {number} 购买，登记中没有这张处方的这个药，或者不是本人、不在有效期[（登记：{issued} 开具][，有效至 {to}）]。',
      en: '"{subject}" was bought on {day} with prescription {number}, which the register does not have for this drug, this person and this day[ (issued {issued}][, valid to {to})].',
    },
  }),
);
