/** What institutions of a class are compared by where stays are paid by group, as the ratios that a funnel takes (ΣY ÷ ΣX over stays). */

import type { RatioSums } from '../benchmark/funnel.ts';
import type { Words } from '../messages.ts';
import { ONE } from './scheme.ts';
import type { PricedCase } from './settle.ts';
import type { PaymentSignal } from './signals.ts';

export interface PaymentIndicator extends Words {
  readonly unit: 'share' | 'index' | 'number';
}
const i = (zh: string, en: string, unit: PaymentIndicator['unit']): PaymentIndicator => ({ zh, en, unit });

// biome-ignore format: a table
export const paymentIndicators = {
  cmi: i('病例组合指数（CMI）', 'case mix index', 'number'),
  timeIndex: i('时间消耗指数（实际/预期）', 'days, observed/expected', 'index'),
  costIndex: i('费用消耗指数（实际/预期）', 'cost, observed/expected', 'index'),
  upcoded: i('高套病组占比', 'share upcoded', 'share'),
  split: i('分解住院占比', 'share of split stays', 'share'),
  lowStandard: i('低标准入院占比', 'share of low-standard admissions', 'share'),
  overlong: i('超长住院占比', 'share of over-long stays', 'share'),
  high: i('高倍率病例占比', 'share of high outliers', 'share'),
  low: i('低倍率病例占比', 'share of low outliers', 'share'),
  ungrouped: i('未入组占比', 'share without a group', 'share'),
} as const satisfies Record<string, PaymentIndicator>;
export type PaymentIndicatorName = keyof typeof paymentIndicators;

/** Sums by institution; cases that say nothing of the indicator take no part. */
export function paymentSums(
  cases: readonly PricedCase[],
  signals: ReadonlyMap<PricedCase, readonly PaymentSignal[]>,
  indicator: PaymentIndicatorName,
): RatioSums[] {
  const means = new Map<string, { days: number; cost: number; n: number }>();
  for (const { group, one } of cases) {
    if (!group) continue;
    const own = means.get(group.code) ?? { days: 0, cost: 0, n: 0 };
    means.set(group.code, { days: own.days + one.days, cost: own.cost + one.costFen, n: own.n + 1 });
  }
  /** What happened and what it is measured against; null: nothing is said. */
  const pair = (priced: PricedCase): readonly [y: number, x: number] | null => {
    const { group, one, treatment, why } = priced;
    if (indicator === 'ungrouped') return [group === null ? 1 : 0, 1];
    if (indicator === 'high') return [treatment === 'high' || treatment === 'highBeyond' ? 1 : 0, 1];
    if (indicator === 'low') return [treatment === 'low' || why === 'low' ? 1 : 0, 1];
    if (indicator === 'cmi') return group ? [group.weight / ONE, 1] : null;
    if (indicator === 'timeIndex' || indicator === 'costIndex') {
      const mean = means.get(group?.code ?? '');
      if (!mean) return null;
      return indicator === 'timeIndex' ? [one.days, mean.days / mean.n] : [one.costFen, mean.cost / mean.n];
    }
    if (indicator === 'upcoded' && one.sentGroup === null) return null;
    return [signals.get(priced)?.includes(indicator) ? 1 : 0, 1];
  };
  return [...Map.groupBy(cases, ({ one }) => one.providerNo)].flatMap(([no, own]) => {
    const pairs = own.map(pair).filter((each) => each !== null);
    if (pairs.length === 0) return [];
    const sum = (of: (y: number, x: number) => number) => pairs.reduce((total, [y, x]) => total + of(y, x), 0);
    return {
      no,
      n: pairs.length,
      y: sum((y) => y),
      x: sum((_, x) => x),
      yy: sum((y) => y * y),
      xy: sum((y, x) => x * y),
      xx: sum((_, x) => x * x),
    };
  });
}
