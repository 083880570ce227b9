import { coalesce, dayOf, deepFreeze, field, literal, param, startsWithAny } from '@hengjian/language';
import { dischargedStay, nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'diagnosis-without-care',
    code: 'GZ10000201003000',
    title: { zh: '疾病诊断编码异常', en: 'Diagnosis without any care for it' },
    category: '管理类/信息数据监管类',
    certainty: 'suspect',
    grain: 'encounter',
    basis: [nationalBasis('疾病诊断编码异常')],
    reads: 'diagnosis',
    on: coalesce(dayOf(field('begunAt')), field('settledDay')),
    knowledge: { by: 'prefix', role: 'code', mode: 'each' },
    parameters: {
      historyDiagnoses: {
        type: 'texts',
        title: { zh: '既往史、后遗症类诊断前缀（不查）', en: 'Diagnoses of history, left out' },
        standard: ['Z8', 'Z9', 'I25.2', 'B90', 'B94'],
      },
    },
    where: dischargedStay,
    exemptions: [
      {
        id: 'history',
        title: { zh: '既往史诊断', en: 'History' },
        acts: 'population',
        when: startsWithAny(field('code'), param('historyDiagnoses')),
      },
    ],
    key: [field('encounter')],
    shape: {
      kind: 'pair',
      want: 'absent',
      right: { reads: 'line', role: 'requires' },
      link: [[field('encounter'), field('encounter')]],
      on: literal(true),
    },
    money: { kind: 'none' },
    facts: { code: { value: field('code'), form: 'text' } },
    explain: {
      zh: '诊断「{subject}」（{code}）在本次住院没有任何一项对应的药品、检查、治疗或耗材[（{constraint}）]。',
      en: 'The stay has none of the drugs, examinations, treatments or consumables that belong to diagnosis "{subject}" ({code})[ ({constraint})].',
    },
  }),
);
