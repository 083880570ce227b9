/**
 * Settles the stays of a year by disease group: each case's standard, its outliers, its points and money, the point value where it follows
 * from the budget, and what an institution is due against what it was paid by items (DRG 付费、DIP 分值付费年度清算).
 * Rounding: settled points keep four decimals, money whole fen, both half away from zero; a point value from a budget is cut to six decimals of a
 * yuan, so that the year stays within its budget but for the rounding of single cases.
 */
import type { Fen } from '../money.ts';
import { PRICE_SCALE } from '../money.ts';
import {
  type Auxiliary,
  type Grouper,
  type Grouping,
  type InstitutionCoefficient,
  ONE,
  type PaymentCase,
  type PaymentGroup,
  type PaymentRate,
  type PaymentScheme,
  scaled,
} from './scheme.ts';

/** How a case is paid. cost: by what it cost, for the reason in `why`. */
export const treatments = ['normal', 'high', 'highBeyond', 'low', 'dayCase', 'cost'] as const;
export type Treatment = (typeof treatments)[number];
export type CostReason = 'ungrouped' | 'long' | 'exception' | 'low' | 'no-rate';

export interface GroupedCase {
  readonly one: PaymentCase;
  readonly grouping: Grouping;
  /** What the grouper alone says, where the hospital sent a group; else the same. */
  readonly regrouped: Grouping;
  readonly group: PaymentGroup | null;
}

export interface PricedCase extends GroupedCase {
  readonly treatment: Treatment;
  readonly why: CostReason | null;
  /** Row of `rates`; −1: none fits. */
  readonly rateRow: number;
  readonly coefficient: number;
  readonly auxiliary: Auxiliary | null;
  /** What its cost is compared with; null: not known. */
  readonly standardFen: Fen | null;
  /** Cost ÷ standard, ten-thousandths. */
  readonly ratio: number | null;
  readonly high: number | null;
  readonly low: number | null;
  /** Settled weight or points, ten-thousandths; 0 where paid by cost. */
  readonly points: number;
  /** Millionths of a yuan a point. */
  readonly rate: number;
  /** What the case comes to, patient's share included. */
  readonly payFen: Fen;
  /** What patient and other funds bear. */
  readonly ownFen: Fen;
  /** payFen − ownFen: the fund's part. Below zero where a patient bore more than the standard; the year's sum counts. */
  readonly dueFen: Fen;
}

/** 点值 of one row of rates. */
export interface PointValue {
  readonly rate: number;
  /** True: worked out of the budget. */
  readonly fromBudget: boolean;
  readonly budgetFen: Fen | null;
  readonly cases: number;
  readonly points: number;
  /** Fund's part of the cases paid by cost. */
  readonly byCostFen: Fen;
  readonly ownFen: Fen;
  readonly dueFen: Fen;
}

export interface SettledYear {
  readonly cases: readonly PricedCase[];
  readonly values: readonly PointValue[];
}

/** What a scheme groups with: the hospital's own group where it is trusted and known, else the grouper. */
export function groupCases(scheme: PaymentScheme, grouper: Grouper, cases: Iterable<PaymentCase>): GroupedCase[] {
  const groups = new Map(scheme.groups.map((group) => [group.code, group]));
  const result: GroupedCase[] = [];
  for (const one of cases) {
    const regrouped = grouper(one);
    const sent = scheme.settings.trust === 'sent' && one.sentGroup !== null && groups.has(one.sentGroup);
    const grouping: Grouping = sent ? { ...regrouped, code: one.sentGroup, by: 'sent', why: 'grouped' } : regrouped;
    const group = groups.get(grouping.code ?? '') ?? null;
    result.push({
      one,
      regrouped,
      group,
      grouping: group || grouping.code === null ? grouping : { ...grouping, why: 'unknown-group' },
    });
  }
  return result;
}

const rateRowOf = (rates: readonly PaymentRate[], { insurance, level }: PaymentCase) =>
  rates.findIndex((rate) => (rate.insurance === null || rate.insurance === insurance) && (rate.level === null || rate.level === level));

const unit: InstitutionCoefficient = { providerNo: null, level: null, coefficient: ONE, assessment: ONE };
export function coefficientOf(
  scheme: PaymentScheme,
  { providerNo, level }: Pick<PaymentCase, 'providerNo' | 'level'>,
): InstitutionCoefficient {
  return (
    scheme.coefficients.find((one) => one.providerNo === providerNo) ??
    scheme.coefficients.find((one) => one.providerNo === null && (one.level === null || one.level === level)) ??
    unit
  );
}

function auxiliaryOf(scheme: PaymentScheme, group: PaymentGroup, one: PaymentCase): Auxiliary | null {
  let best: Auxiliary | null = null;
  for (const row of scheme.auxiliary) {
    if (row.groupCode !== null && row.groupCode !== group.code) continue;
    if (row.minAge !== null && (one.ageYears === null || one.ageYears < row.minAge)) continue;
    if (row.maxAge !== null && (one.ageYears === null || one.ageYears > row.maxAge)) continue;
    if (row.minDays !== null && one.days < row.minDays) continue;
    if (row.diagnoses.length > 0 && !one.otherDiagnoses.some((code) => row.diagnoses.some((prefix) => code.startsWith(prefix)))) continue;
    if (best === null || row.coefficient > best.coefficient) best = row;
  }
  return best;
}

/** Points × rate in fen: points in ten-thousandths, rate in millionths of a yuan. */
const pointsFen = (points: number, rate: number): Fen => scaled([points, rate, 100], [ONE, PRICE_SCALE]);

/** A case before rates are known that follow from a budget. */
interface Weighed extends Omit<PricedCase, 'rate' | 'payFen' | 'dueFen'> {
  readonly byCostFen: Fen | null;
}

/** One case by itself. High cases beyond an institution's share are taken back by `withinShare`. */
function weigh(scheme: PaymentScheme, grouped: GroupedCase, exceptions: ReadonlyMap<string, string>): Weighed {
  const { settings } = scheme;
  const { one, group } = grouped;
  const rateRow = rateRowOf(scheme.rates, one);
  const ownFen = one.costFen - one.fundFen;
  const base = { ...grouped, rateRow, ownFen, coefficient: ONE, auxiliary: null, standardFen: null, ratio: null, high: null, low: null };
  const byCost = (why: CostReason, part = ONE, more: Partial<Weighed> = {}): Weighed => ({
    ...base,
    ...more,
    treatment: 'cost',
    why,
    points: 0,
    byCostFen: scaled([one.costFen, part], [ONE]),
  });
  if (rateRow < 0) return byCost('no-rate');
  if (group === null) return byCost('ungrouped', settings.ungrouped);
  const coefficient = group.kind === 'basic' ? ONE : coefficientOf(scheme, one).coefficient;
  const auxiliary = auxiliaryOf(scheme, group, one);
  const factors = [group.weight, coefficient, auxiliary?.coefficient ?? ONE];
  const rate = scheme.rates[rateRow]?.rate ?? null;
  const points = scaled(factors, [ONE, ONE]);
  const standardFen = settings.standard === 'mean' || rate === null ? group.meanFen : pointsFen(points, rate);
  const ratio = standardFen === null || standardFen === 0 ? null : scaled([one.costFen, ONE], [standardFen]);
  const band = scheme.outliers.findLast(({ fromWeight }) => fromWeight <= group.weight);
  const [high, low] = [band?.high ?? null, band?.low ?? null];
  const known = { coefficient, auxiliary, standardFen, ratio, high, low };
  if (exceptions.has(one.encounterNo)) return byCost('exception', ONE, known);
  if (settings.longDays !== null && one.days > settings.longDays) return byCost('long', ONE, known);
  const paid = (treatment: Treatment, settled = points): Weighed => ({
    ...base,
    ...known,
    treatment,
    why: null,
    points: settled,
    byCostFen: null,
  });
  if (settings.dayCaseDays !== null && one.days <= settings.dayCaseDays && one.mainProcedure !== null)
    return paid('dayCase', scaled([...factors, settings.dayCase], [ONE, ONE, ONE]));
  // compared without rounding: cost × 1 against limit × standard
  const beyond = (limit: number) => one.costFen * ONE - limit * (standardFen as number);
  if (standardFen !== null && low !== null && beyond(low) < 0)
    return settings.low === 'cost' ? byCost('low', ONE, known) : paid('low', scaled([...factors, one.costFen], [ONE, ONE, standardFen]));
  if (standardFen !== null && high !== null && settings.high === 'excess' && beyond(high) > 0)
    return paid('high', scaled([...factors, one.costFen * ONE - (high - ONE) * standardFen], [ONE, ONE, ONE, standardFen]));
  return paid('normal');
}

/** High cases of an institution above its share are paid like any other, those that exceed their standard least. */
function withinShare(scheme: PaymentScheme, cases: readonly Weighed[]): Weighed[] {
  const { highShare } = scheme.settings;
  if (highShare === null) return [...cases];
  const refused = new Set<Weighed>();
  for (const own of Map.groupBy(cases, ({ one }) => one.providerNo).values()) {
    const most = Math.floor((own.filter(({ group }) => group !== null).length * highShare) / ONE);
    const high = own.filter(({ treatment }) => treatment === 'high');
    const excess = ({ one, standardFen, high: limit }: Weighed) => one.costFen * ONE - (limit ?? 0) * (standardFen ?? 0);
    for (const one of high.sort((a, b) => excess(b) - excess(a) || (a.one.encounterNo < b.one.encounterNo ? -1 : 1)).slice(most))
      refused.add(one);
  }
  return cases.map((one) =>
    refused.has(one)
      ? {
          ...one,
          treatment: 'highBeyond',
          points: scaled([one.group?.weight ?? 0, one.coefficient, one.auxiliary?.coefficient ?? ONE], [ONE, ONE]),
        }
      : one,
  );
}

/**
 * 点值: fixed, or (budget − reserve − fund's part of cases paid by cost + patients' part of the others) ÷ points, cut to six decimals of a
 * yuan; never below nothing.
 */
function pointValue(scheme: PaymentScheme, { rate, budgetFen }: PaymentRate, cases: readonly Weighed[]): number {
  if (rate !== null || budgetFen === null) return rate ?? 0;
  const points = cases.reduce((sum, one) => sum + one.points, 0);
  if (points === 0) return 0;
  const spent = cases.reduce((sum, one) => (one.byCostFen === null ? sum : sum + one.byCostFen - one.ownFen), 0);
  const own = cases.reduce((sum, one) => (one.byCostFen === null ? sum + one.ownFen : sum), 0);
  const left = budgetFen - scaled([budgetFen, scheme.settings.reserve], [ONE]) - spent + own;
  return left <= 0 ? 0 : Number((BigInt(left) * BigInt(ONE) * BigInt(PRICE_SCALE / 100)) / BigInt(points));
}

/** Settles the cases of a year under a scheme. `grouped` comes from `groupCases` under the same groups. */
export function settleYear(scheme: PaymentScheme, grouped: readonly GroupedCase[]): SettledYear {
  const exceptions = new Map(scheme.exceptions.map(({ encounterNo, reason }) => [encounterNo, reason]));
  const weighed = withinShare(
    scheme,
    grouped.map((one) => weigh(scheme, one, exceptions)),
  );
  const byRow = Map.groupBy(weighed, ({ rateRow }) => rateRow);
  const rates = scheme.rates.map((rate, row) => pointValue(scheme, rate, byRow.get(row) ?? []));
  const cases = weighed.map(({ byCostFen, ...one }): PricedCase => {
    const rate = rates[one.rateRow] ?? 0;
    const payFen = byCostFen ?? pointsFen(one.points, rate);
    return { ...one, rate, payFen, dueFen: payFen - one.ownFen };
  });
  const priced = Map.groupBy(cases, ({ rateRow }) => rateRow);
  const values = scheme.rates.map(({ rate, budgetFen }, row): PointValue => {
    const own = priced.get(row) ?? [];
    const sum = (of: (one: PricedCase) => number) => own.reduce((total, one) => total + of(one), 0);
    return {
      rate: rates[row] ?? 0,
      fromBudget: rate === null,
      budgetFen,
      cases: own.length,
      points: sum(({ points }) => points),
      byCostFen: sum(({ treatment, dueFen }) => (treatment === 'cost' ? dueFen : 0)),
      ownFen: sum(({ ownFen }) => ownFen),
      dueFen: sum(({ dueFen }) => dueFen),
    };
  });
  return { cases, values };
}
