import type { ColumnType, Generated } from 'kysely';

/** The life of findings: cases are the fold of their events, claims the fold of the claimed findings; events and the ledger are appended only. */
export interface FindingLifeTables {
  findingCase: {
    findingId: string;
    state: string;
    enteredAt: number;
    dueDay: number | null;
    /** What it stands on. */
    evidenceHash: string;
    ruleId: string;
    providerNo: string | null;
    /** '': none. */
    itemCode: Generated<string>;
    /** When people last decided about it. */
    decidedAt: number | null;
    appealed: ColumnType<boolean, never, never>;
    /** What there is to recover: the fund's share, the whole amount where that is undetermined. */
    worthFen: number;
    firstBy: string | null;
    secondBy: string | null;
    experts: Generated<string[]>;
    lockedBy: string | null;
    lockedUntil: number | null;
    claimedOrder: number | null;
    /** Its finding is live and not exempted; kept by a trigger. */
    pursued: ColumnType<boolean, never, never>;
    /** null: as it was opened. */
    body: unknown;
  };
  findingEvent: {
    serial: Generated<string>;
    findingId: string;
    action: string;
    stateBefore: string;
    stateAfter: string;
    by: string;
    why: string;
    at: number;
    detail: unknown;
  };
  findingLedger: {
    serial: Generated<string>;
    findingId: string;
    account: string;
    grossFen: number;
    /** 0 in postings from before it was kept. */
    inScopeFen: number;
    fundFen: number;
    at: number;
    eventSerial: string | null;
  };
  findingClaim: { findingId: string; encounterNo: string; grossFen: number; inScopeFen: number; fundFen: number };
  findingAttachment: {
    attachmentId: string;
    file: string;
    kind: string;
    bytes: Buffer;
    size: number;
    /** SHA-256 of the bytes. */
    hash: string;
    providerNo: string | null;
    by: string;
    at: number;
  };
  findingAttachmentOf: { findingId: string; attachmentId: string };
  workingDay: {
    serial: Generated<string>;
    day: number | null;
    worked: boolean | null;
    declaredYear: number | null;
    by: string;
    why: string;
    at: number;
  };
}
