import { coalesce, countDistinctKnown, countKnown, countReaches, deepFreeze, field, param } from '@hengjian/language';
import { nationalBasis, outpatientVisit, plannedVisit, plannedVisits, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'frequent-outpatient-day',
    code: 'GZ10000204002000',
    title: { zh: '单日频繁门诊', en: 'Very frequent outpatient visits on a day' },
    category: '管理类/行为主体监管类',
    certainty: 'suspect',
    grain: 'person',
    basis: [nationalBasis('频繁门诊')],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      minPerDay: { type: 'int', title: { zh: '一天门诊次数达到', en: 'Visits on a day that count as frequent' }, unit: '次', standard: 3 },
      plannedDiagnoses: plannedVisits,
    },
    where: outpatientVisit,
    exemptions: [plannedVisit],
    key: [field('person'), field('begunDay')],
    shape: { kind: 'group', when: countReaches(true, param('minPerDay')) },
    facts: {
      times: { value: countKnown(), form: 'int' },
      minCount: { value: param('minPerDay'), form: 'int' },
      providers: { value: countDistinctKnown(field('provider')), form: 'int' },
      day: { value: field('begunDay'), form: 'day' },
    },
    explain: {
      zh: '{day} 一天门急诊 {times} 次（涉及 {providers} 家机构），达到 {minCount} 次。',
      en: '{times} outpatient visits on {day} (at {providers} institutions), reaching {minCount}.',
    },
  }),
);
