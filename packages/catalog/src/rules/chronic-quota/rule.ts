import { deepFreeze, field, ge, isNull, minimum, multiply, not, or, param, sum, sumKnown, yearStart } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

const quota = minimum(field('quotaFen'));
const reaches = (total: typeof sum) => ge(multiply(total(field('fundFen')), 100), multiply(quota, param('percent')));

export default deepFreeze(
  rule({
    id: 'chronic-quota',
    code: 'DF-43',
    title: { zh: '慢特病限额将尽', en: 'Quota of a chronic disease nearly used' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'person',
    basis: [regulation('第十七条、第三十八条')],
    reads: 'approvedEncounter',
    on: field('settledDay'),
    parameters: {
      percent: { type: 'int', title: { zh: '达到限额的比例', en: 'Share of the quota' }, unit: '%', standard: 90 },
    },
    where: not(isNull(field('quotaFen'))),
    key: [field('person'), field('diseaseCode'), yearStart(field('settledDay'))],
    shape: { kind: 'group', when: or(reaches(sumKnown), reaches(sum)) },
    money: { kind: 'none' },
    facts: {
      year: { value: yearStart(field('settledDay')), form: 'year' },
      disease: { value: field('diseaseCode'), form: 'text' },
      fund: { value: sumKnown(field('fundFen')), form: 'fen' },
      quota: { value: quota, form: 'fen' },
      percent: { value: param('percent'), form: 'int' },
    },
    explain: {
      zh: '{year} 年门诊慢特病 {disease} 基金支付累计 {fund} 元，达到年度限额 {quota} 元的 {percent}%。',
      en: 'In {year} the fund paid {fund} yuan for chronic disease {disease}, at least {percent}% of the quota of {quota} yuan.',
    },
  }),
);
