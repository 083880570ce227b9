/**
 * What points do to the right to be paid (医保发〔2024〕23号): summed over the natural year and over all institutions; from nine on the
 * right is suspended, at twelve it ends, at twelve in one event it ends for longer. Always worked out anew from all records, so that
 * a revoked record leaves no trace in it, and the standing of any day can be asked.
 */
import { calendarDate, type Day, dayOfDate, yearStartOf } from '../time.ts';
import { leftOf, type PointRecord } from './points.ts';

/** Numbers of a region on a day (`points.…` of the bureau's parameters). */
export interface StandingRules {
  readonly suspendAt: number;
  readonly endAt: number;
  /** Months of suspension by the sum of points; what is above the last counts as the last. */
  readonly suspendMonths: (points: number) => number;
  readonly endedMonths: number;
  readonly endedAtOnceMonths: number;
}

export interface StoppedPeriod {
  readonly state: 'suspended' | 'ended';
  readonly from: Day;
  /** Last day; null: until registered anew. */
  readonly to: Day | null;
  /** The sum that caused it. */
  readonly points: number;
  readonly pointId: string;
  /** Of an ended right: the first day on which it may be registered anew. */
  readonly returnFrom: Day | null;
}

/** The same date so many months later, or the last of that month. */
export function monthsLater(day: Day, months: number): Day {
  const { year, month, date } = calendarDate(day);
  const place = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(place / 12), (place % 12) + 1];
  return Math.min(dayOfDate(toYear, toMonth, date), dayOfDate(toYear, toMonth + 1, 1) - 1);
}

const counts = (one: PointRecord): one is PointRecord & { effectiveOn: Day } => one.state === 'effective' && one.effectiveOn !== null;

/** Points that stand on a day: those of its natural year, less what was repaired by then. */
export const pointsOn = (records: readonly PointRecord[], day: Day): number =>
  records
    .filter((one) => counts(one) && one.effectiveOn <= day && yearStartOf(one.effectiveOn) === yearStartOf(day))
    .reduce((sum, one) => sum + leftOf({ counted: one.counted, repairs: one.repairs.filter(({ on }) => on <= day) }), 0);

type Moment =
  | { readonly day: Day; readonly rank: 0 }
  | { readonly day: Day; readonly rank: 1; readonly record: PointRecord }
  | { readonly day: Day; readonly rank: 2 };

/** The times in which the right was, is or will be suspended or ended, in their order. `returnedOn`: registered anew. */
export function stoppedPeriods(
  records: readonly PointRecord[],
  rulesOn: (day: Day) => StandingRules,
  returnedOn: readonly Day[] = [],
): StoppedPeriod[] {
  const moments: Moment[] = [
    ...returnedOn.map((day) => ({ day, rank: 0 as const })),
    ...records.filter(counts).map((record) => ({ day: record.effectiveOn, rank: 1 as const, record })),
    ...records.filter(counts).flatMap(({ repairs }) => repairs.map(({ on }) => ({ day: on, rank: 2 as const }))),
  ];
  moments.sort((a, b) => a.day - b.day || a.rank - b.rank || idOf(a).localeCompare(idOf(b)));
  const seen: PointRecord[] = [];
  let periods: StoppedPeriod[] = [];
  for (const moment of moments) {
    const open = periods.at(-1);
    const running = open && (open.to === null || open.to >= moment.day) ? open : undefined;
    if (moment.rank === 0) {
      if (running?.state === 'ended') periods = replaced(periods, { ...running, to: moment.day - 1 });
    } else if (moment.rank === 1) {
      seen.push(moment.record);
      if (running?.state === 'ended') continue;
      const next = caused(moment.record, pointsOn(seen, moment.day), rulesOn(moment.day), moment.day, running);
      if (!next) continue;
      if (running) periods = running.from < moment.day ? replaced(periods, { ...running, to: moment.day - 1 }) : periods.slice(0, -1);
      periods = [...periods, next];
    } else if (running?.state === 'suspended' && pointsOn(seen, moment.day) < rulesOn(moment.day).suspendAt)
      periods = replaced(periods, { ...running, to: moment.day });
  }
  return periods;
}

const idOf = (moment: Moment): string => (moment.rank === 1 ? moment.record.pointId : '');
const replaced = (periods: readonly StoppedPeriod[], last: StoppedPeriod): StoppedPeriod[] => [...periods.slice(0, -1), last];

function caused(
  { pointId, points: own }: PointRecord,
  points: number,
  rules: StandingRules,
  day: Day,
  running: StoppedPeriod | undefined,
): StoppedPeriod | undefined {
  if (own >= rules.endAt || points >= rules.endAt) {
    const months = own >= rules.endAt ? rules.endedAtOnceMonths : rules.endedMonths;
    return { state: 'ended', from: day, to: null, points, pointId, returnFrom: monthsLater(day, months) };
  }
  if (points < rules.suspendAt) return undefined;
  const to = monthsLater(day, rules.suspendMonths(points)) - 1;
  return { state: 'suspended', from: day, to: Math.max(to, running?.to ?? to), points, pointId, returnFrom: null };
}

export type Standing = 'normal' | 'suspended' | 'ended';

/** How the right stands on a day. */
export const standingOn = (periods: readonly StoppedPeriod[], day: Day): Standing =>
  periods.find(({ from, to }) => from <= day && (to === null || day <= to))?.state ?? 'normal';

/** Codes of the practitioners' roster (`stas`), which the rule 暂停/终止支付资格人员开单 reads. */
export const rosterStates = { suspended: '2', ended: '3' } as const;
