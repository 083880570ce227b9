import type { Instant } from '@hengjian/domain';

/** One step of a case, of money, of an account: who did what to which thing, when and why. */
export interface JournalStep {
  /** What kind of thing: `finding`, `complaint`, `account`, `ledger` … (the glossary's word). */
  readonly noun: string;
  readonly subjectId: string;
  /** The action of the table of steps. */
  readonly action: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Name of the account that acted. */
  readonly by: string;
  readonly why: string | null;
  readonly at: Instant;
  /** Facts of the step (amounts in fen, ids). No personal data in clear. */
  readonly detail?: { readonly [fact: string]: unknown };
  /** Rows of tables as they stand after the step: their content is sealed too, so that a change behind our back shows. */
  readonly rows?: readonly SealedRow[];
}

/** A row of a table that the store knows how to seal (`sealed-tables.ts`). */
export interface SealedRow {
  readonly table: string;
  readonly key: string;
}

/** A step as it is kept: numbered without gaps, its hash covers the one before. */
export interface KeptStep {
  readonly serial: number;
  readonly at: Instant;
  readonly by: string;
  readonly noun: string;
  readonly subjectId: string;
  readonly action: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly why: string | null;
  /** JSON of facts and sealed rows, kept as text because its hash is of the text. */
  readonly detail: string;
  readonly hash: string;
}

/** The end of the chain; note it down elsewhere and a later check proves that nothing up to here was removed. */
export interface JournalHead {
  readonly serial: number;
  readonly hash: string;
}

/** What `verifyJournal` reads. Steps are appended by `appendSteps(transaction, …)` of the store, inside the transaction that does them. */
export interface JournalReader {
  /** Steps after a number, in order. */
  after(serial: number, limit: number): Promise<KeptStep[]>;
  head(): Promise<JournalHead>;
  /** Digest of each of these rows as it stands now; null: gone, or no longer to be read. */
  digests(rows: readonly SealedRow[]): Promise<(string | null)[]>;
  /** The first row that a step must have named (table, then key, without the number of a seal) and none of `named` did. */
  stranger(named: ReadonlyMap<string, ReadonlySet<string>>): Promise<SealedRow | null>;
}
