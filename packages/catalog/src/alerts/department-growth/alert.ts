import { countKnown, field, isNull, le, maximum, multiply, not, param, sumKnown } from '@hengjian/language';
import { regulation } from '../../fragments.ts';
import { cellsAlert } from '../fragments.ts';

export default cellsAlert({
  id: 'department-growth',
  title: { zh: '科室费用突增', en: 'Sudden growth of a department' },
  monitor: 'services',
  subject: 'provider',
  basis: [regulation('第十五条、第三十八条')],
  reads: 'encounter',
  where: not(isNull(field('department'))),
  key: [field('provider'), field('department')],
  window: { unit: 'month', at: field('settledDay') },
  parameters: {
    percent: {
      type: 'int',
      title: { zh: '比上月增长', en: 'Growth over the month before' },
      unit: '%',
      standard: 150,
      minimum: 20,
      maximum: 2000,
    },
    base: {
      type: 'int',
      title: { zh: '上月费用至少', en: 'Least cost of the month before' },
      unit: '分',
      standard: 50_000,
      minimum: 1,
      maximum: 100_000_000,
    },
    minimum: {
      type: 'int',
      title: { zh: '当月至少人次', en: 'Least cases of the month' },
      unit: '人次',
      standard: 20,
      minimum: 5,
      maximum: 10_000,
    },
    largest: {
      type: 'int',
      title: { zh: '最贵的一次就诊至多占当月', en: 'The dearest encounter, of the month’s cost at most' },
      unit: '%',
      standard: 25,
      minimum: 1,
      maximum: 100,
    },
  },
  value: { numerator: sumKnown(field('totalFen')), form: 'fen' },
  volume: { of: countKnown(), minimum: param('minimum') },
  against: { kind: 'growth', step: 1, percent: param('percent'), base: param('base') },
  direction: 'above',
  // one dear case is that case, and no growth of the department
  also: le(multiply(maximum(field('totalFen')), 100), multiply(sumKnown(field('totalFen')), param('largest'))),
  facts: { cases: { value: countKnown(), form: 'int' } },
  contributes: field('totalFen'),
  explain: {
    zh: '科室 {subject} {window} 费用 {value} 元（{cases} 人次），上月 {expected} 元，是上月的 {times} 倍。',
    en: 'Department {subject}: {value} yuan in {window} ({cases} cases), {expected} the month before: {times} times as much.',
  },
  next: [
    { zh: '看是人次多了、次均高了，还是病种变了', en: 'More cases, dearer cases, or another mix?' },
    { zh: '核对是否新设科室、新进设备、专家坐诊、节假日影响', en: 'Ask about new staff, devices, holidays' },
  ],
});
