import { deepFreeze, field } from '@hengjian/language';
import { ageFacts, ageOutside, childCeilings, nationalBasis, rule, upperAge } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'service-age',
    code: 'NC-医疗服务项目限年龄',
    title: { zh: '医疗服务项目限年龄', en: 'Service limited by age' },
    category: '政策类/医疗服务项目政策限定类',
    certainty: 'clear',
    basis: [nationalBasis('医疗服务项目限年龄')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['minAge', 'maxAge', 'unit', 'ageGroup'],
    parameters: childCeilings,
    shape: { kind: 'row', when: ageOutside(field('day'), upperAge) },
    facts: ageFacts(upperAge),
    explain: {
      zh: '「{subject}」限定年龄[，不小于 {minYears} 周岁][，不大于 {maxYears} 周岁][，出生不少于 {minDays} 天][，出生不多于 {maxDays} 天]；收费当日参保人[ {ageYears} 周岁][出生 {ageDays} 天]。',
      en: '"{subject}" is limited by age[, at least {minYears} years][, at most {maxYears} years][, at least {minDays} days old][, at most {maxDays} days old]; the insured person was[ {ageYears} years][ {ageDays} days] old on the day.',
    },
  }),
);
