import { coalesce, countKnown, countReaches, deepFreeze, field, monthStart, param } from '@hengjian/language';
import { nationalBasis, outpatientVisit, plannedVisit, plannedVisits, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'frequent-outpatient',
    code: 'GZ10000204002000',
    title: { zh: '频繁门诊', en: 'Very frequent outpatient visits in a month' },
    category: '管理类/行为主体监管类',
    certainty: 'suspect',
    grain: 'person',
    basis: [nationalBasis('频繁门诊')],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      minPerMonth: {
        type: 'int',
        title: { zh: '一个自然月门诊次数达到', en: 'Visits in a month that count as frequent' },
        unit: '次',
        standard: 15,
      },
      plannedDiagnoses: plannedVisits,
    },
    where: outpatientVisit,
    exemptions: [plannedVisit],
    key: [field('person'), monthStart(field('begunDay'))],
    shape: { kind: 'group', when: countReaches(true, param('minPerMonth')) },
    facts: {
      times: { value: countKnown(), form: 'int' },
      minCount: { value: param('minPerMonth'), form: 'int' },
      month: { value: monthStart(field('begunDay')), form: 'month' },
    },
    explain: {
      zh: '{month} 月门急诊 {times} 次（不含透析、康复、换药、放化疗），达到 {minCount} 次。',
      en: '{times} outpatient visits in {month} (planned ones not counted), reaching {minCount}.',
    },
  }),
);
