import type { Generated } from 'kysely';

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
}
