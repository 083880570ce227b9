import {
  and,
  call,
  choose,
  coalesce,
  deepFreeze,
  eq,
  field,
  ge,
  inList,
  multiply,
  or,
  param,
  sum,
  sumKnown,
  yearStart,
} from '@hengjian/language';
import { rule } from '../../fragments.ts';

const paid = coalesce(field('poolFen'), field('fundFen'));
/** The cap in fen times 100, as the paid sum is taken times 100 for the percentage. */
const cap = choose(call('any', eq(field('insurance'), 'employee')), param('employeeCapYuan'), param('residentCapYuan'));
const line = multiply(multiply(cap, 100), param('percent'));
const reaches = (total: ReturnType<typeof sum>) => ge(multiply(total, 100), line);

export default deepFreeze(
  rule({
    id: 'annual-fund-cap',
    code: 'DF-43',
    title: { zh: '冲顶消费', en: 'Up to the yearly cap' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'person',
    basis: [{ document: '医疗保障基金使用监督管理条例(国务院令第735号)', article: '第四十一条' }],
    reads: 'settlement',
    on: field('settledDay'),
    parameters: {
      employeeCapYuan: {
        type: 'int',
        title: { zh: '职工医保统筹基金年度最高支付限额', en: 'Yearly cap, employees' },
        unit: '元',
        standard: 300_000,
      },
      residentCapYuan: {
        type: 'int',
        title: { zh: '居民医保统筹基金年度最高支付限额', en: 'Yearly cap, residents' },
        unit: '元',
        standard: 150_000,
      },
      percent: { type: 'int', title: { zh: '达到限额的比例', en: 'Share of the cap' }, unit: '%', standard: 95 },
    },
    where: and(inList(field('insurance'), 'employee', 'resident'), inList(field('setting'), 'inpatient', 'chronic')),
    key: [field('person'), field('insurance'), yearStart(field('settledDay'))],
    shape: { kind: 'group', when: or(reaches(sumKnown(paid)), reaches(sum(paid))) },
    money: { kind: 'none' },
    facts: {
      year: { value: yearStart(field('settledDay')), form: 'year' },
      paid: { value: sumKnown(paid), form: 'fen' },
      yearCap: { value: cap, form: 'int' },
      percent: { value: param('percent'), form: 'int' },
      insurance: { value: field('insurance'), form: 'insurance' },
    },
    explain: {
      zh: '{year} 年{insurance}统筹基金为住院和门诊慢特病支付 {paid} 元,达到年度限额 {yearCap} 元的 {percent}% 以上。',
      en: 'The {insurance} fund paid {paid} yuan in {year} for stays and chronic care, at least {percent}% of the cap of {yearCap}.',
    },
  }),
);
