/** Sums and indicators of settled cases: by institution, by group, by insurance (CMI, 时间消耗指数, 费用消耗指数, 入组率, 倍率占比). */
import type { Fen } from '../money.ts';
import { ONE, type PaymentScheme, scaled } from './scheme.ts';
import type { PricedCase } from './settle.ts';
import { coefficientOf } from './settle.ts';
import { type PaymentSignal, paymentSignals, signalsOf } from './signals.ts';

export interface PaymentSums {
  readonly cases: number;
  readonly grouped: number;
  readonly high: number;
  readonly low: number;
  /** Paid by what they cost, for whatever reason. */
  readonly byCost: number;
  /** Different groups. */
  readonly groups: number;
  readonly costFen: Fen;
  readonly payFen: Fen;
  readonly ownFen: Fen;
  /** The fund's part by group, assessment counted. */
  readonly dueFen: Fen;
  /** The fund's part as it was paid by items. */
  readonly fundFen: Fen;
  readonly points: number;
  /** Mean weight of grouped cases, ten-thousandths; null without any. */
  readonly cmi: number | null;
  /** What was needed beside what the region needs for the same groups, ten-thousandths. */
  readonly timeIndex: number | null;
  readonly costIndex: number | null;
  readonly signals: Readonly<Record<PaymentSignal, number>>;
}

export interface PaymentSummary {
  readonly all: PaymentSums;
  readonly byInstitution: Readonly<Record<string, PaymentSums>>;
  readonly byGroup: Readonly<Record<string, PaymentSums>>;
  readonly byInsurance: Readonly<Record<string, PaymentSums>>;
}

/** Mean days and cost of a group in the region, of the cases themselves. */
type Usual = ReadonlyMap<string, { readonly days: number; readonly cost: number; readonly n: number }>;

function usualOf(cases: readonly PricedCase[]): Usual {
  const usual = new Map<string, { days: number; cost: number; n: number }>();
  for (const { group, one } of cases) {
    if (!group) continue;
    const own = usual.get(group.code) ?? { days: 0, cost: 0, n: 0 };
    own.days += one.days;
    own.cost += one.costFen;
    own.n += 1;
    usual.set(group.code, own);
  }
  return usual;
}

function sumsOf(
  scheme: PaymentScheme,
  cases: readonly PricedCase[],
  usual: Usual,
  signals: ReadonlyMap<PricedCase, readonly PaymentSignal[]>,
): PaymentSums {
  const sum = (of: (one: PricedCase) => number) => cases.reduce((total, one) => total + of(one), 0);
  const grouped = cases.filter(({ group }) => group !== null);
  const count = (test: (one: PricedCase) => boolean) => cases.filter(test).length;
  const index = (of: 'days' | 'cost') => {
    if (grouped.length === 0) return null;
    // Σ own ÷ the region's mean of the group, over the cases: each group weighs as many cases as the institution has in it
    const total = grouped.reduce((all, { group, one }) => {
      const mean = usual.get(group?.code ?? '');
      return mean && mean[of] > 0 ? all + (of === 'days' ? one.days : one.costFen) / (mean[of] / mean.n) : all;
    }, 0);
    return Math.round((total / grouped.length) * ONE);
  };
  const tally = Object.fromEntries(paymentSignals.map((signal) => [signal, 0])) as Record<PaymentSignal, number>;
  for (const one of cases) for (const signal of signals.get(one) ?? []) tally[signal] += 1;
  // assessment is of what an institution's year comes to
  const assessed = [...Map.groupBy(cases, ({ one }) => `${one.providerNo} ${one.level}`).values()].reduce((total, own) => {
    const first = own[0] as PricedCase;
    const pay = own.reduce((all, { payFen }) => all + payFen, 0);
    return total + scaled([pay, coefficientOf(scheme, first.one).assessment], [ONE]);
  }, 0);
  const ownFen = sum((one) => one.ownFen);
  return {
    cases: cases.length,
    grouped: grouped.length,
    high: count(({ treatment }) => treatment === 'high' || treatment === 'highBeyond'),
    low: count(({ treatment, why }) => treatment === 'low' || why === 'low'),
    byCost: count(({ treatment }) => treatment === 'cost'),
    groups: new Set(grouped.map(({ group }) => group?.code)).size,
    costFen: sum(({ one }) => one.costFen),
    payFen: sum((one) => one.payFen),
    ownFen,
    dueFen: assessed - ownFen,
    fundFen: sum(({ one }) => one.fundFen),
    points: sum((one) => one.points),
    cmi: grouped.length === 0 ? null : Math.round(grouped.reduce((total, { group }) => total + (group?.weight ?? 0), 0) / grouped.length),
    timeIndex: index('days'),
    costIndex: index('cost'),
    signals: tally,
  };
}

export function summarise(scheme: PaymentScheme, cases: readonly PricedCase[]): PaymentSummary {
  const usual = usualOf(cases);
  const signals = signalsOf(scheme, cases);
  const parted = (key: (one: PricedCase) => string) =>
    Object.fromEntries(
      [...Map.groupBy(cases, key)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, own]) => [value, sumsOf(scheme, own, usual, signals)]),
    );
  return {
    all: sumsOf(scheme, cases, usual, signals),
    byInstitution: parted(({ one }) => one.providerNo),
    byGroup: parted(({ group }) => group?.code ?? ''),
    byInsurance: parted(({ one }) => one.insurance ?? ''),
  };
}
