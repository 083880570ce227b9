/** What an acknowledged message of the feed says, in the wire names and texts of the extract (contracts §3). */
import type { Fen, Instant } from '@hengjian/domain';

/** A message as it stands in the journal. */
export interface FeedMessage {
  readonly serial: number;
  readonly infno: string;
  readonly msgid: string;
  readonly providerNo: string;
  readonly providerName: string;
  /** Divisions of the place of treatment and of the insured person. */
  readonly treatmentArea: string;
  readonly insuredArea: string;
  /** When the sender sent it, by its own clock; null where it does not say. */
  readonly sentAt: Instant | null;
  readonly receivedAt: Instant;
  /** How long it took until it was written down. */
  readonly milliseconds: number;
  readonly input: unknown;
  /** The settlement platform's own answer, where the sender passes it on beside its message. */
  readonly reply: unknown;
  /** `output` of what we answered: the numbers that we gave stand there. */
  readonly output: unknown;
}

/** Some columns of a table of the extract; a column that is not there is not spoken of. */
export type Part = Readonly<Record<string, string>>;

interface OfVisit {
  readonly encounterNo: string;
}
export type FeedEvent =
  | { readonly kind: 'person'; readonly personNo: string; readonly row: Part }
  | { readonly kind: 'provider'; readonly providerNo: string; readonly row: Part }
  /** `ifUnknown`: said beside something else; counts only where nothing better is known. */
  | (OfVisit & { readonly kind: 'visit'; readonly row: Part; readonly ifUnknown?: true })
  /** Back in the ward: the discharge is undone. */
  | (OfVisit & { readonly kind: 'reopened' })
  | (OfVisit & { readonly kind: 'cancelled' })
  /** The whole list of one stage takes the place of what that stage said before; `merge` adds to it by serial number. */
  | (OfVisit & {
      readonly kind: 'diagnoses';
      readonly stage: 'admission' | 'discharge' | 'list';
      merge: boolean;
      readonly rows: readonly Part[];
    })
  | (OfVisit & { readonly kind: 'operations'; readonly rows: readonly Part[] })
  | (OfVisit & { readonly kind: 'charge'; readonly lineNo: string; readonly batchNo: string | null; readonly row: Part })
  | (OfVisit & { readonly kind: 'trace'; readonly lineNo: string | null; readonly itemCode: string | null; readonly row: Part })
  /** Charges taken back before they were settled: these, or a batch, or (both null) all. */
  | (OfVisit & { readonly kind: 'withdrawal'; readonly lineNos: readonly string[] | null; readonly batchNo: string | null })
  | (OfVisit & { readonly kind: 'settlement'; readonly settlementNo: string; readonly batchNo: string | null; readonly row: Part })
  | (OfVisit & {
      readonly kind: 'reversal';
      readonly settlementNo: string;
      readonly reversalNo: string;
      readonly at: string;
      /** A pharmacy's lines go with their settlement; others wait again. */
      readonly withLines: boolean;
    })
  /** What the fund paid, told by the settlement list after the settlement. */
  | (OfVisit & { readonly kind: 'fund'; readonly settlementNo: string; readonly fundFen: Fen })
  | StockEvent
  | { readonly kind: 'stockDeletion'; readonly providerNo: string; readonly batchNo: string; readonly moves: readonly StockMove[] }
  | { readonly kind: 'match'; readonly providerNo: string; readonly row: Part }
  | {
      readonly kind: 'unmatch';
      readonly providerNo: string;
      readonly ownCode: string;
      readonly listType: string | null;
      readonly itemCode: string;
    };

/** 'count': what is there; the others come or go. */
export type StockMove = 'count' | 'change' | 'purchase' | 'sale';
export interface StockEvent {
  readonly kind: 'stock';
  readonly providerNo: string;
  readonly itemCode: string;
  readonly batchNo: string;
  readonly move: StockMove;
  /** Ten-thousandths; a return or what goes out otherwise is negative for purchases and sales, losses are negative changes. */
  readonly quantity: number;
  readonly at: Instant;
}

export type SubjectKind = 'encounter' | 'stock' | 'batch';
export interface Subject {
  readonly kind: SubjectKind;
  readonly subjectNo: string;
}

const stockSubject = (providerNo: string, itemCode: string): string => `${providerNo} ${itemCode}`;

/** What the message is about: everything that was said of a subject is read again when one message more comes. */
export function subjectsOf(events: readonly FeedEvent[]): Subject[] {
  const found = new Map<string, Subject>();
  const add = (kind: SubjectKind, subjectNo: string) => found.set(`${kind} ${subjectNo}`, { kind, subjectNo });
  for (const event of events) {
    if ('encounterNo' in event) add('encounter', event.encounterNo);
    if (event.kind === 'stock') {
      add('stock', stockSubject(event.providerNo, event.itemCode));
      add('batch', `${event.providerNo} ${event.batchNo}`);
    }
    if (event.kind === 'stockDeletion') add('batch', `${event.providerNo} ${event.batchNo}`);
  }
  return [...found.values()];
}
