/**
 * What an institution sends, day by day: an institution that falls silent, or sends far more or less than it uses to, is a signal
 * before any rule is asked. Nothing here says what is wrong; the thresholds are parameters.
 */
import type { Fen } from '../money.ts';
import type { Day } from '../time.ts';
import type { WorkingCalendar } from '../working-days.ts';

/** Settlements of an institution on a day, as they arrived: refunds are counted apart and taken off the amounts. */
export interface ArrivalDay {
  readonly providerNo: string;
  readonly day: Day;
  readonly settlementCount: number;
  readonly refundCount: number;
  readonly personCount: number;
  readonly totalFen: Fen;
  readonly fundFen: Fen;
}

/** Names of the bureau's parameters that count here. */
export const arrivalParameterNames = ['arrival.usualDays', 'arrival.leastDays', 'arrival.missedSettlements', 'arrival.score'] as const;
export type ArrivalParameters = Readonly<Record<(typeof arrivalParameterNames)[number], number>>;

export interface ArrivalSignal {
  readonly providerNo: string;
  /** silent: nothing came; low, high: far from usual. */
  readonly kind: 'silent' | 'low' | 'high';
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly settlementCount: number;
  /** What would have been usual for these days together, rounded. */
  readonly usualCount: number;
}

/** Of an ordered list that is not empty. */
export const median = (sorted: readonly number[]): number => {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};
const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** Median of earlier counts, and the spread around it: never less than chance alone gives a count (its square root). */
export function usualOf(earlier: readonly number[]): { usual: number; spread: number } {
  const { usual, deviation } = spreadOf(earlier);
  return { usual, spread: Math.max(1, Math.sqrt(usual), deviation) };
}

/** Median and what the values differ from it: the median of the differences, made comparable with a standard deviation. */
export function spreadOf(values: readonly number[]): { usual: number; deviation: number } {
  const usual = median(ascending(values));
  return { usual, deviation: 1.4826 * median(ascending(values.map((value) => Math.abs(value - usual)))) };
}

/**
 * Signals of one institution from `from` to `to`, where `arrivals` are its days in any order and days that are not among them had
 * nothing. Days of one kind are compared with each other: weekends with weekends, holidays with them. Where it is not published yet
 * whether a day is worked, the day of the week decides. A day that is itself a signal never becomes what is usual.
 */
export function arrivalSignals(
  arrivals: readonly ArrivalDay[],
  { from, to, calendar, parameters }: { from: Day; to: Day; calendar: WorkingCalendar; parameters: ArrivalParameters },
): ArrivalSignal[] {
  const providerNo = arrivals[0]?.providerNo;
  if (providerNo === undefined) return [];
  const counts = new Map(arrivals.map(({ day, settlementCount }) => [day, settlementCount]));
  const first = Math.max(from, Math.min(...counts.keys()));
  const earlier = { worked: [] as number[], free: [] as number[] };
  const signals: ArrivalSignal[] = [];
  const usual = (own: number[], count: number) => {
    own.push(count);
    if (own.length > parameters['arrival.usualDays']) own.shift();
  };
  let silence: { fromDay: Day; usual: number; days: number[][] } | undefined;
  const endSilence = (toDay: Day) => {
    if (!silence) return;
    const { fromDay, days } = silence;
    if (silence.usual >= parameters['arrival.missedSettlements'])
      signals.push({ providerNo, kind: 'silent', fromDay, toDay, settlementCount: 0, usualCount: Math.round(silence.usual) });
    // a short one is how a small institution works
    else for (const own of days) usual(own, 0);
    silence = undefined;
  };
  for (let day = first; day <= to; day++) {
    const count = counts.get(day) ?? 0;
    const own = earlier[workedOn(day, calendar) ? 'worked' : 'free'];
    const known = own.length >= parameters['arrival.leastDays'] ? usualOf(own) : undefined;
    if (count > 0) endSilence(day - 1);
    else if (silence || (known && known.usual > 0)) {
      silence ??= { fromDay: day, usual: 0, days: [] };
      silence.usual += known?.usual ?? 0;
      silence.days.push(own);
      continue;
    }
    const score = known ? (count - known.usual) / known.spread : 0;
    if (known && Math.abs(score) > parameters['arrival.score'])
      signals.push({
        providerNo,
        kind: score > 0 ? 'high' : 'low',
        fromDay: day,
        toDay: day,
        settlementCount: count,
        usualCount: Math.round(known.usual),
      });
    else usual(own, count);
  }
  endSilence(to);
  return signals.sort((a, b) => a.fromDay - b.fromDay);
}

/** 1970-01-01 was a Thursday. */
const workedOn = (day: Day, calendar: WorkingCalendar): boolean => calendar.isWorked(day) ?? (day + 3) % 7 < 5;
