import {
  add,
  and,
  choose,
  deepFreeze,
  type Expression,
  eq,
  field,
  ge,
  gt,
  inList,
  minimum,
  monthStart,
  multiply,
  or,
  param,
  subtract,
  sum,
  sumKnown,
  yearStart,
} from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

const day = field('settledDay');
/** 1 December is the 335th day of the year, or the 336th; 1 November never is. */
const inDecember = ge(subtract(monthStart(day), yearStart(day)), 334);
const fund = field('fundFen');
const december = choose(inDecember, fund, 0);
const earlier = choose(inDecember, 0, fund);
const limit = minimum(choose(eq(field('insurance'), 'resident'), param('residentLimitFen'), param('employeeLimitFen')));
/** Above `times` the mean of the eleven months before, and the limit of the year nearly used up. */
const rush = (total: (e: Expression) => Expression, before: (e: Expression) => Expression): Expression =>
  and(
    ge(total(december), param('minDecemberFen')),
    gt(multiply(total(december), 11), multiply(before(earlier), param('times'))),
    ge(multiply(add(total(december), total(earlier)), 100), multiply(limit, param('percent'))),
  );

export default deepFreeze(
  rule({
    id: 'year-end-rush',
    code: 'DF-15',
    title: { zh: '年底突击刷卡', en: 'Spending up the year in December' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'person',
    basis: [regulation('第三十八条第（五）项、第四十一条')],
    reads: 'settlement',
    on: day,
    parameters: {
      times: {
        type: 'int',
        title: { zh: '12 月为前 11 个月月均的倍数', en: 'Times the mean of the months before' },
        unit: '倍',
        standard: 2,
      },
      minDecemberFen: {
        type: 'int',
        title: { zh: '12 月基金支付达到', en: 'Least fund payments in December' },
        unit: '分',
        standard: 100_000,
      },
      employeeLimitFen: {
        type: 'int',
        title: { zh: '职工门诊统筹年度限额', en: 'Outpatient limit of employees' },
        unit: '分',
        standard: 300_000,
      },
      residentLimitFen: {
        type: 'int',
        title: { zh: '居民门诊统筹年度限额', en: 'Outpatient limit of residents' },
        unit: '分',
        standard: 200_000,
      },
      percent: { type: 'int', title: { zh: '全年达到限额的比例', en: 'Share of the limit in the year' }, unit: '%', standard: 90 },
    },
    where: inList(field('setting'), 'outpatient', 'emergency', 'pharmacy'),
    key: [field('person'), yearStart(day)],
    // an unknown payment of an earlier month could only make December less striking
    shape: { kind: 'group', when: or(rush(sumKnown, sum), rush(sum, sum)) },
    facts: {
      year: { value: yearStart(day), form: 'year' },
      december: { value: sumKnown(december), form: 'fen' },
      earlier: { value: sumKnown(earlier), form: 'fen' },
      yearLimit: { value: limit, form: 'fen' },
    },
    explain: {
      zh: '{year} 年 12 月门诊、购药基金支付 {december} 元，而 1–11 月合计 {earlier} 元，全年接近限额 {yearLimit} 元。',
      en: 'In December {year} the fund paid {december} yuan for visits and purchases, {earlier} in the eleven months before; the limit of {yearLimit} is nearly used up.',
    },
  }),
);
