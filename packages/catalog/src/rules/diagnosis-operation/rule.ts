import { coalesce, dayOf, deepFreeze, eq, field, param, right, startsWithAny } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'diagnosis-operation',
    code: 'GZ10000201006000',
    title: { zh: '诊断编码与手术操作编码不符', en: 'Main operation at odds with the main diagnosis' },
    category: '管理类/信息数据监管类',
    certainty: 'suspect',
    grain: 'encounter',
    basis: [nationalBasis('诊断编码与手术操作编码不符')],
    reads: 'operation',
    on: coalesce(field('day'), dayOf(field('begunAt')), field('settledDay')),
    knowledge: { by: 'prefix', role: 'code', mode: 'each' },
    knowledgeParams: ['diagnoses'],
    where: eq(field('main'), true),
    key: [field('encounter')],
    shape: {
      kind: 'pair',
      want: 'present',
      right: { reads: 'diagnosis', where: eq(right('main'), true), none: 'unknown' },
      link: [[field('encounter'), field('encounter')]],
      on: startsWithAny(right('code'), param('diagnoses')),
    },
    facts: { operation: { value: field('code'), form: 'text' }, diagnosis: { value: right('code'), form: 'text' } },
    explain: {
      zh: '主要手术操作「{subject}」（{operation}）与主要诊断 {diagnosis} 不符。',
      en: 'The main operation "{subject}" ({operation}) is at odds with the main diagnosis {diagnosis}.',
    },
  }),
);
