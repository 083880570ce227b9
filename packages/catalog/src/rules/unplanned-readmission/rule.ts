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
  not,
  param,
  startsWithAny,
  subtract,
  yearStart,
} from '@hengjian/language';
import { plannedStays, rule } from '../../fragments.ts';
import { comparison, leastSpread, percent, percentParameter, scoreThreshold, standing } from '../../peer-fragments.ts';

const gap = subtract(field('begunDay'), fold('ended'));
/** dscg_way 2, 3: sent on to another institution; 5: died. */
const again: Expression = and(ge(gap, 0), le(gap, param('maxGapDays')), not(inList(fold('way'), '2', '3', '5')));

export default deepFreeze(
  rule({
    id: 'unplanned-readmission',
    code: 'ZB10000205008000',
    title: { zh: '非计划再入院率', en: 'Unplanned readmission' },
    category: '管理类/统计指标监测类',
    certainty: 'statistic',
    grain: 'provider',
    basis: [{ document: '医疗保障基金智能监管规则库(2025年版)', article: '非计划再入院率' }],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      maxGapDays: {
        type: 'int',
        title: { zh: '出院后多少天内再入院', en: 'Days from discharge to readmission' },
        unit: '天',
        standard: 31,
      },
      limitPercent: percentParameter('再入院率参考值', 'Rate that is taken as usual', 8),
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
      value: { numerator: countKnown(again), denominator: countKnown(), form: 'ratio', parts: 'int' },
      volume: { of: countKnown(), minimum: param('minVolume') },
      of: [field('level'), yearStart(field('begunDay'))],
      statistic: 'robust',
      direction: 'above',
      minimumPeers: param('minPeers'),
      threshold: scoreThreshold,
      floor: { absolute: percent('leastSpread') },
      limit: { value: percent('limitPercent'), combine: 'and', alone: false },
      contributes: choose(coalesce(again, false), 1, 0),
      stream: {
        key: [field('person'), field('provider')],
        order: field('begunAt'),
        folds: {
          ended: { fold: 'previous', args: [field('endedDay'), literal(-1_000_000)] },
          way: { fold: 'previous', args: [coalesce(field('dischargeWay'), ''), literal('')] },
        },
      },
    },
    money: { kind: 'none' },
    facts: {
      year: { value: yearStart(field('begunDay')), form: 'year' },
      level: { value: field('level'), form: 'level' },
      maxGapDays: { value: param('maxGapDays'), form: 'int' },
    },
    explain: {
      zh: `{year} 年{level}医院住院 {denominator} 次(不含计划性放化疗、透析),其中 {numerator} 次是本院出院 {maxGapDays} 天内再入院,占 {value},超过参考值 {limit};${standing.zh}`,
      en: `{numerator} of {denominator} stays in {year} within {maxGapDays} days of a discharge from the same institution, {value}, above {limit}; ${standing.en}`,
    },
  }),
);
