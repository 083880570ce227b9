/**
 * What may be asked in place: named tables with their dimensions and measures. A declaration says where a value comes from; the store
 * turns it into SQL, the console into a form. The pages of decision support ask the same declarations, so that a number means the
 * same everywhere.
 */

import type { LakeTable } from '../lake.ts';
import type { Words } from '../messages.ts';

export interface AnalysisDimension extends Words {
  /** A column as it is; the month, quarter or year of a day column; an age in bands; a column of the institution, the insured person, the practitioner or the item. */
  readonly from: 'column' | 'month' | 'quarter' | 'year' | 'age' | 'provider' | 'person' | 'practitioner' | 'item';
  readonly column: string;
  /** Words of its values. */
  readonly values?: Readonly<Record<string, Words>>;
  /** Kept in the projection that is made once a version of the lake: questions that stay within it are quick. */
  readonly projected?: boolean;
}

export type AnalysisSum =
  | { readonly take: 'count' }
  | { readonly take: 'sum'; readonly column: string }
  /** Days from one day column to another, the same day counted as one. */
  | { readonly take: 'days'; readonly from: string; readonly to: string }
  | { readonly take: 'distinct'; readonly column: string };

export interface AnalysisMeasure extends Words {
  readonly unit: 'fen' | 'count' | 'share' | 'days' | 'times';
  readonly of: AnalysisSum;
  /** A ratio keeps its two parts. */
  readonly over?: AnalysisSum;
}

export interface AnalysisTable extends Words {
  readonly table: LakeTable;
  /** A column equal to a text: which records take part. */
  readonly where?: { readonly column: string; readonly is: string };
  readonly day: string;
  readonly dimensions: Readonly<Record<string, AnalysisDimension>>;
  readonly measures: Readonly<Record<string, AnalysisMeasure>>;
}

const w = (zh: string, en: string): Words => ({ zh, en });
const yesNo = { true: w('是', 'yes'), false: w('否', 'no') };
export const insuranceWords = {
  employee: w('职工医保', 'employees'),
  resident: w('城乡居民医保', 'residents'),
  maternity: w('生育', 'maternity'),
  injury: w('工伤', 'work injury'),
  other: w('其他', 'other'),
} as const;
export const settingWords = {
  inpatient: w('住院', 'inpatient'),
  outpatient: w('普通门诊', 'outpatient'),
  emergency: w('急诊', 'emergency'),
  chronic: w('门诊慢特病', 'chronic disease'),
  pharmacy: w('药店购药', 'pharmacy'),
  other: w('其他', 'other'),
} as const;
const levels = { '3': w('三级', 'class 3'), '2': w('二级', 'class 2'), '1': w('一级', 'class 1'), '0': w('未定级', 'no class') };
const kinds = {
  drug: w('药品', 'drugs'),
  herb: w('中药饮片', 'herbs'),
  service: w('诊疗服务', 'services'),
  consumable: w('耗材', 'consumables'),
  other: w('其他', 'other'),
};
const places = { medical: w('医疗机构', 'medical institution'), pharmacy: w('零售药店', 'pharmacy') };

/** Of every table that carries the columns of care. */
const care = (day: string) =>
  ({
    month: { ...w('月份', 'month'), from: 'month', column: day, projected: true },
    quarter: { ...w('季度', 'quarter'), from: 'quarter', column: day },
    year: { ...w('年度', 'year'), from: 'year', column: day },
    insurance: { ...w('险种', 'insurance'), from: 'column', column: 'insurance', values: insuranceWords, projected: true },
    setting: { ...w('就医方式', 'setting'), from: 'column', column: 'setting', values: settingWords, projected: true },
    level: { ...w('机构级别', 'class'), from: 'column', column: 'level', values: levels, projected: true },
    kind: { ...w('机构类别', 'kind of institution'), from: 'column', column: 'providerKind', values: places, projected: true },
    outOfArea: { ...w('异地就医', 'out of area'), from: 'column', column: 'outOfArea', values: yesNo, projected: true },
    provider: { ...w('机构', 'institution'), from: 'provider', column: 'providerNo', projected: true },
    providerArea: { ...w('机构所在区划', 'institution’s area'), from: 'provider', column: 'area', projected: true },
    area: { ...w('参保区划', 'area of insurance'), from: 'person', column: 'area', projected: true },
    age: { ...w('年龄段', 'age band'), from: 'age', column: day },
    sex: { ...w('性别', 'sex'), from: 'column', column: 'sex', values: { '1': w('男', 'male'), '2': w('女', 'female') } },
  }) as const satisfies Record<string, AnalysisDimension>;

const sum = (column: string): AnalysisSum => ({ take: 'sum', column });
const count: AnalysisSum = { take: 'count' };
const people: AnalysisSum = { take: 'distinct', column: 'person' };
const practitioner: AnalysisDimension = { ...w('医师', 'practitioner'), from: 'practitioner', column: 'practitionerNo' };
const stayDays: AnalysisSum = { take: 'days', from: 'begunDay', to: 'endedDay' };

// biome-ignore format: a table
export const analysisTables = {
  settlement: {
    ...w('结算', 'settlements'),
    table: 'settlement',
    day: 'settledDay',
    dimensions: { ...care('settledDay'), medicalKind: { ...w('医疗类别', 'medical kind'), from: 'column', column: 'medicalKind' } },
    measures: {
      settlements: { ...w('结算人次', 'settlements'), unit: 'count', of: count },
      people: { ...w('结算人数', 'people'), unit: 'count', of: people },
      total: { ...w('总费用', 'total cost'), unit: 'fen', of: sum('totalFen') },
      inScope: { ...w('政策范围内费用', 'cost in scope'), unit: 'fen', of: sum('inScopeFen') },
      fund: { ...w('基金支付', 'paid by the fund'), unit: 'fen', of: sum('fundFen') },
      pool: { ...w('统筹支付', 'paid by the pool'), unit: 'fen', of: sum('poolFen') },
      aid: { ...w('医疗救助', 'medical aid'), unit: 'fen', of: sum('aidFen') },
      account: { ...w('个人账户支付', 'paid from accounts'), unit: 'fen', of: sum('accountFen') },
      cash: { ...w('个人现金', 'paid in cash'), unit: 'fen', of: sum('cashFen') },
      costEach: { ...w('次均费用', 'cost per settlement'), unit: 'fen', of: sum('totalFen'), over: count },
      fundEach: { ...w('次均基金', 'fund per settlement'), unit: 'fen', of: sum('fundFen'), over: count },
      timesEach: { ...w('人均次数', 'settlements per head'), unit: 'times', of: count, over: people },
      paidShare: { ...w('实际报销比', 'share paid'), unit: 'share', of: sum('fundFen'), over: sum('totalFen') },
      scopePaidShare: { ...w('政策范围内报销比', 'share paid in scope'), unit: 'share', of: sum('fundFen'), over: sum('inScopeFen') },
    },
  },
  stay: {
    ...w('住院', 'stays'),
    table: 'encounter',
    where: { column: 'setting', is: 'inpatient' },
    day: 'settledDay',
    dimensions: {
      ...care('settledDay'),
      department: { ...w('科室', 'department'), from: 'column', column: 'department' },
      mainDiagnosis: { ...w('主要诊断', 'main diagnosis'), from: 'column', column: 'mainDiagnosis' },
      dischargeWay: { ...w('离院方式', 'way of discharge'), from: 'column', column: 'dischargeWay', values: { '1': w('医嘱离院', 'ordered'), '2': w('转院', 'transfer'), '3': w('转社区', 'to primary care'), '4': w('非医嘱离院', 'against advice'), '5': w('死亡', 'died'), '9': w('其他', 'other') } },
    },
    measures: {
      stays: { ...w('出院人次', 'stays'), unit: 'count', of: count },
      people: { ...w('住院人数', 'people'), unit: 'count', of: people },
      costEach: { ...w('次均住院费用', 'cost per stay'), unit: 'fen', of: sum('totalFen'), over: count },
      daysEach: { ...w('平均住院日', 'days per stay'), unit: 'days', of: stayDays, over: count },
      costDay: { ...w('日均费用', 'cost per day'), unit: 'fen', of: sum('totalFen'), over: stayDays },
      timesEach: { ...w('人次人头比', 'stays per head'), unit: 'times', of: count, over: people },
      total: { ...w('总费用', 'total cost'), unit: 'fen', of: sum('totalFen') },
      fund: { ...w('基金支付', 'paid by the fund'), unit: 'fen', of: sum('fundFen') },
      paidShare: { ...w('实际报销比', 'share paid'), unit: 'share', of: sum('fundFen'), over: sum('totalFen') },
      scopeShare: { ...w('政策范围内占比', 'share in scope'), unit: 'share', of: sum('inScopeFen'), over: sum('totalFen') },
      drugShare: { ...w('药占比', 'drug share'), unit: 'share', of: sum('drugFen'), over: sum('totalFen') },
      consumableShare: { ...w('耗占比', 'consumable share'), unit: 'share', of: sum('consumableFen'), over: sum('totalFen') },
      testShare: { ...w('检验占比', 'laboratory share'), unit: 'share', of: sum('labFen'), over: sum('totalFen') },
      examShare: { ...w('检查占比', 'examination share'), unit: 'share', of: sum('examFen'), over: sum('totalFen') },
    },
  },
  encounter: {
    ...w('就诊', 'encounters'),
    table: 'encounter',
    day: 'settledDay',
    dimensions: {
      ...care('settledDay'),
      department: { ...w('科室', 'department'), from: 'column', column: 'department' },
      mainDiagnosis: { ...w('主要诊断', 'main diagnosis'), from: 'column', column: 'mainDiagnosis' },
      practitioner,
    },
    measures: {
      encounters: { ...w('就诊人次', 'encounters'), unit: 'count', of: count },
      people: { ...w('就诊人数', 'people'), unit: 'count', of: people },
      total: { ...w('总费用', 'total cost'), unit: 'fen', of: sum('totalFen') },
      fund: { ...w('基金支付', 'paid by the fund'), unit: 'fen', of: sum('fundFen') },
      costEach: { ...w('次均费用', 'cost per encounter'), unit: 'fen', of: sum('totalFen'), over: count },
      drugShare: { ...w('药占比', 'drug share'), unit: 'share', of: sum('drugFen'), over: sum('totalFen') },
    },
  },
  line: {
    ...w('费用明细', 'charge items'),
    table: 'line',
    day: 'settledDay',
    dimensions: {
      ...care('settledDay'),
      itemKind: { ...w('费用类别', 'kind of item'), from: 'column', column: 'kind', values: kinds },
      feeCategory: { ...w('收费类别', 'fee category'), from: 'column', column: 'feeCategory' },
      department: { ...w('科室', 'department'), from: 'column', column: 'department' },
      practitioner,
      item: { ...w('项目', 'item'), from: 'item', column: 'code' },
    },
    measures: {
      lines: { ...w('明细条数', 'charge items'), unit: 'count', of: count },
      people: { ...w('涉及人数', 'people'), unit: 'count', of: people },
      amount: { ...w('金额', 'amount'), unit: 'fen', of: sum('amountFen') },
      inScope: { ...w('政策范围内金额', 'amount in scope'), unit: 'fen', of: sum('inScopeFen') },
      fund: { ...w('基金支付', 'paid by the fund'), unit: 'fen', of: sum('fundFen') },
      amountEach: { ...w('人均金额', 'amount per head'), unit: 'fen', of: sum('amountFen'), over: people },
    },
  },
} as const satisfies Record<string, AnalysisTable>;
export type AnalysisTableName = keyof typeof analysisTables;

/** A question: what of which table, by what, of which records. Months are `yyyy-MM`; an empty list of values filters nothing. */
export interface AnalysisAsk {
  readonly table: AnalysisTableName;
  readonly by: readonly string[];
  readonly measures: readonly string[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly where?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** The value of each dimension (null unknown), and the parts of each measure; a measure that is no ratio has no second part. */
export interface AnalysisRow {
  readonly keys: readonly (string | null)[];
  readonly parts: readonly { readonly of: number | null; readonly over: number | null }[];
}

/** A ratio's value, or the number itself; null where it is unknown or the denominator is zero. */
export const analysisValue = ({ of, over }: AnalysisRow['parts'][number], measure: AnalysisMeasure): number | null =>
  measure.over === undefined ? of : of === null || !over ? null : of / over;

/** What of the question names nothing there is; empty: it can be asked. */
export function unknownWords(ask: AnalysisAsk): string[] {
  const table: AnalysisTable | undefined = Object.hasOwn(analysisTables, ask.table) ? analysisTables[ask.table] : undefined;
  if (!table) return [ask.table];
  const dimensions = [...ask.by, ...Object.keys(ask.where ?? {})].filter((name) => !Object.hasOwn(table.dimensions, name));
  return [...dimensions, ...ask.measures.filter((name) => !Object.hasOwn(table.measures, name))];
}
