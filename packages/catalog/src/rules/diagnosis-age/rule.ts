import { coalesce, dayOf, deepFreeze, field, param } from '@hengjian/language';
import { ageFacts, ageOutside, nationalBasis, rule } from '../../fragments.ts';

const begun = dayOf(field('begunAt'));

export default deepFreeze(
  rule({
    id: 'diagnosis-age',
    code: 'GZ10000204007000',
    title: { zh: '诊断与患者年龄不符', en: 'Diagnosis at odds with age' },
    category: '管理类/行为主体监管类',
    certainty: 'suspect',
    grain: 'encounter',
    basis: [nationalBasis('诊断与患者年龄不符')],
    reads: 'diagnosis',
    on: coalesce(dayOf(field('begunAt')), field('settledDay')),
    knowledge: { by: 'prefix', role: 'code', mode: 'each' },
    knowledgeParams: ['minAge', 'maxAge', 'unit'],
    key: [field('encounter')],
    shape: { kind: 'row', when: ageOutside(begun) },
    facts: { ...ageFacts(param('maxAge'), begun), code: { value: field('code'), form: 'text' } },
    explain: {
      zh: '诊断「{subject}」（{code}）[不见于 {minYears} 周岁以下][不见于 {maxYears} 周岁以上][不见于出生 {minDays} 天以内][不见于出生 {maxDays} 天以后]，就诊时参保人[ {ageYears} 周岁][出生 {ageDays} 天]。',
      en: 'Diagnosis "{subject}" ({code}) is not seen[ before {minYears} years][ after {maxYears} years][ before {minDays} days][ after {maxDays} days] of age; the insured person was[ {ageYears} years][ {ageDays} days] old.',
    },
  }),
);
