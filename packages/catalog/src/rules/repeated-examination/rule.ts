import { and, deepFreeze, eq, field, ge, gt, ne, or, param, right, subtract } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

const later = or(
  gt(field('occurredAt'), right('occurredAt')),
  and(eq(field('occurredAt'), right('occurredAt')), gt(field('encounterNo'), right('encounterNo'))),
);

export default deepFreeze(
  rule({
    id: 'repeated-examination',
    code: 'DF-45',
    title: { zh: '重复检查（互认）', en: 'Examination repeated elsewhere' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    basis: [{ document: '医疗机构检查检验结果互认管理办法（国卫医发〔2022〕6号）' }, regulation('第三十八条第（二）项')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['lookbackDays'],
    where: ne(field('setting'), 'emergency'),
    exemptions: [
      {
        id: 'emergency-before',
        title: { zh: '前一次为急诊检查', en: 'The earlier one was an emergency' },
        acts: 'link',
        when: eq(right('setting'), 'emergency'),
      },
    ],
    shape: {
      kind: 'pair',
      want: 'present',
      right: { reads: 'line', role: 'counter' },
      link: [[field('person'), field('person')]],
      on: and(ne(field('provider'), right('provider')), later, ge(param('lookbackDays'), subtract(field('day'), right('day')))),
    },
    facts: {
      day: { value: field('day'), form: 'day' },
      other: { value: right('encounterNo'), form: 'text' },
      otherDay: { value: right('day'), form: 'day' },
      lookback: { value: param('lookbackDays'), form: 'int' },
    },
    explain: {
      zh: '{day} 的「{subject}」属于互认项目，参保人 {otherDay} 已在另一家机构做过（就诊号 {other}），未超过互认期 {lookback} 天。',
      en: '"{subject}" of {day} is mutually recognised; the same was done elsewhere on {otherDay} (encounter {other}), within {lookback} days.',
    },
  }),
);
