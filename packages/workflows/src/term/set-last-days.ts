/**
 * Limits in working days that reached into a year whose holidays were not published get their last day once it is known; those that run
 * over a day that turns out free end later.
 */
import { type BureauParameterName, type Day, dayOf, type Instant } from '@hengjian/domain';

/** A limit that runs. */
export interface RunningTerm {
  readonly noun: string;
  /** What it runs in: one record, or of findings all that entered the state on that day. */
  readonly key: string;
  readonly state: string;
  readonly limits: readonly BureauParameterName[];
  readonly began: Day;
  /** Where the record keeps the last day. */
  readonly place: readonly string[];
  /** As the record has it; null: not known yet. */
  readonly last: Day | null;
}

export interface TermBook {
  /** Those without a last day. */
  waiting(): Promise<readonly RunningTerm[]>;
  /** Those whose last day is this one or a later one. */
  runningOver(day: Day): Promise<readonly RunningTerm[]>;
  /** Writes the last day with its reason, unless somebody's step came between; of how many. */
  setLastDay(term: RunningTerm, last: Day, act: { readonly why: string; readonly at: Instant }): Promise<number>;
  /** null while the holidays of a year that it reaches into are not published. */
  lastDay(term: Pick<RunningTerm, 'limits' | 'began'>): Day | null;
}

/** Nobody was told the day before, so it is today at the earliest. May be done at any time, again and again. How many got theirs. */
export async function setLastDays(book: TermBook, at: Instant): Promise<number> {
  let set = 0;
  for (const term of await book.waiting()) {
    const last = book.lastDay(term);
    if (last !== null) set += await book.setLastDay(term, Math.max(last, dayOf(at)), { why: '所跨年度的放假安排已公布', at });
  }
  return set;
}

/**
 * A day was corrected while limits ran over it: whoever was told a last day gets one more where it turned out free, and loses none where
 * it turned out worked. `before` and `after` count by the calendar without and with the correction. How many end later.
 */
export async function extendLastDays(before: TermBook, after: TermBook, day: Day, at: Instant): Promise<number> {
  let extended = 0;
  for (const term of await after.runningOver(day)) {
    const last = after.lastDay(term);
    // one that was set otherwise, because it became known late, stays
    if (last === null || term.last === null || last <= term.last || before.lastDay(term) !== term.last) continue;
    extended += await after.setLastDay(term, last, { why: '期限内的工作日改为放假，期限顺延', at });
  }
  return extended;
}
