/**
 * 权重测算: weights, mean costs and days of groups from stays of the past, as bureaus draw up their own catalogues: cases further than three
 * standard deviations from their group's mean are left out, RW = group's mean ÷ mean of all, points = RW × 1000.
 */
import { ONE, type PaymentGroup, type PaymentScheme } from './scheme.ts';
import type { GroupedCase } from './settle.ts';

const DEVIATIONS = 3;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Groups with fewer than `least` cases that count keep what they have. */
export function measuredGroups(scheme: PaymentScheme, cases: readonly GroupedCase[], least: number): PaymentGroup[] {
  const kept = new Map<string, GroupedCase[]>();
  for (const [code, own] of Map.groupBy(
    cases.filter(({ group }) => group !== null),
    ({ group }) => group?.code ?? '',
  )) {
    const costs = own.map(({ one }) => one.costFen);
    const centre = mean(costs);
    const spread = Math.sqrt(mean(costs.map((cost) => (cost - centre) ** 2)));
    kept.set(
      code,
      own.filter(({ one }) => Math.abs(one.costFen - centre) <= DEVIATIONS * spread),
    );
  }
  const all = [...kept.values()].flat().map(({ one }) => one.costFen);
  if (all.length === 0) return [...scheme.groups];
  const region = mean(all);
  const scale = scheme.method === 'dip' ? 1000 * ONE : ONE;
  return scheme.groups.map((group) => {
    const own = kept.get(group.code) ?? [];
    if (own.length < least) return group;
    const cost = mean(own.map(({ one }) => one.costFen));
    return {
      ...group,
      weight: Math.round((cost / region) * scale),
      meanFen: Math.round(cost),
      meanDays: Math.round(mean(own.map(({ one }) => one.days)) * ONE),
    };
  });
}
