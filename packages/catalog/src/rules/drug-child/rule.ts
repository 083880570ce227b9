import { deepFreeze } from '@hengjian/language';
import { ageGroupRule } from '../../families.ts';

export default deepFreeze(
  ageGroupRule({
    id: 'drug-child',
    code: 'GZ10000101007000',
    title: { zh: '药品限儿童使用', en: 'Drug restricted to children' },
    category: '政策类/药品政策限定类',
    explain: {
      zh: '「{subject}」限儿童使用[，不小于 {minYears} 周岁][，不大于 {maxYears} 周岁][，出生不少于 {minDays} 天][，出生不多于 {maxDays} 天]；收费当日参保人[ {ageYears} 周岁][出生 {ageDays} 天]。',
      en: '"{subject}" is limited by age[, at least {minYears} years][, at most {maxYears} years][, at least {minDays} days old][, at most {maxDays} days old]; the insured person was[ {ageYears} years][ {ageDays} days] old on the day.',
    },
  }),
);
