import { add, and, countKnown, deepFreeze, field, gt, isNull, maximum, multiply, not, param } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'beds-exceeded',
    code: 'DF-40',
    title: { zh: '在院人数超核定床位', en: 'More people in the house than beds' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'provider',
    basis: [regulation('第三十八条第（一）项、第四十条')],
    reads: 'stayDay',
    parameters: {
      tolerancePercent: { type: 'int', title: { zh: '容差', en: 'Tolerance' }, unit: '%', standard: 10 },
    },
    where: and(not(isNull(field('beds'))), gt(field('beds'), 0)),
    key: [field('provider'), field('day')],
    shape: {
      kind: 'group',
      when: gt(multiply(countKnown(), 100), multiply(maximum(field('beds')), add(100, param('tolerancePercent')))),
    },
    money: { kind: 'none' },
    facts: {
      day: { value: field('day'), form: 'day' },
      people: { value: countKnown(), form: 'int' },
      beds: { value: maximum(field('beds')), form: 'int' },
      tolerancePercent: { value: param('tolerancePercent'), form: 'int' },
    },
    explain: {
      zh: '{day} 在院 {people} 人，核定床位 {beds} 张，超过容差 {tolerancePercent}%。',
      en: '{people} people were in the house on {day}, which has {beds} beds; the tolerance of {tolerancePercent}% is exceeded.',
    },
  }),
);
