/** Stays that follow one another: split in two, taken in again, passed on to another institution. */
import {
  choose,
  coalesce,
  countKnown,
  type Expression,
  eq,
  field,
  fold,
  inList,
  literal,
  param,
  type RuleTree,
  startsWithAny,
  subtract,
  yearStart,
} from '@hengjian/language';
import type { Named } from './families.ts';
import { plannedStays, rule } from './fragments.ts';
import { comparison, leastSpread, percent, scoreThreshold } from './peer-fragments.ts';

/** 2 医嘱转院, 3 医嘱转社区卫生服务机构或乡镇卫生院, 5 死亡: what comes after such a stay is another matter. */
export const sentOnOrDied = (way: Expression): Expression => inList(way, '2', '3', '5');

/** Stays that come again by plan take no part; where no diagnosis shall be none of them, say so. */
export const plannedCycle = (diagnosis: Expression = field('mainDiagnosis')): RuleTree['exemptions'][number] => ({
  id: 'planned-cycle',
  title: { zh: '计划性周期治疗（放化疗、透析）', en: 'Planned cycles of treatment' },
  acts: 'population',
  when: startsWithAny(diagnosis, param('plannedDiagnoses')),
});

/** Begun, else settled: the day a stay stands for. */
export const stayDay = coalesce(field('begunDay'), field('settledDay'));

export const readmittedWithin = (standard: number): RuleTree['parameters'][string] => ({
  type: 'int',
  title: { zh: '出院后多少天内再入院', en: 'Days from discharge to readmission' },
  unit: '天',
  standard,
});

/** Days since the last discharge from the same institution; the first stay has none in reach. */
export const daysSinceDischarge = subtract(field('begunDay'), fold('ended'));
/** The stays of a person at one institution in order, each with the discharge before it (`ended`, `way`) and what else is `remembered`. */
export const staysInOrder = (remembered: NonNullable<RuleTree['shape'] & { kind: 'sequence' }>['stream']['folds'] = {}) => ({
  key: [field('person'), field('provider')],
  order: field('begunAt'),
  folds: {
    ended: { fold: 'previous', args: [field('endedDay'), literal(-1_000_000)] },
    way: { fold: 'previous', args: [coalesce(field('dischargeWay'), ''), literal('')] },
    ...remembered,
  },
});

interface StayShare {
  /** Whether a stay is one of those counted. */
  counted: Expression;
  stream: NonNullable<Extract<RuleTree['shape'], { kind: 'peer' }>['stream']>;
  limit: RuleTree['parameters'][string];
}

/** The share of a hospital's stays of a year that are of a kind, against hospitals of its level and a fixed limit; both must be passed. */
export const stayShareRule = (named: Named & Pick<RuleTree, 'basis' | 'parameters'>, { counted, stream, limit }: StayShare): RuleTree =>
  rule({
    certainty: 'statistic',
    grain: 'provider',
    reads: 'encounter',
    on: stayDay,
    where: eq(field('setting'), 'inpatient'),
    exemptions: [plannedCycle(coalesce(field('mainDiagnosis'), ''))],
    key: [field('provider')],
    shape: {
      kind: 'peer',
      value: { numerator: countKnown(counted), denominator: countKnown(), form: 'ratio', parts: 'int' },
      volume: { of: countKnown(), minimum: param('minVolume') },
      of: [field('level'), yearStart(field('begunDay'))],
      statistic: 'robust',
      direction: 'above',
      minimumPeers: param('minPeers'),
      threshold: scoreThreshold,
      floor: { absolute: percent('leastSpread') },
      limit: { value: percent('limitPercent'), combine: 'and', alone: false },
      contributes: choose(coalesce(counted, false), 1, 0),
      stream,
    },
    money: { kind: 'none' },
    ...named,
    parameters: {
      ...named.parameters,
      limitPercent: limit,
      plannedDiagnoses: plannedStays,
      ...comparison(),
      leastSpread: leastSpread(2),
    },
    facts: {
      year: { value: yearStart(field('begunDay')), form: 'year' },
      level: { value: field('level'), form: 'level' },
      ...named.facts,
    },
  });
