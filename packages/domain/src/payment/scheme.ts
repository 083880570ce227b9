/**
 * 支付方式 as data: how a bureau pays hospitals for stays by disease group, DRG (按病组付费) or DIP (按病种分值付费). A scheme is a dated
 * table of a region; nothing in it is a constant of the program, since thresholds, coefficients and their order are local policy everywhere.
 * Money is whole fen; weights, points, coefficients and ratios are ten-thousandths; rates (元 per weight of 1, or per point) are millionths of
 * a yuan, as unit prices are.
 */
import type { Insurance } from '../lake.ts';
import type { Fen } from '../money.ts';
import type { Day } from '../time.ts';

/** Ten-thousandths: 10,000 is one. */
export const ONE = 10_000;

export const paymentMethods = ['drg', 'dip'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/**
 * drg: a group that a grouping pack leads to. core, basic (基层病种, the same for every class of hospital) and comprehensive (综合病种) are
 * DIP items and tell by themselves which cases they take.
 */
const groupKinds = ['drg', 'core', 'basic', 'comprehensive'] as const;
export type GroupKind = (typeof groupKinds)[number];

export interface PaymentGroup {
  readonly code: string;
  readonly name: string;
  readonly kind: GroupKind;
  /** 权重 RW (DRG) or 分值 (DIP). */
  readonly weight: number;
  /** 例均费用; null: not told, what is compared with it is not judged. */
  readonly meanFen: Fen | null;
  /** 平均住院日, ten-thousandths of a day. */
  readonly meanDays: number | null;
  /** Deaths here are watched (低风险组). */
  readonly lowRisk: boolean;
  /** DIP: beginnings of the main diagnosis; of comprehensive items ranges too (`A00-A99`). */
  readonly diagnoses: readonly string[];
  /** DIP: `A`, `A/B` (any), `A+B` (all, each part may be `a/b`), beginnings of codes; empty: conservative. Comprehensive: a procedure class. */
  readonly procedures: string;
}

/** 相关手术 > 治疗性操作 > 诊断性操作 > 保守治疗; `excluded` takes no part in grouping. */
const procedureClasses = ['surgery', 'therapeutic', 'diagnostic', 'conservative', 'excluded'] as const;
export type ProcedureClass = (typeof procedureClasses)[number];

/** 费率 or 点值 of some insurance; empty `insurance`: all. The first that fits. */
export interface PaymentRate {
  readonly insurance: Insurance | null;
  readonly level: number | null;
  /** Millionths of a yuan for a weight of 1 or for one point; null: worked out of the budget. */
  readonly rate: number | null;
  /** 年度住院基金预算 that the cases of this row are paid from. */
  readonly budgetFen: Fen | null;
}

/** 机构系数: the first that fits by institution, then by class; none: 1. */
export interface InstitutionCoefficient {
  readonly providerNo: string | null;
  readonly level: number | null;
  readonly coefficient: number;
  /** 年度考核系数, of what the year comes to. */
  readonly assessment: number;
}

/** 高倍率、低倍率: limits of the ratio of a case's cost to its standard, by weight; the last band that begins at or below it. */
export interface OutlierBand {
  readonly fromWeight: number;
  readonly high: number | null;
  readonly low: number | null;
}

/** 辅助目录: what makes a case of a group dearer; of several that fit the largest counts. Empty group: all groups. */
export interface Auxiliary {
  readonly groupCode: string | null;
  readonly title: string;
  readonly minAge: number | null;
  readonly maxAge: number | null;
  /** Beginnings of other diagnoses, one of which must be there; empty: not asked. */
  readonly diagnoses: readonly string[];
  readonly minDays: number | null;
  readonly coefficient: number;
}

export interface PaymentSettings {
  /** What a case's cost is compared with: what its group is paid, or the group's mean cost. */
  readonly standard: 'payment' | 'mean';
  /** Below the low limit: by cost, or weight × ratio. */
  readonly low: 'cost' | 'ratio';
  /** Above the high limit: what exceeds it is added, or not. */
  readonly high: 'excess' | 'none';
  /** At most this part of an institution's grouped cases is paid as high; those that exceed most come first. null: no limit. */
  readonly highShare: number | null;
  /** Cases without a group are paid so much of their cost. */
  readonly ungrouped: number;
  /** Stays longer than this are paid by cost. */
  readonly longDays: number | null;
  /** 日间病例: stays of at most so many days with a procedure … */
  readonly dayCaseDays: number | null;
  /** … are paid so much of the group's standard. */
  readonly dayCase: number;
  /** Kept back of every budget (质量保证金, 风险金). */
  readonly reserve: number;
  /** 分解住院: back in the same institution and group within so many days of discharge. */
  readonly splitDays: number;
  /** 低标准入院: cost below this part of the group's mean. */
  readonly lowStandard: number;
  /** 超长住院: days above so many times the group's mean. */
  readonly overlong: number;
  /** Which group counts where the hospital sent one: its own, or the grouper's. */
  readonly trust: 'sent' | 'grouper';
}

/** 特例单议 that were granted: paid by cost. */
export interface PaymentException {
  readonly encounterNo: string;
  readonly reason: string;
}

export interface PaymentScheme {
  readonly schemeId: string;
  readonly title: string;
  readonly method: PaymentMethod;
  readonly region: string;
  readonly fromDay: Day;
  readonly toDay: Day | null;
  /** Document that it was written from. */
  readonly source: string;
  /** DRG: the grouping pack; null: only groups that hospitals sent. */
  readonly packId: string | null;
  readonly settings: PaymentSettings;
  readonly groups: readonly PaymentGroup[];
  readonly rates: readonly PaymentRate[];
  readonly coefficients: readonly InstitutionCoefficient[];
  readonly outliers: readonly OutlierBand[];
  readonly auxiliary: readonly Auxiliary[];
  /** DIP: classes of procedures by the beginning of their code, the longest counts. */
  readonly classes: readonly { readonly prefix: string; readonly class: ProcedureClass }[];
  readonly exceptions: readonly PaymentException[];
}

/** A stay as it was settled, net; what is needed to group and to price it. */
export interface PaymentCase {
  readonly encounterNo: string;
  readonly person: number;
  readonly providerNo: string;
  readonly level: number | null;
  readonly insurance: Insurance | null;
  readonly sex: number | null;
  readonly ageYears: number | null;
  readonly ageDays: number | null;
  /** Of a newborn; null: the record does not tell. */
  readonly weightGrams: number | null;
  readonly begunDay: Day;
  readonly endedDay: Day;
  /** 计入不计出, at least 1. */
  readonly days: number;
  readonly died: boolean;
  readonly mainDiagnosis: string | null;
  readonly otherDiagnoses: readonly string[];
  readonly mainProcedure: string | null;
  readonly otherProcedures: readonly string[];
  readonly costFen: Fen;
  /** What the fund paid by the items of the bill. */
  readonly fundFen: Fen;
  /** Group on the settlement list (医保结算清单). */
  readonly sentGroup: string | null;
}

/** Why a case has its group, or none. */
export interface Grouping {
  readonly code: string | null;
  readonly by: 'sent' | 'grouper';
  /** DRG: major category and adjacent group; null where none. */
  readonly category: string | null;
  readonly adjacent: string | null;
  /** Rule that took it, as it is written in the pack or item. */
  readonly rule: string | null;
  /** Other diagnoses that count as MCC or CC, and those that the main diagnosis excludes. */
  readonly complications: readonly string[];
  readonly excluded: readonly string[];
  readonly why: 'grouped' | 'no-diagnosis' | 'no-category' | 'no-adjacent' | 'no-item' | 'unknown-group';
}

export type Grouper = (one: PaymentCase) => Grouping;

/** `a × b × c … ÷ divisor` of whole numbers, half away from zero. */
export function scaled(factors: readonly number[], divisor: readonly number[]): number {
  const product = factors.reduce((all, one) => all * BigInt(one), 1n);
  const by = divisor.reduce((all, one) => all * BigInt(one), 1n);
  const negative = product < 0n !== by < 0n;
  const [p, d] = [product < 0n ? -product : product, by < 0n ? -by : by];
  const rounded = Number((p * 2n + d) / (d * 2n));
  return negative ? -rounded || 0 : rounded;
}
