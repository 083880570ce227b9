import type {
  Day,
  DecisionKind,
  PointBehaviour,
  PointRecord,
  RegisteredPractitioner,
  StandingRules,
  StoppedPeriod,
} from '@hengjian/domain';
import type { JournalStep } from '../journal/ports.ts';

/** What was decided against an institution, as its own records say. */
export interface ProviderDecision {
  /** Number of the finding or case, whichever number was asked by. */
  readonly ref: string;
  readonly decidedOn: Day;
  /** Of a case: the article it was decided under. */
  readonly article: string | null;
  /** Findings and cases that tell of the same conduct. */
  readonly conduct: readonly string[];
}

/** Everything a step looks at, held until it is written. */
export interface HeldPractitioner {
  readonly person: RegisteredPractitioner;
  /** All records of the person, of every institution. */
  readonly records: readonly PointRecord[];
}

/** What one step writes, all together. */
export interface PointChange {
  /** Changed or new records. */
  readonly records?: readonly PointRecord[];
  readonly person?: RegisteredPractitioner;
  /** In place of the periods that stood; what stood is kept as it was known then. */
  readonly stopped: readonly StoppedPeriod[];
  readonly steps: readonly JournalStep[];
}

export interface PointsBook {
  /** `JF2026-000001`; given once and never again. */
  nextId(year: number): Promise<string>;
  practitioner(practitionerNo: string): Promise<RegisteredPractitioner | undefined>;
  record(pointId: string): Promise<PointRecord | undefined>;
  /**
   * The decision as the store knows it, or null: a finding upheld, a case that ended in a punishment that was served. A case is found
   * by its number or by that of its decision. What is entered from letters (`agreement`) is taken as entered.
   */
  decision(kind: DecisionKind, ref: string, providerNo: string): Promise<ProviderDecision | null>;
  /** Registers people that are not registered yet; how many. */
  register(people: readonly RegisteredPractitioner[], steps: readonly JournalStep[]): Promise<number>;
  /** Holds the person and all records, asks what to write, writes it all or (undefined) nothing. */
  change(practitionerNo: string, work: (held: HeldPractitioner) => Promise<PointChange | undefined>): Promise<void>;
  /** Records whose term is over, and those whose decision does not stand any more. */
  waiting(today: Day): Promise<{ readonly lapsed: readonly string[]; readonly fallen: readonly string[] }>;
}

/** The bureau's numbers, calendar and table. */
export interface PointRules {
  readonly behaviours: readonly PointBehaviour[];
  readonly actsFrom: Day;
  readonly repairMost: number;
  standing(day: Day): StandingRules;
  /** Last day of the term to object, or to answer an objection; null where the calendar does not reach. */
  due(name: 'appeal' | 'answer', from: Day): Day | null;
}

export interface PointPorts {
  readonly book: PointsBook;
  readonly rules: PointRules;
}
