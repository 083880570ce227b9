import { and, coalesce, countDistinctKnown, deepFreeze, eq, field, ge, isNull, not, param } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'household-stays',
    code: 'DF-48',
    title: { zh: '同住址聚集住院', en: 'People of one address admitted together' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'encounter',
    basis: [regulation('第三十八条第（一）项、第四十条第（一）项')],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      minPersons: { type: 'int', title: { zh: '同日入住人数达到', en: 'Persons admitted on the day' }, unit: '人', standard: 3 },
    },
    where: and(eq(field('setting'), 'inpatient'), not(isNull(field('address')))),
    key: [field('provider'), field('begunDay'), field('address')],
    shape: { kind: 'group', when: ge(countDistinctKnown(field('person')), param('minPersons')) },
    facts: {
      persons: { value: countDistinctKnown(field('person')), form: 'int' },
      day: { value: field('begunDay'), form: 'day' },
    },
    explain: {
      zh: '{day} 同一住址的 {persons} 人入住同一家机构。',
      en: '{persons} people of one address were admitted to one institution on {day}.',
    },
  }),
);
