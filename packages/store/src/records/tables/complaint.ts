import type { ColumnType, Generated } from 'kysely';

/** bigint columns come as text. */
type Fen = ColumnType<string | null, number | null, number | null>;

export interface ComplaintTables {
  complaint: {
    complaintId: string;
    codeHash: string;
    kind: string;
    channel: string;
    object: string;
    objectName: string;
    providerNo: string | null;
    matter: string;
    facts: string;
    named: boolean;
    insider: boolean;
    receivedOn: number;
    recordedAt: number;
    recordedBy: string;
    state: string;
    dueDay: number | null;
    assignedTo: string | null;
    handledBy: string | null;
    extended: Generated<boolean>;
    mergedInto: string | null;
    findingIds: Generated<string[]>;
    result: string | null;
    valueFen: Fen;
    reply: string | null;
    closedOn: number | null;
    workingDayCount: number | null;
    satisfied: boolean | null;
    rewardFen: Fen;
    /** Sealed. */
    reporter: string | null;
    /** Its entry in the register of complaints that is in force. */
    registerEntry: string | null;
  };
  complaintPicture: { complaintId: string; no: number; kind: string; sealed: Uint8Array };
  rewardRule: {
    serial: Generated<string>;
    region: string;
    object: string;
    fromFen: ColumnType<string, number, never>;
    toFen: ColumnType<string | null, number | null, never>;
    rate: number;
    floorFen: ColumnType<string, number, never>;
    capFen: ColumnType<string, number, never>;
    insiderFactor: number;
    fromDay: number | null;
    toDay: number | null;
    source: string;
    by: string;
    at: number;
    ended: Generated<boolean>;
  };
}
