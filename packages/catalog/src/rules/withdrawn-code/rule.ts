import { deepFreeze, field, literal } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'withdrawn-code',
    code: 'GZ10000201002000',
    title: { zh: '使用已停用的目录编码', en: 'Charged under a withdrawn code' },
    category: '管理类/信息数据监管类',
    certainty: 'quality',
    basis: [nationalBasis('结算明细信息异常')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    shape: { kind: 'row', when: literal(true) },
    money: { kind: 'none' },
    facts: { day: { value: field('day'), form: 'day' } },
    explain: {
      zh: '「{subject}」的编码在 {day} 已停用[（{constraint}）]，应按现行编码更正。',
      en: 'The code of "{subject}" was withdrawn on {day}[ ({constraint})]; to be corrected.',
    },
  }),
);
