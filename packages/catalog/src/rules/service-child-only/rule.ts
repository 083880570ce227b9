import { deepFreeze, gt } from '@hengjian/language';
import { ageIn, childCeilings, rule, upperAge, upperAgeFacts } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'service-child-only',
    code: 'GZ10000302003000',
    title: { zh: '医疗服务项目儿童专用', en: 'Service for children only' },
    category: '医疗类/医疗服务项目合理使用类',
    certainty: 'clear',
    basis: [{ document: '医疗保障基金智能监管规则库(2025年版)', article: '医疗服务项目儿童专用' }],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['maxAge', 'unit', 'ageGroup'],
    parameters: childCeilings,
    shape: { kind: 'row', when: gt(ageIn(), upperAge) },
    facts: upperAgeFacts,
    explain: {
      zh: '「{subject}」为儿童专用项目[,不大于 {maxYears} 周岁][,出生不多于 {maxDays} 天];收费当日参保人[ {ageYears} 周岁][出生 {ageDays} 天]。',
      en: '"{subject}" is a service for children only[, at most {maxYears} years][, at most {maxDays} days old]; the insured person was[ {ageYears} years][ {ageDays} days] old on the day.',
    },
  }),
);
