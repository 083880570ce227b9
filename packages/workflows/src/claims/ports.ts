import type { Outcome } from '@hengjian/domain';

export type Progress = (step: ImportStep, done: number, total: number) => void;
export type ImportStep = 'sweep' | 'inspect' | 'stage' | 'lines' | 'net' | 'switch';

/** What became of the rows of one file. read = added + changed + skipped + rejected. */
export interface TableCount {
  file: string;
  read: number;
  added: number;
  /** Same key, other content: a new version; the old one is kept. */
  changed: number;
  /** Same key and content again. */
  skipped: number;
  rejected: number;
  /** Columns of the file that the contract does not know; their values are kept aside. */
  unknownColumns: string[];
}

export interface NettingCount {
  /** Reversed settlements and their reversals, and the lines of both. */
  reversedSettlements: number;
  reversedLines: number;
  /** Refund lines matched to a charge, charges reduced, charges reduced to nothing. */
  refundLines: number;
  reducedLines: number;
  emptiedLines: number;
  /** Refunds and reversals with nothing to stand against: set aside. */
  unmatched: number;
}

export interface ImportReport {
  /** Version of the lake after the import; unchanged where everything was known already. */
  version: number;
  tables: Record<string, TableCount>;
  /** Of the whole buckets that were netted anew. */
  netting: NettingCount;
  /** Code values that no regional row maps: their meaning is unknown (null). */
  unknownCodes: { field: string; code: string; rows: number }[];
  ignoredFiles: string[];
  /** Where the rejected rows are listed; null when there are none. */
  rejectedFile: string | null;
  seconds: number;
}

/** An extract that was read, checked and netted, and is not yet part of the lake. */
export interface StagedExtract {
  report: ImportReport;
  /** Switches the new state in, in one transaction. */
  commit(): Promise<ImportReport>;
  /** Removes everything that was written, except the list of rejected rows. */
  discard(): Promise<void>;
}

export interface ClaimsImporter {
  /** Refusals (damage, another writer) are returned; the lake is as before until `commit`. */
  stage(folder: string, progress: Progress): Promise<Outcome<StagedExtract>>;
  /** The same without an extract: what stands in deltas over the lake becomes part of it. Nothing to do: the version stays. */
  compact(progress: Progress): Promise<Outcome<StagedExtract>>;
}
