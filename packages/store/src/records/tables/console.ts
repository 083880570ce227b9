import type { ReadProject } from '@hengjian/domain';
import type { ColumnType, Generated } from 'kysely';

export interface ConsoleTables {
  /** Each unmasking of a personal number. */
  personalDataAccess: {
    serial: Generated<string>;
    /** Seconds of the wall clock. */
    at: number;
    /** Name of the account; as given while there is none. */
    operator: string;
    accountId: string | null;
    why: Generated<string>;
    /** Network address. */
    address: string;
    purpose: string;
    /** What was shown: `finding:<id>`, `findings:<filter>` … never the number itself. */
    subject: string;
  };
  /** Documents read in the console, as they came. */
  uploadedDocument: { documentId: string; file: string; bytes: Uint8Array; uploadedAt: number; uploadedBy: string };
  readingCorrection: {
    serial: Generated<string>;
    documentId: string;
    line: number;
    name: string;
    changes: ColumnType<Record<string, string | number | null>, string, never>;
    why: string;
    correctedBy: string;
    correctedAt: number;
  };
  readingHabit: {
    serial: Generated<string>;
    layout: string | null;
    kind: string;
    word: string;
    meaning: string | null;
    why: string;
    documentId: string | null;
    taughtBy: string;
    taughtAt: number;
  };
  documentReading: {
    documentId: string;
    /** Edition of the reader that made it. */
    reader: number;
    org: string | null;
    year: number | null;
    kind: string;
    projects: ColumnType<ReadProject[], string, string>;
  };
}
