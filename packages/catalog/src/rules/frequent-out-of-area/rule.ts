import {
  and,
  coalesce,
  countKnown,
  countReaches,
  deepFreeze,
  field,
  isNull,
  not,
  param,
  sumExceeds,
  sumKnown,
  yearStart,
} from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'frequent-out-of-area',
    code: 'DF-44',
    title: { zh: '频繁异地就医', en: 'Very frequent care out of the area' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'person',
    basis: [regulation('第十七条'), { document: '基本医疗保险跨省异地就医直接结算经办规程（医保发〔2022〕22号）' }],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      minCount: { type: 'int', title: { zh: '一年异地就医次数达到', en: 'Encounters out of the area in a year' }, unit: '次', standard: 5 },
      minTotalFen: { type: 'int', title: { zh: '且总费用超过', en: 'and costs above' }, unit: '分', standard: 5_000_000 },
    },
    where: and(not(isNull(field('outOfArea'))), field('outOfArea')),
    key: [field('person'), yearStart(field('begunDay'))],
    shape: { kind: 'group', when: and(countReaches(true, param('minCount')), sumExceeds(field('totalFen'), param('minTotalFen'))) },
    money: { kind: 'none' },
    facts: {
      times: { value: countKnown(), form: 'int' },
      year: { value: yearStart(field('begunDay')), form: 'year' },
      total: { value: sumKnown(field('totalFen')), form: 'fen' },
    },
    explain: {
      zh: '{year} 年异地就医 {times} 次，总费用 {total} 元。',
      en: '{times} encounters out of the area in {year}, {total} yuan together.',
    },
  }),
);
