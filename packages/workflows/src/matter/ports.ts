import type { Clue, Day, Instant, Limits, RegisterEntry } from '@hengjian/domain';
import type { JournalStep } from '../journal/ports.ts';

/** What is kept as a matter: one row as it stands, its history in the journal. */
export interface Matters {
  clue: Clue;
}
export type MatterNoun = keyof Matters;

/** A matter as it is to stand, the step that made it so, and what registers say of it from now on. */
export interface MatterWrite<N extends MatterNoun = MatterNoun> {
  readonly noun: N;
  readonly one: Matters[N];
  readonly step: JournalStep;
  readonly entries?: readonly RegisterEntry[];
}

export interface MatterReader {
  find<N extends MatterNoun>(noun: N, matterId: string): Promise<Matters[N] | undefined>;
  /** The clue that this source opened before. */
  clueOf(source: string, sourceRef: string): Promise<Clue | undefined>;
}

/** Inside a transaction: what is found is locked until its end. */
export interface MatterTransaction extends MatterReader {
  /** `XS2026-000012`; numbers are given once and never again. */
  nextId(noun: MatterNoun, year: number): Promise<string>;
}

export interface MatterBook extends MatterReader {
  /** Writes what the work answers, all or nothing, each step sealed in the journal. */
  transact<T>(work: (inside: MatterTransaction) => Promise<{ writes: readonly MatterWrite[]; value: T }>): Promise<T>;
}

export interface MatterPorts {
  readonly book: MatterBook;
  /** The bureau's numbers on a day. */
  limits(day: Day): Promise<Limits>;
}

/** Who takes a step, and what they fill in. */
export interface StepWish<Action extends string> {
  readonly matterId: string;
  readonly action: Action;
  readonly by: string;
  readonly at: Instant;
  readonly why: string;
  /** Texts of the step's form by field. */
  readonly given: Readonly<Record<string, string>>;
}
