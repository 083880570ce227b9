// Which of many rule sets scores a year in a division, where nobody names one.
import { dayOfDate } from '../../time.ts';
import type { RuleSet } from './rule-set.ts';

/** How near a set's division lies: pairs of digits it shares with the body's; -1 where it is another's. */
function nearness(of: string, region: string): number {
  if (of === '*') return 0;
  const own = of.replace(/(00)+$/, '');
  return region.startsWith(own) ? own.length : -1;
}

/**
 * The set in force: of those for everyone's use whose days hold the year's last day, the one of the nearest division, then the one that
 * began last, then the one entered last. `sets`: national first, the bureau's own last.
 */
export function ruleSetOf(sets: readonly RuleSet[], { year, region }: { year: number; region: string }): RuleSet {
  const day = dayOfDate(year, 12, 31);
  const fits = sets.filter(
    ({ byDefault, region: of, fromDay, toDay }) =>
      byDefault && nearness(of, region) >= 0 && (fromDay ?? day) <= day && (toDay ?? day) >= day,
  );
  const rank = (set: RuleSet) => [nearness(set.region, region), set.fromDay ?? Number.NEGATIVE_INFINITY];
  const best = fits.reduce<RuleSet | undefined>((one, other) => {
    if (!one) return other;
    const [[near, from], [otherNear, otherFrom]] = [rank(one) as [number, number], rank(other) as [number, number]];
    return otherNear > near || (otherNear === near && otherFrom >= from) ? other : one;
  }, undefined);
  if (!best) throw new Error('no rule set counts everywhere');
  return best;
}
