/** The feed of national messages: what came, what it is about, how far it was taken in. PostgreSQL sends bigint as text. */
export interface FeedTables {
  feedMessage: { serial: string; infno: string; msgid: string; providerNo: string; receivedAt: number };
  feedSubject: { kind: string; subjectNo: string; serial: string };
  feedPosition: { follower: string; serial: string };
  feedDamage: { serial: string; segment: string; place: string; foundAt: number };
  catalogueMatch: {
    serial: string;
    row: number;
    providerNo: string;
    ownCode: string;
    ownName: string | null;
    listType: string | null;
    itemCode: string;
    beginsOn: number | null;
    endsOn: number | null;
    receivedAt: number;
    endedBy: string | null;
  };
  feedOpen: { encounterNo: string; providerNo: string | null; waitingLines: number; waitingFen: string; problems: string[] };
}
