/** Which period a period is compared with. */
import { monthAfter, monthsBetween } from './accounts.ts';

export interface Months {
  readonly from: string;
  readonly to: string;
}
export interface Comparison {
  readonly now: Months;
  readonly before: Months;
  /** Same months of the year before; the months just before; or the period's own two halves. */
  readonly basis: 'year-before' | 'preceding' | 'halves';
}

/**
 * The same months a year earlier where the records reach back so far, since care has seasons; else the months just before; else the
 * period's second half against its first. null: one month, and nothing before it.
 */
export function comparisonOf(period: Months, known: Months): Comparison | null {
  const within = (one: Months) => one.from >= known.from && one.to <= known.to;
  const moved = (by: number): Months => ({ from: monthAfter(period.from, by), to: monthAfter(period.to, by) });
  if (within(moved(-12))) return { now: period, before: moved(-12), basis: 'year-before' };
  const months = monthsBetween(period.from, period.to);
  if (within(moved(-months.length))) return { now: period, before: moved(-months.length), basis: 'preceding' };
  const half = Math.floor(months.length / 2);
  if (half === 0) return null;
  const pick = (at: number) => months[at] as string;
  return {
    before: { from: pick(months.length - 2 * half), to: pick(months.length - half - 1) },
    now: { from: pick(months.length - half), to: pick(months.length - 1) },
    basis: 'halves',
  };
}
