/**
 * Credit of institutions, and of insured people, by a scheme that is data: facts of a period, each worth so many points per unit, summed from a base and read
 * as a grade; some facts give a grade whatever the sum. There is no national scheme; provinces have their own (reference §7.1).
 */
import type { Fen } from '../money.ts';
import type { Day, Instant } from '../time.ts';

export const creditFacts = [
  /** Decided against the institution, the fund's share, in fen; without what it returned by itself. */
  'upheldFen',
  'upheldCount',
  /** That money of each ten thousand yuan settled for it, in yuan. */
  'upheldShare',
  /** Returned by the institution itself before anyone reviewed it, in fen. */
  'selfReturnedFen',
  /** Cases of enforcement, and those of fraud (《条例》第四十条). */
  'punishedCount',
  'fraudCount',
  /** Measures under the agreement. */
  'agreementCount',
  'staffPoints',
  'stoppedStaffCount',
  'dataQualityCount',
  /** Complaints found true, wholly or in part. */
  'complaintCount',
  /** Central purchasing not fulfilled, and what else is entered by hand. */
  'purchasingCount',
  'meritCount',
] as const;
/**
 * Facts of an insured person: what was done, never what somebody suffers from. Ordinary visits only (no stays, no approved chronic
 * disease, no dialysis or chemotherapy); signals of alerts that nobody found to be explained.
 */
export const personFacts = [
  /** Days with as many visits and purchases as a bureau finds too many. */
  'busyDayCount',
  /** Months in which so many institutions were gone to. */
  'manyPlacesCount',
  /** Hours in which a person was at two institutions. */
  'overlapCount',
  /** Quarters in which far more of a drug was taken than there are days. */
  'stockCount',
  /** Groups of cards that keep company, to which the card belongs. */
  'companyCount',
  /** Findings about the person's own conduct, decided against it. */
  'decidedCount',
] as const;
export type PersonFact = (typeof personFacts)[number];
export type ProviderFact = (typeof creditFacts)[number];
export type CreditFact = ProviderFact | PersonFact;
export const allCreditFacts = [...creditFacts, ...personFacts] as const;
/** Facts that people enter with their document; the others are read from the records. */
export const enteredFacts = [
  'punishedCount',
  'fraudCount',
  'agreementCount',
  'purchasingCount',
  'meritCount',
] as const satisfies readonly ProviderFact[];
export type EnteredFact = (typeof enteredFacts)[number];

/** A fact that is not told is none. */
export type CreditValues = Readonly<Partial<Record<CreditFact, number>>>;

export interface CreditItem {
  readonly code: string;
  readonly dimension: string;
  readonly title: string;
  readonly fact: CreditFact;
  /** So many of the fact … */
  readonly unit: number;
  /** … give so many points, negative ones are taken. A part of a unit gives nothing. */
  readonly points: number;
  /** Not more than so many in all. */
  readonly most: number;
}

export interface CreditScheme {
  readonly schemeId: string;
  readonly title: string;
  /** Whom it rates; institutions where absent. */
  readonly subject?: 'person' | undefined;
  /** What happened counts half after each so many days; absent: all of the period counts in full. */
  readonly halfDays?: number | undefined;
  readonly base: number;
  readonly ceiling: number;
  readonly items: readonly CreditItem[];
  /** From the best down; the last has no floor. */
  readonly grades: readonly { readonly grade: string; readonly from: number }[];
  readonly vetoes: readonly { readonly fact: CreditFact; readonly atLeast: number; readonly grade: string; readonly title: string }[];
  /** What is proposed for a grade; nothing is done by itself. */
  readonly consequences: readonly {
    readonly grade: string;
    readonly inspectionsPerYear: number;
    /** Percent of the service-quality deposit to be withheld. */
    readonly depositPercent: number;
    readonly note: string;
  }[];
  /** Points that repair may give back in a period at most. */
  readonly repairMost: number;
  readonly source: string;
}

export interface CreditLine {
  readonly code: string;
  readonly dimension: string;
  readonly title: string;
  readonly fact: CreditFact | null;
  readonly value: number;
  readonly points: number;
}

export interface CreditResult {
  readonly score: number;
  readonly grade: string;
  readonly lines: readonly CreditLine[];
  /** Why the grade is not that of the sum. */
  readonly vetoedBy: string | null;
}

/** Every item is a line, those without points too; `repaired` is a line of its own. */
export function rateCredit(scheme: CreditScheme, values: CreditValues, repaired = 0): CreditResult {
  const lines = scheme.items.map(({ code, dimension, title, fact, unit, points, most }): CreditLine => {
    const value = values[fact] ?? 0;
    const times = Math.floor(Math.max(0, value) / unit);
    const given = Math.sign(points) * Math.min(most, times * Math.abs(points));
    return { code, dimension, title, fact, value, points: given === 0 ? 0 : given };
  });
  if (repaired > 0) lines.push({ code: '修复', dimension: '信用修复', title: '信用修复', fact: null, value: 0, points: repaired });
  const sum = lines.reduce((total, { points }) => total + points, scheme.base);
  const score = Math.min(scheme.ceiling, Math.max(0, sum));
  const veto = scheme.vetoes.find(({ fact, atLeast }) => (values[fact] ?? 0) >= atLeast);
  return { score, grade: veto?.grade ?? gradeOf(scheme, score), lines, vetoedBy: veto?.title ?? null };
}

/** How many events of a fact still count on a day: each half as much after every `halfDays` days; whole ones. */
export function standingEvents(days: readonly Day[], on: Day, halfDays: number | undefined): number {
  if (halfDays === undefined) return days.length;
  return Math.floor(days.reduce((sum, day) => sum + 2 ** -Math.floor(Math.max(0, on - day) / halfDays), 0));
}

const gradeOf = ({ grades }: CreditScheme, score: number): string =>
  (grades.find(({ from }) => score >= from) ?? (grades.at(-1) as { grade: string })).grade;

export const consequenceOf = ({ consequences }: CreditScheme, grade: string) => consequences.find((one) => one.grade === grade) ?? null;

/** A scheme as it was written once: a draft until somebody else puts it in force from a day. */
export interface SchemeVersion {
  readonly version: number;
  readonly scheme: CreditScheme;
  readonly by: string;
  readonly at: Instant;
  /** null: a draft. */
  readonly fromDay: Day | null;
  readonly enactedBy: string | null;
}

/** The schemes that rate on a day: of each the version in force last, those shipped where the bureau has none of its own. */
export function schemesOn(versions: readonly SchemeVersion[], day: Day): CreditScheme[] {
  const own = new Map<string, SchemeVersion>();
  for (const one of versions) {
    const before = own.get(one.scheme.schemeId);
    if (one.fromDay === null || one.fromDay > day) continue;
    const begun = before?.fromDay ?? Number.NEGATIVE_INFINITY;
    if (one.fromDay > begun || (one.fromDay === begun && one.version > (before?.version ?? 0))) own.set(one.scheme.schemeId, one);
  }
  const shipped = shippedSchemes.filter(({ schemeId }) => !own.has(schemeId));
  return [...[...own.values()].map(({ scheme }) => scheme), ...shipped];
}

/** Why a scheme cannot be used: place and reason; empty where it can. */
export function schemeFaults(scheme: CreditScheme): string[] {
  const faults: string[] = [];
  if (scheme.grades.length === 0) faults.push('等级：至少一个');
  scheme.grades.forEach(({ from }, i) => {
    if (i > 0 && from >= (scheme.grades[i - 1] as { from: number }).from) faults.push(`等级第 ${i + 1} 行：起始分须低于上一行`);
  });
  const known = new Set(scheme.grades.map(({ grade }) => grade));
  scheme.vetoes.forEach(({ grade }, i) => {
    if (!known.has(grade)) faults.push(`一票否决第 ${i + 1} 行：没有等级 ${grade}`);
  });
  scheme.consequences.forEach(({ grade }, i) => {
    if (!known.has(grade)) faults.push(`结果运用第 ${i + 1} 行：没有等级 ${grade}`);
  });
  scheme.items.forEach(({ unit, most, code, fact }, i) => {
    if (!(unit > 0) || !(most >= 0)) faults.push(`指标第 ${i + 1} 行：单位须大于 0，上限不能为负`);
    if ((scheme.subject === 'person') !== isPersonFact(fact) && !(enteredFacts as readonly string[]).includes(fact))
      faults.push(`指标第 ${i + 1} 行：不是这类对象的事实`);
    if (scheme.items.findIndex((item) => item.code === code) !== i) faults.push(`指标第 ${i + 1} 行：编码 ${code} 重复`);
  });
  if (scheme.halfDays !== undefined && !(scheme.halfDays > 0)) faults.push('衰减：天数须大于 0');
  return faults;
}
const isPersonFact = (fact: CreditFact): boolean => (personFacts as readonly CreditFact[]).includes(fact);

const yuan = (amount: number): Fen => amount * 100;
const item = (
  code: string,
  dimension: string,
  title: string,
  fact: CreditFact,
  unit: number,
  points: number,
  most: number,
): CreditItem => ({ code, dimension, title, fact, unit, points, most });

/** Examples that are shipped; a bureau copies one and sets its own. */
// biome-ignore format: a table
export const shippedSchemes: readonly CreditScheme[] = [
  {
    schemeId: 'points-1000', title: '千分制信用评价（示例）', base: 1000, ceiling: 1100, repairMost: 50,
    source: '参照山东2023年做法：基础分1000，减分加分，七级',
    items: [
      item('A1', '协议履行', '被作出协议处理，每次', 'agreementCount', 1, -20, 100),
      item('A2', '协议履行', '数据质量问题，每 10 条', 'dataQualityCount', 10, -5, 60),
      item('B1', '基金使用', '终审认定违规，基金每 1 万元', 'upheldFen', yuan(10_000), -10, 200),
      item('B2', '基金使用', '认定违规占结算基金的比例，每万分之 10', 'upheldShare', 10, -10, 150),
      item('B3', '基金使用', '受到行政处罚，每次', 'punishedCount', 1, -50, 200),
      item('B4', '基金使用', '自查自纠主动退回，每 1 万元', 'selfReturnedFen', yuan(10_000), 2, 30),
      item('C1', '医药服务', '查实的举报投诉，每件', 'complaintCount', 1, -10, 60),
      item('C2', '医药服务', '受到表彰等，每次', 'meritCount', 1, 10, 50),
      item('D1', '行业规范', '人员支付资格记分，每分', 'staffPoints', 1, -3, 90),
      item('D2', '行业规范', '集采履约不到位，每次', 'purchasingCount', 1, -10, 50),
    ],
    grades: [{ grade: 'A+', from: 1000 }, { grade: 'A', from: 950 }, { grade: 'B', from: 900 }, { grade: 'C', from: 850 }, { grade: 'C-', from: 800 }, { grade: 'D', from: 700 }, { grade: 'D-', from: 0 }],
    vetoes: [{ fact: 'fraudCount', atLeast: 1, grade: 'D-', title: '因欺诈骗保受到行政处罚' }],
    consequences: [
      { grade: 'A+', inspectionsPerYear: 0, depositPercent: 0, note: '减少现场检查' },
      { grade: 'A', inspectionsPerYear: 1, depositPercent: 0, note: '正常检查' },
      { grade: 'B', inspectionsPerYear: 1, depositPercent: 2, note: '正常检查' },
      { grade: 'C', inspectionsPerYear: 2, depositPercent: 5, note: '增加检查频次，约谈' },
      { grade: 'C-', inspectionsPerYear: 2, depositPercent: 5, note: '增加检查频次，约谈' },
      { grade: 'D', inspectionsPerYear: 4, depositPercent: 10, note: '重点监管' },
      { grade: 'D-', inspectionsPerYear: 4, depositPercent: 10, note: '重点监管；连续两年为 D 或 D- 的，建议不再续签协议' },
    ],
  },
  {
    schemeId: 'grades-a-e', title: '五级信用评价 A–E（示例）', base: 100, ceiling: 110, repairMost: 5,
    source: '参照广东、宁夏做法：A至E五级，严重失信直接为E',
    items: [
      item('1', '基金使用', '终审认定违规，每 10 条', 'upheldCount', 10, -1, 20),
      item('2', '基金使用', '认定违规占结算基金的比例，每万分之 10', 'upheldShare', 10, -5, 25),
      item('3', '行政处罚', '受到行政处罚，每次', 'punishedCount', 1, -10, 20),
      item('4', '协议管理', '被作出协议处理，每次', 'agreementCount', 1, -4, 20),
      item('5', '人员', '人员支付资格记分，每 3 分', 'staffPoints', 3, -1, 10),
      item('6', '人员', '被暂停、终止的人员，每人', 'stoppedStaffCount', 1, -2, 10),
      item('7', '数据质量', '数据质量问题，每 20 条', 'dataQualityCount', 20, -1, 10),
      item('8', '社会评价', '查实的举报投诉，每件', 'complaintCount', 1, -2, 10),
      item('9', '自查自纠', '主动退回，每 5 万元', 'selfReturnedFen', yuan(50_000), 1, 5),
      item('10', '加分', '受到表彰等，每次', 'meritCount', 1, 1, 5),
    ],
    grades: [{ grade: 'A', from: 90 }, { grade: 'B', from: 80 }, { grade: 'C', from: 70 }, { grade: 'D', from: 60 }, { grade: 'E', from: 0 }],
    vetoes: [{ fact: 'fraudCount', atLeast: 1, grade: 'E', title: '列入严重失信' }],
    consequences: [
      { grade: 'A', inspectionsPerYear: 0, depositPercent: 0, note: '减少检查，提高预付' },
      { grade: 'B', inspectionsPerYear: 1, depositPercent: 0, note: '正常检查' },
      { grade: 'C', inspectionsPerYear: 2, depositPercent: 3, note: '增加检查频次，约谈' },
      { grade: 'D', inspectionsPerYear: 3, depositPercent: 5, note: '重点监管' },
      { grade: 'E', inspectionsPerYear: 4, depositPercent: 10, note: '重点监管，建议不再续签协议' },
    ],
  },
  {
    schemeId: 'insured-person', title: '参保人信用评价（示例）', subject: 'person', halfDays: 180, base: 100, ceiling: 100, repairMost: 20,
    source: '建议值；只看行为，不看病情。依据《医疗保障基金使用监督管理条例》第十七条（参保人员应当持本人凭证就医，不得重复享受待遇、转卖药品）',
    items: [
      item('P1', '就诊频次', '一天内就诊、购药过多的天数，每 2 天', 'busyDayCount', 2, -2, 12),
      item('P2', '就诊机构', '一个月内去的机构过多的月数，每月', 'manyPlacesCount', 1, -3, 12),
      item('P3', '时空冲突', '同一小时在两地就诊，每次', 'overlapCount', 1, -8, 24),
      item('P4', '囤药', '购药天数远超日历天数，每季每种药', 'stockCount', 1, -6, 24),
      item('P5', '出借凭证迹象', '属于反复一起刷卡的卡群，每个', 'companyCount', 1, -8, 24),
      item('P6', '认定违规', '本人行为被认定违规，每条', 'decidedCount', 1, -15, 45),
      item('P7', '行政处罚', '受到行政处罚，每次', 'punishedCount', 1, -30, 60),
    ],
    grades: [{ grade: '良好', from: 85 }, { grade: '关注', from: 70 }, { grade: '警示', from: 50 }, { grade: '失信', from: 0 }],
    vetoes: [{ fact: 'fraudCount', atLeast: 1, grade: '失信', title: '因欺诈骗保受到处罚' }],
    consequences: [
      { grade: '良好', inspectionsPerYear: 0, depositPercent: 0, note: '无' },
      { grade: '关注', inspectionsPerYear: 0, depositPercent: 0, note: '短信提醒用药和凭证保管，不影响待遇' },
      { grade: '警示', inspectionsPerYear: 0, depositPercent: 0, note: '电话核实一次；异地、零星报销由两人复核，不影响待遇' },
      { grade: '失信', inspectionsPerYear: 0, depositPercent: 0, note: '建议约谈；暂停联网结算须依条例第四十一条另作决定' },
    ],
  },
];
