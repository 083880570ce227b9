import { countKnown, countReaches, deepFreeze, eq, field, param, yearStart } from '@hengjian/language';
import { nationalBasis, plannedStays, rule } from '../../fragments.ts';
import { plannedCycle, stayDay } from '../../stays.ts';

export default deepFreeze(
  rule({
    id: 'frequent-stays',
    code: 'GZ10000204004000',
    title: { zh: '频繁住院', en: 'Very frequent stays' },
    category: '管理类/行为主体监管类',
    certainty: 'suspect',
    grain: 'person',
    basis: [nationalBasis('频繁住院')],
    reads: 'encounter',
    on: stayDay,
    parameters: {
      minCount: { type: 'int', title: { zh: '一年内住院次数达到', en: 'Stays in a year that count as frequent' }, unit: '次', standard: 6 },
      plannedDiagnoses: plannedStays,
    },
    where: eq(field('setting'), 'inpatient'),
    exemptions: [plannedCycle()],
    key: [field('person'), yearStart(field('begunDay'))],
    shape: { kind: 'group', when: countReaches(true, param('minCount')) },
    facts: {
      times: { value: countKnown(), form: 'int' },
      minCount: { value: param('minCount'), form: 'int' },
      year: { value: yearStart(field('begunDay')), form: 'year' },
    },
    explain: {
      zh: '{year} 年住院 {times} 次（不含计划性放化疗、透析），达到 {minCount} 次。',
      en: '{times} stays in {year} (planned cycles not counted), reaching {minCount}.',
    },
  }),
);
