import { choose, deepFreeze, eq, field, ge, minimum, multiply, or, param, sum, sumKnown, yearStart } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

/** The lower of the caps that the person's settlements of the year fall under. */
const cap = minimum(choose(eq(field('insurance'), 'resident'), param('residentCapFen'), param('employeeCapFen')));
const reaches = (total: typeof sum) => ge(multiply(total(field('fundFen')), 100), multiply(cap, param('percent')));

export default deepFreeze(
  rule({
    id: 'near-annual-cap',
    code: 'DF-43',
    title: { zh: '冲顶消费', en: 'Fund payments near the cap of the year' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'person',
    basis: [regulation('第十七条、第三十八条')],
    reads: 'settlement',
    on: field('settledDay'),
    parameters: {
      employeeCapFen: { type: 'int', title: { zh: '职工医保年度最高支付限额', en: 'Cap of employees' }, unit: '分', standard: 40_000_000 },
      residentCapFen: { type: 'int', title: { zh: '居民医保年度最高支付限额', en: 'Cap of residents' }, unit: '分', standard: 20_000_000 },
      percent: { type: 'int', title: { zh: '达到限额的比例', en: 'Share of the cap' }, unit: '%', standard: 90 },
    },
    key: [field('person'), yearStart(field('settledDay'))],
    shape: { kind: 'group', when: or(reaches(sumKnown), reaches(sum)) },
    money: { kind: 'none' },
    facts: {
      year: { value: yearStart(field('settledDay')), form: 'year' },
      fund: { value: sumKnown(field('fundFen')), form: 'fen' },
      yearLimit: { value: cap, form: 'fen' },
      percent: { value: param('percent'), form: 'int' },
    },
    explain: {
      zh: '{year} 年基金支付累计 {fund} 元，达到年度最高支付限额 {yearLimit} 元的 {percent}%。',
      en: 'In {year} the fund paid {fund} yuan, at least {percent}% of the cap of {yearLimit} yuan.',
    },
  }),
);
