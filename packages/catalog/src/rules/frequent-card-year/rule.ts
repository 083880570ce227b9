import { coalesce, count, countKnown, deepFreeze, eq, field, gt, or, param, yearStart } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'frequent-card-year',
    code: 'DF-47',
    title: { zh: '药店全年购药次数过多', en: 'Very many purchases at pharmacies in a year' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'person',
    basis: [regulation('第四十一条'), { document: '零售药店医疗保障定点管理暂行办法（国家医保局令第3号）' }],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      maxPerYear: { type: 'int', title: { zh: '一个自然年最多购药次数', en: 'Most purchases in a year' }, unit: '次', standard: 50 },
    },
    where: eq(field('setting'), 'pharmacy'),
    key: [field('person'), yearStart(field('begunDay'))],
    shape: { kind: 'group', when: or(gt(countKnown(), param('maxPerYear')), gt(count(), param('maxPerYear'))) },
    facts: {
      times: { value: countKnown(), form: 'int' },
      max: { value: param('maxPerYear'), form: 'int' },
      year: { value: yearStart(field('begunDay')), form: 'year' },
    },
    explain: {
      zh: '{year} 年药店购药 {times} 次，超过 {max} 次。',
      en: '{times} purchases at pharmacies in {year}, more than {max}.',
    },
  }),
);
