import type { CreditRating, CreditScheme, CreditValues, Day, EnteredFact, Instant, SchemeVersion, SupplierConduct } from '@hengjian/domain';
import type { JournalStep } from '../journal/ports.ts';

/** Something that happened to an institution and stands in no other record, with its document. */
export interface CreditEntry {
  readonly providerNo: string;
  readonly fact: EnteredFact;
  readonly on: Day;
  readonly document: string;
}

export interface CreditBook {
  /** `XY2026-000001` */
  nextId(year: number): Promise<string>;
  /** Facts of whom a scheme rates in a period, as they were known at an instant; those with records only. */
  values(scheme: Pick<CreditScheme, 'subject' | 'halfDays'>, from: Day, to: Day, asOf: Instant): Promise<ReadonlyMap<string, CreditValues>>;
  /** Everything that was ever written, the newest first. */
  schemeVersions(): Promise<readonly SchemeVersion[]>;
  /** Keeps a draft; its number. */
  draftScheme(scheme: CreditScheme, step: JournalStep): Promise<number>;
  /** False where it is no draft any more. */
  enactScheme(version: number, fromDay: Day, step: JournalStep): Promise<boolean>;
  enter(entry: CreditEntry, by: string, at: Instant, step: JournalStep): Promise<void>;
  /** Keeps new ratings; what is rated already for the same scheme and days stays (their number is returned). */
  add(ratings: readonly CreditRating[], steps: readonly JournalStep[]): Promise<number>;
  rating(ratingId: string): Promise<CreditRating | undefined>;
  change(ratingId: string, work: (one: CreditRating) => Promise<{ rating: CreditRating; step: JournalStep } | undefined>): Promise<void>;
  /** Public ones whose term is over. */
  lapsed(today: Day): Promise<readonly string[]>;
  conducts(): Promise<readonly SupplierConduct[]>;
  saveConduct(conduct: SupplierConduct, step: JournalStep): Promise<void>;
}

export interface CreditPorts {
  readonly book: CreditBook;
  /** Last day of the term; null where the calendar does not reach. */
  due(name: 'public' | 'answer', from: Day): Day | null;
}
