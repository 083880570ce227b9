import {
  add,
  and,
  call,
  deepFreeze,
  eq,
  field,
  isNull,
  le,
  literal,
  lt,
  multiply,
  not,
  param,
  prefix,
  subtract,
  sum,
  yearStart,
} from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';
import { comparison, leastSpread, percent, percentParameter, scoreThreshold, standing } from '../../peer-fragments.ts';

const OPEN_DAY = 2_932_896; // 9999-12-31
const group = prefix(field('mainDiagnosis'), 3);
const tests = add(field('examFen'), field('labFen'));
const care = add(field('drugFen'), field('treatmentFen'));
const days = call('maximum', subtract(field('endedDay'), field('begunDay')));
const { minVolume: _, ...parameters } = comparison({ peers: 10 });

export default deepFreeze(
  rule({
    id: 'checkup-stay',
    code: 'DF-07',
    title: { zh: '体检式住院', en: 'Stay that is a check-up' },
    category: '扩展/行为主体监管类',
    certainty: 'statistic',
    grain: 'encounter',
    basis: [regulation('第三十八条第（二）项')],
    reads: 'encounter',
    on: field('settledDay'),
    parameters: {
      limitPercent: percentParameter('检验检查占比超过', 'Share of tests above', 60),
      carePercent: percentParameter('药品与治疗占比不超过', 'Share of drugs and treatment at most', 20),
      maxDays: { type: 'int', title: { zh: '住院天数不超过', en: 'Days of stay at most' }, unit: '天', standard: 7 },
      ...parameters,
      leastSpread: leastSpread(5),
    },
    where: and(eq(field('setting'), 'inpatient'), lt(field('endedDay'), OPEN_DAY), not(isNull(tests)), not(isNull(care))),
    key: [field('encounter')],
    shape: {
      kind: 'peer',
      value: { numerator: sum(tests), denominator: sum(field('totalFen')), form: 'ratio', parts: 'fen' },
      volume: { of: literal(1), minimum: literal(1) },
      of: [group, field('level'), yearStart(field('settledDay'))],
      statistic: 'robust',
      direction: 'above',
      minimumPeers: param('minPeers'),
      threshold: scoreThreshold,
      floor: { absolute: percent('leastSpread') },
      limit: { value: percent('limitPercent'), combine: 'and', alone: false },
      also: and(le(days, param('maxDays')), le(multiply(sum(care), 100), multiply(sum(field('totalFen')), param('carePercent')))),
      contributes: tests,
    },
    money: { kind: 'none' },
    facts: {
      year: { value: yearStart(field('settledDay')), form: 'year' },
      level: { value: field('level'), form: 'level' },
      diagnosis: { value: group, form: 'text' },
      days: { value: days, form: 'int' },
      care: { value: sum(care), form: 'fen' },
    },
    explain: {
      zh: `住院 {days} 天，检验检查 {numerator} 元，占总费用 {denominator} 元的 {value}（超过 {limit}），药品和治疗只有 {care} 元；{year} 年{level}医院诊断类目 {diagnosis} 的同病组${standing.zh}`,
      en: `{days} days, tests {numerator} of {denominator} yuan, {value} (above {limit}), drugs and treatment only {care}; ${standing.en}`,
    },
  }),
);
