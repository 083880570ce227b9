import type { Generated } from 'kysely';

export interface ConsoleTables {
  /** Each unmasking of a personal number. */
  personalDataAccess: {
    serial: Generated<string>;
    /** Seconds of the wall clock. */
    at: number;
    /** As given; there are no accounts yet. */
    operator: string;
    /** Network address. */
    address: string;
    purpose: string;
    /** What was shown: `finding:<id>`, `findings:<filter>` … never the number itself. */
    subject: string;
  };
  /** Documents read in the console, as they came. */
  uploadedDocument: { documentId: string; file: string; bytes: Uint8Array; uploadedAt: number; uploadedBy: string };
}
