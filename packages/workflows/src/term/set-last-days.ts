/** Limits in working days that reached into a year whose holidays were not published get their last day once it is known. */
import { type BureauParameterName, type Day, dayOf, type Instant } from '@hengjian/domain';

/** A limit that runs and has no last day. */
export interface WaitingTerm {
  readonly noun: string;
  /** What it runs in: one record, or of findings all that entered the state on that day. */
  readonly key: string;
  readonly state: string;
  readonly limits: readonly BureauParameterName[];
  readonly began: Day;
  /** Where the record keeps the last day. */
  readonly place: readonly string[];
}

export interface TermBook {
  waiting(): Promise<readonly WaitingTerm[]>;
  /** Writes the last day, unless somebody's step came between; of how many. */
  setLastDay(term: WaitingTerm, last: Day, at: Instant): Promise<number>;
  /** null while the holidays of a year that it reaches into are not published. */
  lastDay(term: Pick<WaitingTerm, 'limits' | 'began'>): Day | null;
}

/** Nobody was told the day before, so it is today at the earliest. May be done at any time, again and again. How many got theirs. */
export async function setLastDays(book: TermBook, at: Instant): Promise<number> {
  let set = 0;
  for (const term of await book.waiting()) {
    const last = book.lastDay(term);
    if (last !== null) set += await book.setLastDay(term, Math.max(last, dayOf(at)), at);
  }
  return set;
}
