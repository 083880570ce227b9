/**
 * The clock of a case (行政处罚程序暂行规定 第四十五条): 90 days from filing, 30 more by the head, up to 60 more by collective decision;
 * days of testing, appraisal, hearing, announcement, expert review and of suspension do not count. A day in two of them is left out once.
 */
import type { Day } from '../time.ts';
import type { EnforcementCase } from './case.ts';

/** First and last day; an open end runs until today. */
export interface Span {
  readonly from: Day;
  readonly to: Day | null;
}

/** Days between the first and the last one (both counted) that lie in any span. */
export function daysWithin(spans: readonly Span[], first: Day, last: Day): number {
  let count = 0;
  let reached = first - 1;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const begin = Math.max(from, reached + 1, first);
    const end = Math.min(to ?? last, last);
    if (end < begin) continue;
    count += end - begin + 1;
    reached = end;
  }
  return count;
}

export interface CaseClock {
  /** Days that counted so far, the day of filing left out. */
  readonly used: number;
  readonly excluded: number;
  readonly allowed: number;
  /** The last day as things stand; it moves on while the clock stands still. null: before filing. */
  readonly due: Day | null;
  readonly standing: boolean;
}

/** Where the clock stands on a day. `days`: what the law allows before any extension. */
export function caseClock(
  one: Pick<EnforcementCase, 'filedOn' | 'suspensions' | 'exclusions' | 'extensions' | 'decidedOn'>,
  today: Day,
  days: number,
): CaseClock {
  const allowed = days + one.extensions.reduce((sum, extension) => sum + extension.days, 0);
  if (one.filedOn === null) return { used: 0, excluded: 0, allowed, due: null, standing: false };
  const spans: Span[] = [...one.suspensions, ...one.exclusions];
  const end = one.decidedOn ?? today;
  const first = one.filedOn + 1;
  const excluded = daysWithin(spans, first, end);
  const used = Math.max(0, end - one.filedOn - excluded);
  // the day on which the allowed number of counting days is reached, if nothing else is left out from now on
  let due = one.filedOn + allowed + daysWithin(closedBy(spans, today), first, one.filedOn + allowed);
  for (;;) {
    const next = one.filedOn + allowed + daysWithin(closedBy(spans, today), first, due);
    if (next === due) break;
    due = next;
  }
  return { used, excluded, allowed, due, standing: one.decidedOn === null && spans.some(({ to }) => to === null) };
}

const closedBy = (spans: readonly Span[], today: Day): Span[] => spans.map(({ from, to }) => ({ from, to: to ?? Math.max(from, today) }));

/** Late fee of a fine: so many per mille a day after the last day of payment, never more than the fine (行政处罚法 第七十二条: 3 % a day). */
export function lateFeeOf(fineFen: number, due: Day, paidOn: Day, perMille: number): number {
  if (paidOn <= due) return 0;
  return Math.min(fineFen, Number((BigInt(fineFen) * BigInt(perMille) * BigInt(paidOn - due) * 2n + 1000n) / 2000n));
}
