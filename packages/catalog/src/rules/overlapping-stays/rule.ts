import { and, coalesce, deepFreeze, eq, field, gt, multiply, ne, or, param, right, subtract } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

const grace = multiply(param('graceHours'), 3600);
/** The stay that began later is in question; of two begun at once the one with the larger number. */
const begunLater = or(
  gt(field('begunAt'), right('begunAt')),
  and(eq(field('begunAt'), right('begunAt')), gt(field('encounterNo'), right('encounterNo'))),
);

export default deepFreeze(
  rule({
    id: 'overlapping-stays',
    code: 'DF-03',
    title: { zh: '同时在两家住院', en: 'Stays at two institutions at once' },
    category: '扩展/行为主体监管类',
    certainty: 'clear',
    grain: 'encounter',
    basis: [regulation('第三十八条第（一）项、第四十条第（三）项')],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      graceHours: { type: 'int', title: { zh: '允许重叠的小时数', en: 'Hours of overlap allowed' }, unit: '小时', standard: 0 },
    },
    where: eq(field('setting'), 'inpatient'),
    key: [field('encounter')],
    shape: {
      kind: 'pair',
      want: 'present',
      right: { reads: 'encounter', where: eq(right('setting'), 'inpatient') },
      link: [[field('person'), field('person')]],
      on: and(
        ne(field('provider'), right('provider')),
        begunLater,
        gt(subtract(field('endedAt'), field('begunAt')), grace),
        gt(subtract(right('endedAt'), field('begunAt')), grace),
      ),
    },
    facts: {
      begun: { value: field('begunAt'), form: 'instant' },
      other: { value: right('encounterNo'), form: 'text' },
      otherBegun: { value: right('begunAt'), form: 'instant' },
      otherEnded: { value: right('endedAt'), form: 'ended' },
    },
    explain: {
      zh: '本次 {begun} 入院时，参保人正在另一家机构住院（就诊号 {other}，{otherBegun} 入院，{otherEnded}）。',
      en: 'When this stay began at {begun} the insured person was in another institution (encounter {other}, {otherBegun} to {otherEnded}).',
    },
  }),
);
