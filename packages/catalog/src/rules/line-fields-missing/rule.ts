import { and, choose, deepFreeze, type Expression, field, isNull, literal, ne, or } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

/** A pharmacy sells without a practitioner's order. */
const noPractitioner = and(isNull(field('practitioner')), ne(field('setting'), 'pharmacy'));
const named = (when: Expression, name: string): Expression => choose(when, literal(name), literal(null));

export default deepFreeze(
  rule({
    id: 'line-fields-missing',
    code: 'GZ10000201002000',
    title: { zh: '结算明细信息缺失', en: 'Charge line without required fields' },
    category: '管理类/信息数据监管类',
    certainty: 'quality',
    basis: [nationalBasis('结算明细信息异常')],
    shape: { kind: 'row', when: or(isNull(field('feeCategory')), isNull(field('kind')), noPractitioner) },
    money: { kind: 'none' },
    facts: {
      day: { value: field('day'), form: 'day' },
      no_practitioner: { value: named(noPractitioner, 'practitioner'), form: 'field' },
      no_feeCategory: { value: named(isNull(field('feeCategory')), 'feeCategory'), form: 'field' },
      no_kind: { value: named(isNull(field('kind')), 'kind'), form: 'field' },
    },
    explain: {
      zh: '「{subject}」{day} 的明细缺少[“{no_practitioner}”][“{no_feeCategory}”][“{no_kind}”]，应退回更正。',
      en: 'The line of "{subject}" on {day} lacks: [{no_practitioner} ][{no_feeCategory} ][{no_kind} ]to be corrected.',
    },
  }),
);
