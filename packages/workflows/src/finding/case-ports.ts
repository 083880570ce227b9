/** What the life of findings needs from the outside: cases under lock, their events, their money. */
import type { Amounts, ClaimRecord, Day, FindingCase, FindingEvent, FindingState, Instant, Positions, Posting } from '@hengjian/domain';

/** A case with what its steps look at. */
export interface StoredCase {
  readonly one: FindingCase;
  readonly ruleId: string;
  /** The institution it is put to; null where the finding names none. */
  readonly providerNo: string | null;
  readonly dueDay: Day | null;
  readonly lockedBy: string | null;
  readonly lockedUntil: Instant | null;
  /** When it was claimed first, among all: earlier ones claim a line before later ones. null: not claimed. */
  readonly claimedOrder: number | null;
  /** The finding as it stands. */
  readonly finding: {
    readonly pursued: boolean;
    readonly version: number;
    readonly evidenceHash: string;
    readonly grossFen: number;
    readonly fundFen: number | null;
    readonly edition: number;
  };
  /** In question. */
  readonly records: readonly ClaimRecord[];
  /** What it adds to the findings claimed before it. */
  readonly claim: Amounts;
}

export type NewEvent = Omit<FindingEvent, 'serial'>;

/** Writes within one transaction that holds the cases. */
export interface CaseWriter {
  /** Serials in the order given. */
  append(events: readonly NewEvent[]): Promise<number[]>;
  save(cases: readonly StoredCase[]): Promise<void>;
  /** Claimed cases with records on one of these encounters, held from now on. */
  claimedOn(encounterNos: readonly string[]): Promise<StoredCase[]>;
  /** The claims on these encounters are these and no others. */
  setClaims(
    encounterNos: readonly string[],
    claims: readonly { readonly findingId: string; readonly encounterNo: string; readonly claim: Amounts }[],
  ): Promise<void>;
  /** What each finding claims over all its encounters. */
  claimsOfFindings(findingIds: readonly string[]): Promise<ReadonlyMap<string, Amounts>>;
  positions(findingIds: readonly string[]): Promise<ReadonlyMap<string, Positions>>;
  post(
    postings: readonly (Posting & { readonly findingId: string; readonly eventSerial: number | null; readonly at: Instant })[],
  ): Promise<void>;
  /** Tells the rule's quality what was decided. */
  judge(
    decisions: readonly {
      findingId: string;
      version: number;
      ruleId: string;
      edition: number;
      verdict: 'upheld' | 'overturned';
      by: string;
      why: string;
      at: Instant;
    }[],
  ): Promise<void>;
}

export interface CaseBook {
  /** Holds the cases of these findings, in one transaction with everything that is written; all or nothing. */
  change<T>(findingIds: readonly string[], work: (writer: CaseWriter, cases: readonly StoredCase[]) => Promise<T>): Promise<T>;
  /** Findings without a case get one; how many. */
  open(at: Instant): Promise<number>;
  /** Cases whose finding changed or is gone since. */
  changed(limit: number): Promise<string[]>;
  /** Cases in these states whose last day is over. */
  overdue(states: readonly FindingState[], today: Day, limit: number): Promise<string[]>;
  /** Cases that silence decided at an instant or later, and nothing but money followed since. */
  lapsedSince(at: Instant): Promise<Lapsed[]>;
}

export interface Lapsed {
  readonly findingId: string;
  /** Where no answer came, and since when it had been asked; a limit that was given back once is left out. */
  readonly from: 'feedback' | 'reAppeal';
  readonly began: Instant;
  readonly at: Instant;
  /** Where it stands now. */
  readonly state: FindingState;
}

/** Numbers and the calendar, as they count now. */
export interface LifeRules {
  /** Last day of a state that is entered at an instant; null: no limit, or holidays not published. */
  due(state: FindingState, at: Instant): Day | null;
  readonly silenceConsents: boolean;
  readonly panelSize: number;
}
