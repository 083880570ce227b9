import {
  and,
  choose,
  coalesce,
  countKnown,
  deepFreeze,
  type Expression,
  eq,
  field,
  fold,
  ge,
  inList,
  le,
  literal,
  ne,
  not,
  param,
  prefix,
  startsWithAny,
  subtract,
  yearStart,
} from '@hengjian/language';
import { plannedStays, rule } from '../../fragments.ts';
import { comparison, leastSpread, percent, percentParameter, scoreThreshold, standing } from '../../peer-fragments.ts';

const gap = subtract(fold('nextBegun'), field('endedDay'));
const stay = subtract(field('endedDay'), field('begunDay'));
/** A short stay, and soon after it one elsewhere for the same disease; not one that was sent on. */
const pushed: Expression = and(
  le(stay, param('shortDays')),
  ge(gap, 0),
  le(gap, param('maxGapDays')),
  ne(fold('nextProvider'), field('provider')),
  eq(fold('nextDiagnosis'), prefix(field('mainDiagnosis'), 3)),
  not(inList(coalesce(field('dischargeWay'), ''), '2', '3', '5')),
);

export default deepFreeze(
  rule({
    id: 'readmitted-elsewhere',
    code: 'DF-32',
    title: { zh: '推诿/服务不足', en: 'Patients turned away' },
    category: '扩展/行为主体监管类',
    certainty: 'statistic',
    grain: 'provider',
    basis: [{ document: '医疗保障基金使用监督管理条例(国务院令第735号)', article: '第十五条' }],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      shortDays: { type: 'int', title: { zh: '短住院不超过', en: 'Longest short stay' }, unit: '天', standard: 3 },
      maxGapDays: { type: 'int', title: { zh: '出院后多少天内在别处再住院', en: 'Days to the stay elsewhere' }, unit: '天', standard: 15 },
      limitPercent: percentParameter('占比参考值', 'Share that is taken as usual', 5),
      plannedDiagnoses: plannedStays,
      ...comparison(),
      leastSpread: leastSpread(2),
    },
    where: eq(field('setting'), 'inpatient'),
    exemptions: [
      {
        id: 'planned-cycle',
        title: { zh: '计划性周期治疗(放化疗、透析)', en: 'Planned cycles of treatment' },
        acts: 'population',
        when: startsWithAny(coalesce(field('mainDiagnosis'), ''), param('plannedDiagnoses')),
      },
    ],
    key: [field('provider')],
    shape: {
      kind: 'peer',
      value: { numerator: countKnown(pushed), denominator: countKnown(), form: 'ratio', parts: 'int' },
      volume: { of: countKnown(), minimum: param('minVolume') },
      of: [field('level'), yearStart(field('begunDay'))],
      statistic: 'robust',
      direction: 'above',
      minimumPeers: param('minPeers'),
      threshold: scoreThreshold,
      floor: { absolute: percent('leastSpread') },
      limit: { value: percent('limitPercent'), combine: 'and', alone: false },
      contributes: choose(coalesce(pushed, false), 1, 0),
      // walked from the last stay to the first, so that the one before is the one that follows
      stream: {
        key: [field('person')],
        order: subtract(0, field('begunAt')),
        folds: {
          nextBegun: { fold: 'previous', args: [field('begunDay'), literal(9_000_000)] },
          nextProvider: { fold: 'previous', args: [field('provider'), literal(0)] },
          nextDiagnosis: { fold: 'previous', args: [prefix(field('mainDiagnosis'), 3), literal('')] },
        },
      },
    },
    money: { kind: 'none' },
    facts: {
      year: { value: yearStart(field('begunDay')), form: 'year' },
      level: { value: field('level'), form: 'level' },
      shortDays: { value: param('shortDays'), form: 'int' },
      maxGapDays: { value: param('maxGapDays'), form: 'int' },
    },
    explain: {
      zh: `{year} 年{level}医院住院 {denominator} 次,其中 {numerator} 次住了不超过 {shortDays} 天、出院后 {maxGapDays} 天内因同类诊断住进别家,占 {value},超过参考值 {limit};${standing.zh}`,
      en: `{numerator} of {denominator} stays in {year} lasted {shortDays} days at most and were followed within {maxGapDays} days by a stay elsewhere for the same disease, {value}, above {limit}; ${standing.en}`,
    },
  }),
);
