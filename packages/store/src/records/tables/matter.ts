import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** What every matter's table has: the content, and what is generated from it. */
export interface MatterTable {
  matterId: string;
  content: unknown;
  state: GeneratedAlways<string>;
  title: GeneratedAlways<string>;
  providerNo: GeneratedAlways<string | null>;
  openedOn: GeneratedAlways<number>;
  dueDay: GeneratedAlways<number | null>;
  closedOn: GeneratedAlways<number | null>;
}

export interface MatterTables {
  clue: MatterTable & {
    source: GeneratedAlways<string>;
    sourceRef: GeneratedAlways<string | null>;
    object: GeneratedAlways<string>;
    objectNo: GeneratedAlways<string | null>;
  };
  inspectionPlan: MatterTable & { kind: GeneratedAlways<string> };
  inspection: MatterTable & { kind: GeneratedAlways<string>; planId: GeneratedAlways<string> };
  enforcementCase: MatterTable & {
    causeCode: GeneratedAlways<string>;
    article: GeneratedAlways<string>;
    partyKind: GeneratedAlways<string>;
    partyNo: GeneratedAlways<string | null>;
    decidedOn: GeneratedAlways<number | null>;
    outcome: GeneratedAlways<string | null>;
    lossFen: GeneratedAlways<string | null>;
    refundFen: GeneratedAlways<string | null>;
    fineFen: GeneratedAlways<string | null>;
  };
  matterAttachment: {
    attachmentId: string;
    noun: string;
    matterId: string;
    paper: string;
    file: string;
    kind: string;
    bytes: Buffer;
    size: number;
    hash: string;
    by: string;
    at: number;
    withdrawn: Generated<boolean>;
  };
  discretionRule: {
    serial: Generated<string>;
    region: string;
    article: string;
    grade: string;
    unit: string;
    low: ColumnType<string, number, never>;
    high: ColumnType<string, number, never>;
    fromDay: number | null;
    toDay: number | null;
    source: string;
    by: string;
    at: number;
    ended: Generated<boolean>;
  };
}
