import { coalesce, dayOf, deepFreeze, field, ne, param } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'operation-sex',
    code: 'GZ10000201005000',
    title: { zh: '手术操作编码与性别不符', en: 'Operation at odds with sex' },
    category: '管理类/信息数据监管类',
    certainty: 'clear',
    grain: 'encounter',
    basis: [nationalBasis('手术操作编码与性别不符')],
    reads: 'operation',
    on: coalesce(field('day'), dayOf(field('begunAt')), field('settledDay')),
    knowledge: { by: 'prefix', role: 'code', mode: 'each' },
    knowledgeParams: ['sex'],
    key: [field('encounter')],
    shape: { kind: 'row', when: ne(field('sex'), param('sex')) },
    facts: {
      code: { value: field('code'), form: 'text' },
      sex: { value: field('sex'), form: 'sex' },
      required: { value: param('sex'), form: 'sex' },
    },
    explain: {
      zh: '手术操作「{subject}」（{code}）只见于{required}性，参保人性别为{sex}。',
      en: 'Operation "{subject}" ({code}) belongs to {required} patients; the insured person is {sex}.',
    },
  }),
);
