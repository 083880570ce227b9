import { and, coalesce, deepFreeze, eq, field, gt, inList, le, multiply, ne, not, or, param, right, subtract } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

/** The later visit is in question; of two at once the one with the larger number. */
const later = or(
  gt(field('begunAt'), right('begunAt')),
  and(eq(field('begunAt'), right('begunAt')), gt(field('encounterNo'), right('encounterNo'))),
);

export default deepFreeze(
  rule({
    id: 'visits-too-close',
    code: 'DF-05',
    title: { zh: '就诊时空冲突', en: 'Visits at two places at once' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'encounter',
    basis: [regulation('第四十条第（一）项、第四十一条第（一）项')],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      withinMinutes: {
        type: 'int',
        title: { zh: '两家机构就诊至少相隔的分钟数', en: 'Least minutes between two institutions' },
        unit: '分钟',
        standard: 5,
      },
    },
    where: and(inList(field('setting'), 'outpatient', 'chronic', 'emergency'), not(field('internet'))),
    key: [field('encounter')],
    shape: {
      kind: 'pair',
      want: 'present',
      right: {
        reads: 'encounter',
        where: and(inList(right('setting'), 'outpatient', 'chronic', 'emergency'), not(right('internet'))),
      },
      link: [
        [field('person'), field('person')],
        [field('begunDay'), field('begunDay')],
      ],
      on: and(
        ne(field('provider'), right('provider')),
        later,
        le(subtract(field('begunAt'), right('begunAt')), multiply(param('withinMinutes'), 60)),
      ),
    },
    facts: {
      begun: { value: field('begunAt'), form: 'instant' },
      other: { value: right('encounterNo'), form: 'text' },
      otherBegun: { value: right('begunAt'), form: 'instant' },
      within: { value: param('withinMinutes'), form: 'int' },
    },
    explain: {
      zh: '{begun} 在本机构就诊，而 {otherBegun} 还在另一家机构就诊（就诊号 {other}），相隔不超过 {within} 分钟。',
      en: 'Visited at {begun}; at {otherBegun} the same person was at another institution (encounter {other}), not more than {within} minutes apart.',
    },
  }),
);
