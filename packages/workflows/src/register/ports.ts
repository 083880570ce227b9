import type { Day, RegisterCompleteness, RegisterEntry } from '@hengjian/domain';

/** Where register entries are kept. Nothing is overwritten. */
export interface RegisterStore {
  /** All or none; an entry whose id is already there is left as it is and not counted. Answers how many were added. */
  append(entries: readonly RegisterEntry[]): Promise<number>;
  /** Every entry, replaced ones too, in the order they were recorded. */
  entries(filter?: { registerId?: string; fromDay?: Day; toDay?: Day }): Promise<RegisterEntry[]>;
  entry(entryId: string): Promise<RegisterEntry | undefined>;
  /** The entry that corrects or withdraws this one. */
  replacementOf(entryId: string): Promise<RegisterEntry | undefined>;
  declareComplete(declaration: RegisterCompleteness): Promise<void>;
  completeness(): Promise<RegisterCompleteness[]>;
  /** Number of the last recorded entry; 0 while there is none. */
  lastSerial(): Promise<number>;
}
