import { add, and, choose, coalesce, dayOf, deepFreeze, field, ge, le, lt, multiply, ne, param, right, subtract } from '@hengjian/language';
import { dischargedStay, nationalBasis, regulation, rule } from '../../fragments.ts';

const nights = subtract(right('endedDay'), right('begunDay'));
const days = choose(lt(nights, 1), 1, nights);
const tests = add(right('examFen'), right('labFen'));
const care = add(right('drugFen'), right('treatmentFen'));

export default deepFreeze(
  rule({
    id: 'unindicated-stay',
    code: 'GZ10000204005000',
    title: { zh: '无指征住院（低标准入院）', en: 'Stay without need' },
    category: '管理类/行为主体监管类',
    certainty: 'suspect',
    grain: 'encounter',
    basis: [nationalBasis('无指征住院'), regulation('第三十八条第（一）项、第（二）项')],
    reads: 'diagnosis',
    on: coalesce(dayOf(field('begunAt')), field('settledDay')),
    knowledge: { by: 'prefix', role: 'code', mode: 'each' },
    parameters: {
      maxDays: { type: 'int', title: { zh: '住院天数不超过', en: 'Days of stay at most' }, unit: '天', standard: 5 },
      minTestPercent: { type: 'int', title: { zh: '检查化验费占比达到', en: 'Share of examinations' }, unit: '%', standard: 60 },
      maxCarePercent: {
        type: 'int',
        title: { zh: '药品治疗手术费占比不超过', en: 'Share of drugs and treatment' },
        unit: '%',
        standard: 20,
      },
      emergencyKinds: {
        type: 'text',
        title: { zh: '急诊转住院的医疗类别（不查）', en: 'med_type of stays from emergency, left out' },
        standard: '24',
      },
    },
    where: and(dischargedStay, field('main')),
    key: [field('encounter')],
    shape: {
      kind: 'pair',
      want: 'present',
      right: { reads: 'encounter' },
      link: [[field('encounter'), field('encounter')]],
      on: and(
        le(days, param('maxDays')),
        ge(multiply(tests, 100), multiply(right('totalFen'), param('minTestPercent'))),
        le(multiply(care, 100), multiply(right('totalFen'), param('maxCarePercent'))),
        ne(coalesce(right('medicalKind'), ''), param('emergencyKinds')),
      ),
    },
    facts: {
      code: { value: field('code'), form: 'text' },
      stayDays: { value: days, form: 'int' },
      total: { value: right('totalFen'), form: 'fen' },
      tests: { value: tests, form: 'fen' },
      care: { value: care, form: 'fen' },
    },
    explain: {
      zh: '主要诊断「{subject}」（{code}）多可在门诊处理，住院 {stayDays} 天总费用 {total} 元，其中检查化验 {tests} 元，药品治疗仅 {care} 元。',
      en: '"{subject}" ({code}) is mostly treated outside; {stayDays} days, {total} yuan, of it {tests} for examinations and only {care} for drugs and treatment.',
    },
  }),
);
