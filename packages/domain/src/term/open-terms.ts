/**
 * Limits in working days that run in what people work on. One that reaches into a year whose holidays are not published yet has no last
 * day when it begins; from this table it gets one as soon as they are.
 */
import type { BureauParameterName } from '../bureau-parameters.ts';
import type { Clue } from '../clue/clue.ts';
import type { Complaint } from '../complaint/complaint.ts';
import { complaintLimitOf } from '../complaint/limits.ts';
import type { CreditRating } from '../credit/rating.ts';
import type { EnforcementCase } from '../enforcement/case.ts';
import type { Inspection } from '../inspection/inspection.ts';
import type { PointRecord } from '../points/points.ts';
import { type Day, dayOf } from '../time.ts';
import { dueDay, type WorkingCalendar } from '../working-days.ts';

export interface OpenTerm {
  /** One after the other: an extension begins on the last day of what it extends. */
  readonly limits: readonly BureauParameterName[];
  /** null: the day on which it came into its state. */
  readonly began: Day | null;
  /** Where the record keeps the last day. */
  readonly place: readonly string[];
}

const open = (began: Day | null, ...limits: BureauParameterName[]): OpenTerm => ({ limits, began, place: ['dueDay'] });
const extensionOf = ({ extended }: { extended: boolean }, limit: BureauParameterName) => (extended ? [limit] : []);

/** The limit in working days that runs in a record; undefined where none does. Findings have theirs by `limitOf`. */
export const openTerms = {
  complaint(one: Pick<Complaint, 'state' | 'kind' | 'extended' | 'receivedOn'>): OpenTerm | undefined {
    const limit = complaintLimitOf(one.state, one.kind);
    if (!limit) return undefined;
    const extension = one.state === 'handling' ? extensionOf(one, 'complaint.extensionDays') : [];
    return open(one.state === 'received' ? one.receivedOn : null, limit, ...extension);
  },
  points({ state, noticeOn }: Pick<PointRecord, 'state' | 'noticeOn'>): OpenTerm | undefined {
    if (state === 'notified') return open(noticeOn, 'points.appealDays');
    return state === 'appealed' ? open(null, 'points.answerDays') : undefined;
  },
  credit({ state, publishedOn }: Pick<CreditRating, 'state' | 'publishedOn'>): OpenTerm | undefined {
    if (state === 'published') return open(publishedOn, 'credit.publicDays');
    return state === 'objected' ? open(null, 'credit.answerDays') : undefined;
  },
  clue: (one: Pick<Clue, 'state' | 'openedOn' | 'extended'>): OpenTerm | undefined =>
    one.state === 'open' ? open(one.openedOn, 'clue.verifyDays', ...extensionOf(one, 'clue.extensionDays')) : undefined,
  inspection(one: Pick<Inspection, 'state' | 'finishedAt' | 'orderedOn' | 'extended'>): OpenTerm | undefined {
    if (one.state === 'feedback') return open(one.finishedAt === null ? null : dayOf(one.finishedAt), 'inspection.feedbackDays');
    if (one.state !== 'rectifying') return undefined;
    return open(one.orderedOn, 'inspection.rectifyDays', ...extensionOf(one, 'inspection.extensionDays'));
  },
  enforcementCase(
    one: Pick<EnforcementCase, 'state' | 'procedure' | 'report' | 'notice' | 'decidedOn' | 'onSpotReport'>,
  ): OpenTerm | undefined {
    // what the party has to speak ends on a day of its own, beside the clock of the case
    if (one.state === 'noticed' && one.notice?.service)
      return { limits: ['case.statementDays'], began: one.notice.service.on, place: ['notice', 'statementDue'] };
    if (one.state === 'reported') return open(one.report?.on ?? null, 'case.reviewDays');
    if (one.state === 'decided') return open(one.decidedOn, 'case.serveDays');
    const unreported = one.state === 'served' && one.procedure === 'summary' && one.onSpotReport === null;
    return unreported ? open(one.decidedOn, 'case.summaryReportDays') : undefined;
  },
} as const;

/** What people have to do within a limit in working days. */
export const dueNouns = ['finding', 'complaint', 'clue', 'inspection', 'enforcementCase', 'points', 'credit'] as const;
export type DueNoun = (typeof dueNouns)[number];

/** The last day of limits that run one after the other from a day; null while the holidays of a year between are not published. */
export function lastDayOf(
  limits: readonly BureauParameterName[],
  began: Day,
  number: (name: BureauParameterName, day: Day) => number,
  calendar: WorkingCalendar,
): Day | null {
  let last: Day | null = began;
  for (const name of limits) last = last === null ? null : dueDay(last, number(name, began), calendar);
  return last;
}
