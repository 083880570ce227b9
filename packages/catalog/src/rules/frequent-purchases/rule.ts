import { coalesce, count, countKnown, deepFreeze, eq, field, gt, monthStart, or, param } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'frequent-purchases',
    code: 'GZ10000204003000',
    title: { zh: '频繁购药', en: 'Very frequent purchases at pharmacies' },
    category: '管理类/行为主体监管类',
    certainty: 'suspect',
    grain: 'person',
    basis: [nationalBasis('频繁购药')],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      maxPerMonth: { type: 'int', title: { zh: '一个自然月最多购药次数', en: 'Most purchases in a month' }, unit: '次', standard: 10 },
    },
    where: eq(field('setting'), 'pharmacy'),
    key: [field('person'), monthStart(field('begunDay'))],
    shape: { kind: 'group', when: or(gt(countKnown(), param('maxPerMonth')), gt(count(), param('maxPerMonth'))) },
    facts: {
      times: { value: countKnown(), form: 'int' },
      max: { value: param('maxPerMonth'), form: 'int' },
      month: { value: monthStart(field('begunDay')), form: 'month' },
    },
    explain: {
      zh: '{month} 月药店购药 {times} 次，超过 {max} 次。',
      en: '{times} purchases at pharmacies in {month}, more than {max}.',
    },
  }),
);
