import { deepFreeze } from '@hengjian/language';
import { ageFacts, ageOutside, nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'drug-elderly-safety',
    code: 'GZ10000301009000',
    title: { zh: '老年人用药安全', en: 'Drug unsafe for the elderly' },
    category: '医疗类/药品合理使用类',
    certainty: 'suspect',
    basis: [nationalBasis('老年人用药安全')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['minAge', 'maxAge', 'unit'],
    shape: { kind: 'row', when: ageOutside() },
    facts: ageFacts(),
    explain: {
      zh: '「{subject}」老年人禁用[，可用年龄不小于 {minYears} 周岁][，可用年龄不大于 {maxYears} 周岁][，出生不少于 {minDays} 天][，出生不多于 {maxDays} 天]；收费当日参保人[ {ageYears} 周岁][出生 {ageDays} 天]。',
      en: '"{subject}" is not for this age[, from {minYears} years on][, up to {maxYears} years][, from {minDays} days on][, up to {maxDays} days]; the insured person was[ {ageYears} years][ {ageDays} days] old on the day.',
    },
  }),
);
