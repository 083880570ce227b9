import { coalesce, dayOf, deepFreeze, field, ne, param } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'diagnosis-sex',
    code: 'GZ10000204006000',
    title: { zh: '诊断与患者性别不符', en: 'Diagnosis at odds with sex' },
    category: '管理类/行为主体监管类',
    certainty: 'clear',
    grain: 'encounter',
    basis: [nationalBasis('诊断与患者性别不符')],
    reads: 'diagnosis',
    on: coalesce(dayOf(field('begunAt')), field('settledDay')),
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
      zh: '诊断「{subject}」（{code}）只见于{required}性，参保人性别为{sex}。',
      en: 'Diagnosis "{subject}" ({code}) belongs to {required} patients; the insured person is {sex}.',
    },
  }),
);
