/** Pieces of trees that statistical rules share: parameters, peer groups, and the shares of cost by department. */
import {
  and,
  choose,
  coalesce,
  count,
  type Expression,
  eq,
  field,
  isNull,
  literal,
  multiply,
  not,
  param,
  type RuleTree,
  sum,
  yearStart,
} from '@hengjian/language';
import { rule } from './fragments.ts';

type Parameter = RuleTree['parameters'][string];
const int = (zh: string, en: string, unit: string, standard: number): Parameter => ({ type: 'int', title: { zh, en }, unit, standard });

/**
 * What every comparison may be set to. The score is the modified z-score of Iglewicz and Hoaglin (0.6745 × (value − median) / MAD), for
 * which they recommend 3.5; sizes of sample and of peer group are ours, for a region to change.
 */
export const comparison = (given: { score?: number; peers?: number; volume?: number; unit?: string } = {}): RuleTree['parameters'] => ({
  scoreTenths: int('离群评分阈值', 'Score from which it stands out', '0.1', given.score ?? 35),
  minPeers: int('同类不少于', 'Least number of peers', '个', given.peers ?? 5),
  minVolume: int('样本不少于', 'Least number of cases', given.unit ?? '人次', given.volume ?? 20),
});
/** The score in thousandths. */
export const scoreThreshold = multiply(param('scoreTenths'), 100);
/** Percent as millionths, like every ratio. */
export const percent = (name: string): Expression => multiply(param(name), 10_000);
export const percentParameter = (zh: string, en: string, standard: number): Parameter => int(zh, en, '%', standard);
/** A group of almost equal peers makes no outlier of a trifle. */
export const leastSpread = (standard: number): Parameter => int('同类离散度下限', 'Least spread of the peers', '个百分点', standard);

/** The department as sent; '' where it is not told, so that those are compared among themselves. */
export const departmentOf = coalesce(field('department'), '');
/** Hospitals are compared by class, scene, department and year. */
const wardPeers: readonly Expression[] = [field('level'), field('setting'), departmentOf, yearStart(field('settledDay'))];
const wardFacts: RuleTree['facts'] = {
  year: { value: yearStart(field('settledDay')), form: 'year' },
  level: { value: field('level'), form: 'level' },
  setting: { value: field('setting'), form: 'setting' },
  department: { value: choose(eq(departmentOf, ''), '未填', departmentOf), form: 'text' },
  encounters: { value: count(), form: 'int' },
};
/** The end of every sentence: where the subject stands. */
export const standing = {
  zh: '同类 {peers} 个，中位数 {center}，绝对中位差 {spread}，离群评分 {score}（阈值 {threshold}），高于 {percentile}% 的同类。',
  en: '{peers} peers, median {center}, MAD {spread}, score {score} (from {threshold}), above {percentile}% of them.',
};

interface Share {
  id: string;
  code: string;
  title: RuleTree['title'];
  /** What is added up, in words. */
  part: { zh: string; en: string };
  /** Fee columns of the encounter. */
  fees: readonly ('drugFen' | 'examFen' | 'labFen' | 'treatmentFen' | 'consumableFen')[];
  limitPercent: number;
}

/** 统计指标监测类: a share of the cost of a department, against its like and a fixed limit; both must be passed. */
export function feeShare({ id, code, title, part, fees, limitPercent }: Share): RuleTree {
  const [first, ...others] = fees.map((name) => field(name)) as [Expression, ...Expression[]];
  const fee = others.reduce<Expression>((all, next) => ({ op: 'add', args: [all, next] }), first);
  return rule({
    id,
    code,
    title,
    category: '管理类/统计指标监测类',
    certainty: 'statistic',
    grain: 'department',
    basis: [{ document: '医疗保障基金智能监管规则库（2025年版）', article: title.zh }],
    reads: 'encounter',
    on: field('settledDay'),
    parameters: {
      limitPercent: percentParameter('占比参考值', 'Share that is taken as usual', limitPercent),
      ...comparison(),
      leastSpread: leastSpread(3),
    },
    // what kind of fee a line is must be known of the whole encounter, or it says nothing of the share
    where: and(eq(field('providerKind'), 'medical'), not(isNull(fee)), not(isNull(field('totalFen')))),
    key: [field('provider'), departmentOf],
    shape: {
      kind: 'peer',
      value: { numerator: sum(fee), denominator: sum(field('totalFen')), form: 'ratio', parts: 'fen' },
      volume: { of: count(), minimum: param('minVolume') },
      of: wardPeers,
      statistic: 'robust',
      direction: 'above',
      minimumPeers: param('minPeers'),
      threshold: scoreThreshold,
      floor: { absolute: percent('leastSpread') },
      limit: { value: percent('limitPercent'), combine: 'and', alone: false },
      contributes: fee,
    },
    money: { kind: 'none' },
    facts: wardFacts,
    explain: {
      zh: `{year} 年{level}医院{setting}科室 {department} 共 {encounters} 人次，${part.zh} {numerator} 元，占总费用 {denominator} 元的 {value}，超过参考值 {limit}；${standing.zh}`,
      en: `{encounters} {setting} encounters of department {department} in {year}: ${part.en} {numerator} of {denominator} yuan, {value}, above {limit}; ${standing.en}`,
    },
  });
}

/** The same of items on a list (CT, MRI), from the lines: no fee category tells them. */
export function itemShare(given: Omit<Share, 'fees'>): RuleTree {
  const fee: Expression = choose({ op: 'listed' }, field('amountFen'), literal(0));
  const { where: _, ...share } = feeShare({ ...given, fees: ['examFen'] });
  if (share.shape.kind !== 'peer') throw new Error('a share is compared with peers');
  const encounters: Expression = { op: 'countDistinct', args: [field('encounter')] };
  return {
    ...share,
    reads: 'line',
    on: field('day'),
    where: eq(field('providerKind'), 'medical'),
    knowledge: { by: 'item', role: 'code', mode: 'list' },
    shape: {
      ...share.shape,
      value: { ...share.shape.value, numerator: sum(fee), denominator: sum(field('amountFen')) },
      volume: { of: encounters, minimum: param('minVolume') },
      contributes: fee,
    },
    facts: { ...wardFacts, encounters: { value: encounters, form: 'int' } },
  };
}
