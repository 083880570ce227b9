import { deepFreeze } from '@hengjian/language';
import { childrenOnlyRule } from '../../families.ts';

export default deepFreeze(
  childrenOnlyRule({
    id: 'drug-child-only',
    code: 'GZ10000301002000',
    title: { zh: '药品儿童专用', en: 'Preparation for children only' },
    category: '医疗类/药品合理使用类',
    explain: {
      zh: '「{subject}」为儿童专用药[，不大于 {maxYears} 周岁][，出生不多于 {maxDays} 天]；收费当日参保人[ {ageYears} 周岁][出生 {ageDays} 天]。',
      en: '"{subject}" is for children only[, at most {maxYears} years][, at most {maxDays} days old]; the insured person was[ {ageYears} years][ {ageDays} days] old on the day.',
    },
  }),
);
