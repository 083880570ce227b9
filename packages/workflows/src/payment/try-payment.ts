// A year's stays settled by disease group, as the scheme stands and as some levers would have it: who gains and who loses.
import {
  changedPayment,
  type DrgPack,
  dipGrouper,
  drgGrouper,
  type Grouper,
  groupCases,
  type Instant,
  type Outcome,
  type PaymentCase,
  type PaymentLever,
  type PaymentScheme,
  type PaymentSummary,
  type PointValue,
  type SettledYear,
  settleYear,
  summarise,
} from '@hengjian/domain';

export interface PaymentAsked {
  readonly trialId: string;
  readonly title: string;
  readonly schemeId: string;
  /** Calendar year of settlement. */
  readonly year: number;
  readonly levers: readonly PaymentLever[];
  readonly by: string;
  readonly at: Instant;
}
export interface PaymentSide {
  readonly summary: PaymentSummary;
  readonly values: readonly PointValue[];
}
export interface PaymentResult {
  /** Stays left out: no record tells what the fund paid. */
  readonly unknownFund: number;
  readonly before: PaymentSide;
  readonly after: PaymentSide;
}
export interface PaymentTrial extends PaymentAsked {
  readonly lakeVersion: number;
  readonly seconds: number;
  readonly result: PaymentResult;
}

export interface PaymentStays {
  readonly lakeVersion: number;
  /** In the order of institution and number. */
  readonly cases: PaymentCase[];
  readonly unknownFund: number;
}

export interface PaymentPorts {
  scheme(schemeId: string): Promise<PaymentScheme | undefined>;
  pack(packId: string): Promise<DrgPack | undefined>;
  /** Settled stays of a year. */
  stays(year: number, progress: (done: number, total: number) => void): Promise<PaymentStays>;
  keep(trial: PaymentTrial): Promise<void>;
}

/** Groups as sent only, where a DRG scheme names no pack. */
const asSent: Grouper = () => ({
  code: null,
  by: 'grouper',
  category: null,
  adjacent: null,
  rule: null,
  complications: [],
  excluded: [],
  why: 'no-item',
});

const refusal = <T>(code: string, facts: Record<string, unknown>): Outcome<T> => ({
  ok: false,
  issues: [{ code, severity: 'error', facts }],
});

/** What a scheme groups with. Refusal: `payment.unknown-pack`. */
export async function grouperOf(ports: Pick<PaymentPorts, 'pack'>, scheme: PaymentScheme): Promise<Outcome<Grouper>> {
  if (scheme.method === 'dip') return { ok: true, value: dipGrouper(scheme), issues: [] };
  if (scheme.packId === null) return { ok: true, value: asSent, issues: [] };
  const pack = await ports.pack(scheme.packId);
  return pack ? { ok: true, value: drgGrouper(pack), issues: [] } : refusal('payment.unknown-pack', { id: scheme.packId });
}

/** Refusals: `payment.unknown-scheme`, `payment.unknown-pack`, `payment.no-cases`. */
export async function tryPayment(
  ports: PaymentPorts,
  asked: PaymentAsked,
  progress: (done: number, total: number) => void = () => {},
): Promise<Outcome<PaymentTrial>> {
  const begun = performance.now();
  const scheme = await ports.scheme(asked.schemeId);
  if (!scheme) return refusal('payment.unknown-scheme', { id: asked.schemeId });
  const grouper = await grouperOf(ports, scheme);
  if (!grouper.ok) return grouper;
  const { lakeVersion, cases, unknownFund } = await ports.stays(asked.year, progress);
  if (cases.length === 0) return refusal('payment.no-cases', { year: asked.year });
  const side = (of: PaymentScheme): PaymentSide => {
    const { cases: priced, values }: SettledYear = settleYear(of, groupCases(of, grouper.value, cases));
    return { summary: summarise(of, priced), values };
  };
  const before = side(scheme);
  const after = asked.levers.length === 0 ? before : side(changedPayment(scheme, asked.levers));
  const kept = { ...asked, lakeVersion, seconds: (performance.now() - begun) / 1000, result: { before, after, unknownFund } };
  await ports.keep(kept);
  return { ok: true, value: kept, issues: [] };
}
