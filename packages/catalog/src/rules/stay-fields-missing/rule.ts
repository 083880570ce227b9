import { choose, coalesce, deepFreeze, type Expression, field, isNull, literal, or } from '@hengjian/language';
import { dischargedStay, nationalBasis, rule } from '../../fragments.ts';

const needed = ['mainDiagnosis', 'department', 'bed', 'dischargeWay', 'practitioner'];
const missing = (name: string): Expression => choose(isNull(field(name)), literal(name), literal(null));

export default deepFreeze(
  rule({
    id: 'stay-fields-missing',
    code: 'GZ10000201001000',
    title: { zh: '结算清单必填项缺失', en: 'Stay without required fields' },
    category: '管理类/信息数据监管类',
    certainty: 'quality',
    grain: 'encounter',
    basis: [nationalBasis('医保结算清单信息异常')],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    where: dischargedStay,
    key: [field('encounter')],
    shape: { kind: 'row', when: or(...needed.map((name) => isNull(field(name)))) },
    money: { kind: 'none' },
    facts: {
      ...Object.fromEntries(needed.map((name) => [`no_${name}`, { value: missing(name), form: 'field' as const }])),
      begun: { value: field('begunDay'), form: 'day' },
    },
    explain: {
      zh: `{begun} 入院的住院缺少必填项${needed.map((name) => `[“{no_${name}}”]`).join('')}，应退回更正。`,
      en: `The stay from {begun} lacks required fields: ${needed.map((name) => `[{no_${name}} ]`).join('')}to be corrected.`,
    },
  }),
);
