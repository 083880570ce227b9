/** 医药价格和招采信用评价 of suppliers (2025 edition): kinds of case, graded by amount into three levels; the worst that stands counts. */
import type { Fen } from '../money.ts';
import type { Day } from '../time.ts';

export const supplierCases = ['bribery', 'tax', 'monopoly', 'price', 'resistance', 'bidding', 'promise'] as const;
export type SupplierCase = (typeof supplierCases)[number];
export const dishonestyLevels = ['dishonest', 'serious', 'gravest'] as const;
export type DishonestyLevel = (typeof dishonestyLevels)[number];

/** One row of the table: from this amount (inclusive) on, the level. */
export interface SupplierBand {
  readonly kind: SupplierCase;
  readonly fromFen: Fen;
  readonly level: DishonestyLevel;
}

const wan = (amount: number): Fen => amount * 1_000_000;
/** 商业贿赂 and 涉税违法 are graded by amount; the other kinds have no amounts published and begin at the first level. */
const supplierBands: readonly SupplierBand[] = [
  { kind: 'bribery', fromFen: 0, level: 'dishonest' },
  { kind: 'bribery', fromFen: wan(50), level: 'serious' },
  { kind: 'bribery', fromFen: wan(100), level: 'gravest' },
  { kind: 'tax', fromFen: wan(5), level: 'dishonest' },
  { kind: 'tax', fromFen: wan(50), level: 'serious' },
  { kind: 'tax', fromFen: wan(250), level: 'gravest' },
  ...(['monopoly', 'price', 'resistance', 'bidding', 'promise'] as const).map((kind) => ({
    kind,
    fromFen: 0,
    level: 'dishonest' as const,
  })),
];

export interface SupplierConduct {
  readonly conductId: string;
  readonly supplier: string;
  readonly kind: SupplierCase;
  readonly amountFen: Fen;
  /** Bribing staff of the bureau or of purchasing, or collusion in national purchasing: rated at the top whatever the amount. */
  readonly top: boolean;
  /** Judgment, penalty or audit finding. */
  readonly document: string;
  readonly decidedOn: Day;
  /** Repaired: it does not count from this day on. */
  readonly repairedOn: Day | null;
}

/** null: below the smallest amount of its kind. */
export function conductLevel(
  { kind, amountFen, top }: SupplierConduct,
  bands: readonly SupplierBand[] = supplierBands,
): DishonestyLevel | null {
  if (top) return 'gravest';
  const fitting = bands.filter((band) => band.kind === kind && band.fromFen <= amountFen);
  return fitting.sort((a, b) => b.fromFen - a.fromFen)[0]?.level ?? null;
}

/** The worst level that stands on a day; null: none. */
export function supplierLevel(conducts: readonly SupplierConduct[], day: Day): DishonestyLevel | null {
  const ranks = conducts
    .filter(({ decidedOn, repairedOn }) => decidedOn <= day && (repairedOn === null || repairedOn > day))
    .map((one) => dishonestyLevels.indexOf(conductLevel(one) as DishonestyLevel));
  return dishonestyLevels[Math.max(-1, ...ranks)] ?? null;
}
