/** Silence that was taken for consent before the last day was over, as the last day is counted now: a holiday was moved after the fact. */
import {
  type Day,
  dayOf,
  dueDay,
  type FindingAction,
  type FindingState,
  type Instant,
  type WorkingCalendar,
  workingDaysBetween,
} from '@hengjian/domain';
import type { CaseBook, LifeRules } from './case-ports.ts';
import { takeFindingSteps } from './take-finding-step.ts';

const back = { feedback: 'feedbackAgain', reAppeal: 'reAppealAgain' } as const satisfies Partial<Record<FindingState, FindingAction>>;

/**
 * Opens the answer again for every finding that lapsed too early, with as many working days as the institution had lost; where the
 * deduction is confirmed already it stays as it is, and is counted. A day that turned out free only helps limits it lies in, so that
 * lapses from that day on are looked at. May be done again: a term that was given back is not given back twice.
 */
export async function undoLapses(
  book: CaseBook,
  rules: LifeRules,
  calendar: WorkingCalendar,
  day: Day,
  at: Instant,
): Promise<{ readonly reopened: number; readonly kept: number }> {
  const early = (await book.lapsedSince(day * 86_400)).flatMap((one) => {
    const last = rules.due(one.from, one.began);
    const lapsed = dayOf(one.at);
    if (last === null || lapsed > last) return [];
    const lost = workingDaysBetween(lapsed - 1, last, calendar) ?? 0;
    const given = dueDay(dayOf(at), lost, calendar);
    return [{ ...one, last: given === null ? null : Math.max(last, given) }];
  });
  const open = early.filter(({ state }) => state === 'confirmed');
  const act = { by: '系统', why: '期限内的工作日改为放假，视同认可提前，恢复期限', at };
  let reopened = 0;
  for (const group of Map.groupBy(open, ({ from, last }) => `${from} ${last}`).values()) {
    const { from, last } = group[0] as (typeof open)[number];
    const due: LifeRules['due'] = (state, entered) => (state === from ? last : rules.due(state, entered));
    const findingIds = group.map(({ findingId }) => findingId);
    reopened += (await takeFindingSteps(book, { ...rules, due }, { findingIds, action: back[from], act })).done.length;
  }
  return { reopened, kept: early.length - reopened };
}
