import { coalesce, deepFreeze, eq, field, ge, param } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'idle-stay',
    code: 'DF-01',
    title: { zh: '挂床住院', en: 'Stay without care' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'encounter',
    basis: [regulation('第三十八条第（一）项')],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      minIdleDays: { type: 'int', title: { zh: '连续只有床位护理诊察费的天数达到', en: 'Idle days in a row' }, unit: '天', standard: 3 },
    },
    where: eq(field('setting'), 'inpatient'),
    key: [field('encounter')],
    shape: { kind: 'row', when: ge(field('idleDays'), param('minIdleDays')) },
    facts: {
      idle: { value: field('idleDays'), form: 'int' },
      minIdle: { value: param('minIdleDays'), form: 'int' },
      begun: { value: field('begunDay'), form: 'day' },
      ended: { value: field('endedAt'), form: 'instant' },
    },
    explain: {
      zh: '{begun} 入院[、{ended} 出院]的住院，有连续 {idle} 天只收取床位、护理、诊察费而没有任何药品、检查、化验、治疗或耗材，达到 {minIdle} 天。',
      en: 'In the stay from {begun}[ to {ended}] nothing but bed, nursing and consultation was charged on {idle} days in a row, at least {minIdle}.',
    },
  }),
);
