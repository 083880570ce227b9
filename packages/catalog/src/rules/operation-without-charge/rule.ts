import { coalesce, dayOf, deepFreeze, field, literal } from '@hengjian/language';
import { dischargedStay, nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'operation-without-charge',
    code: 'GZ10000201004000',
    title: { zh: '手术编码无对应收费', en: 'Operation coded but not charged' },
    category: '管理类/信息数据监管类',
    certainty: 'suspect',
    grain: 'encounter',
    basis: [nationalBasis('手术操作编码异常')],
    reads: 'operation',
    on: coalesce(field('day'), dayOf(field('begunAt')), field('settledDay')),
    knowledge: { by: 'prefix', role: 'code', mode: 'each' },
    where: dischargedStay,
    key: [field('encounter')],
    shape: {
      kind: 'pair',
      want: 'absent',
      right: { reads: 'line', role: 'requires' },
      link: [[field('encounter'), field('encounter')]],
      on: literal(true),
    },
    money: { kind: 'none' },
    facts: { code: { value: field('code'), form: 'text' }, day: { value: field('day'), form: 'day' } },
    explain: {
      zh: '填报了手术操作「{subject}」（{code}）[，日期 {day}]，但本次住院没有收取任何一项对应的手术费。',
      en: 'Operation "{subject}" ({code})[ of {day}] is coded, but none of its charges was made in the stay.',
    },
  }),
);
