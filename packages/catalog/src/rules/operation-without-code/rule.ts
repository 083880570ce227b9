import { deepFreeze, field, param, right, startsWithAny } from '@hengjian/language';
import { dischargedStay, nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'operation-without-code',
    code: 'GZ10000201004000',
    title: { zh: '收取手术费无手术编码', en: 'Operation charged but not coded' },
    category: '管理类/信息数据监管类',
    certainty: 'quality',
    basis: [nationalBasis('手术操作编码异常')],
    // the knowledge of operation-without-charge, read from its other side
    knowledge: { by: 'item', role: 'requires', mode: 'each' },
    knowledgeParams: ['operations'],
    where: dischargedStay,
    shape: {
      kind: 'pair',
      want: 'absent',
      right: { reads: 'operation' },
      link: [[field('encounter'), field('encounter')]],
      on: startsWithAny(right('code'), param('operations')),
    },
    money: { kind: 'none' },
    facts: { day: { value: field('day'), form: 'day' }, operations: { value: param('operations'), form: 'texts' } },
    explain: {
      zh: '{day} 收取了「{subject}」的手术费，结算清单没有填报对应的手术操作（编码以 {operations} 开头），应退回更正。',
      en: 'The operation "{subject}" was charged on {day}; the list has no such code ({operations}); to be corrected.',
    },
  }),
);
