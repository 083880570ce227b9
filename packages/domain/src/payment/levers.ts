/** 支付方式测算: what may be changed of a payment scheme. */
import type { Insurance } from '../lake.ts';
import { ONE, type PaymentScheme, scaled } from './scheme.ts';

export const paymentLeverKinds = ['rate', 'budget', 'weight', 'high', 'low', 'coefficient', 'assessment', 'ungrouped', 'trust'] as const;
export type PaymentLeverKind = (typeof paymentLeverKinds)[number];

export interface PaymentLever {
  readonly kind: PaymentLeverKind;
  /** rate, budget: of one insurance; null: all. */
  readonly insurance: Insurance | null;
  /** coefficient, assessment: of a class of hospital or of one institution; null: all. */
  readonly level: number | null;
  readonly providerNo: string | null;
  /** weight: codes of groups that begin with one of these; empty: all. */
  readonly groups: readonly string[];
  /**
   * rate, budget, weight: ten-thousandths by which they change; high, low: the limit itself in ten-thousandths (0: none); coefficient,
   * assessment: ten-thousandths added; ungrouped: the part of cost paid; trust: 0 the hospital's group counts, 1 the grouper's.
   */
  readonly by: number;
}

const times = (value: number, by: number) => Math.max(0, scaled([value, ONE + by], [ONE]));

function pull(scheme: PaymentScheme, { kind, insurance, level, providerNo, groups, by }: PaymentLever): PaymentScheme {
  switch (kind) {
    case 'rate':
    case 'budget':
      return {
        ...scheme,
        rates: scheme.rates.map((rate) => {
          if (insurance !== null && rate.insurance !== null && rate.insurance !== insurance) return rate;
          return kind === 'rate'
            ? { ...rate, rate: rate.rate === null ? null : times(rate.rate, by) }
            : { ...rate, budgetFen: rate.budgetFen === null ? null : times(rate.budgetFen, by) };
        }),
      };
    case 'weight':
      return {
        ...scheme,
        groups: scheme.groups.map((group) =>
          groups.length === 0 || groups.some((prefix) => group.code.startsWith(prefix))
            ? { ...group, weight: times(group.weight, by) }
            : group,
        ),
      };
    case 'high':
    case 'low': {
      const limit = by === 0 ? null : by;
      const bands = scheme.outliers.length > 0 ? scheme.outliers : [{ fromWeight: 0, high: null, low: null }];
      return { ...scheme, outliers: bands.map((band) => ({ ...band, [kind]: limit })) };
    }
    case 'coefficient':
    case 'assessment': {
      const unit = { providerNo: null, level: null, coefficient: ONE, assessment: ONE };
      const own = scheme.coefficients.find((one) => one.providerNo === providerNo && one.level === level);
      // an institution or class without a row of its own gets one, beginning from what counted for it until now
      const base = own ?? scheme.coefficients.find((one) => one.providerNo === null && (one.level === null || one.level === level)) ?? unit;
      const rows =
        providerNo === null && level === null
          ? [...scheme.coefficients, ...(scheme.coefficients.some((one) => one.providerNo === null && one.level === null) ? [] : [unit])]
          : [...(own ? [] : [{ ...base, providerNo, level }]), ...scheme.coefficients];
      const concerned = (one: (typeof rows)[number]) =>
        (providerNo === null && level === null) || (one.providerNo === providerNo && one.level === level);
      return { ...scheme, coefficients: rows.map((one) => (concerned(one) ? { ...one, [kind]: Math.max(0, one[kind] + by) } : one)) };
    }
    case 'ungrouped':
      return { ...scheme, settings: { ...scheme.settings, ungrouped: by } };
    case 'trust':
      return { ...scheme, settings: { ...scheme.settings, trust: by === 1 ? 'grouper' : 'sent' } };
  }
}

/** The scheme with its levers pulled, one after the other. */
export const changedPayment = (scheme: PaymentScheme, levers: readonly PaymentLever[]): PaymentScheme => levers.reduce(pull, scheme);
