/** What the governance of rules needs from the outside. */
import type { Day, EditionAction, EditionState, Instant, ReviewKind } from '@hengjian/domain';
import type { Point, RuleTree } from '@hengjian/language';
import type { CaseEngine } from './case-reading.ts';
import type { CaseFile } from './cases.ts';

/** A dated, regional parameter of an edition; null days are open, region '*' is everywhere. */
export interface ParameterRow {
  readonly name: string;
  readonly region: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly value: Point['params'][string];
}

export interface Edition {
  readonly ruleId: string;
  readonly edition: number;
  readonly state: EditionState;
  readonly origin: 'shipped' | 'bureau';
  readonly tree: RuleTree;
  /** The bureau's own; null: the catalogue's. */
  readonly cases: CaseFile | null;
  /** Of a live edition: the dates and the region it judges. */
  readonly region: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly parameters: readonly ParameterRow[];
  readonly draftedBy: string;
}

/** One step. `load` and `draft` begin an edition, `follow` ends a live one's dates; the others are the table's actions. */
export interface EditionEvent {
  readonly serial: number;
  readonly ruleId: string;
  readonly edition: number;
  readonly action: EditionAction | 'load' | 'draft' | 'follow';
  readonly stateBefore: EditionState | null;
  readonly stateAfter: EditionState;
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
  readonly detail: EventDetail | null;
}

export interface EventDetail {
  /** Of a review. */
  readonly kind?: ReviewKind;
  /** Of making live or being followed. */
  readonly region?: string;
  readonly from?: Day | null;
  readonly to?: Day | null;
  /** Of a trial. */
  readonly trialId?: string;
  /** What changed: the tree, the cases, the parameters before and after. */
  readonly before?: EditionContent | null;
  readonly after?: EditionContent;
}

/** What an edition says; a change is told by what it was and what it became. */
export interface EditionContent {
  readonly tree: RuleTree;
  readonly cases: CaseFile | null;
  readonly parameters: readonly ParameterRow[];
}

/** Writes within one transaction that holds the rule's lock. */
export interface EditionWriter {
  insert(edition: Edition): Promise<void>;
  /** Content is taken in *draft* only; the database refuses it elsewhere. */
  setContent(edition: number, content: EditionContent): Promise<void>;
  setState(edition: number, state: EditionState): Promise<void>;
  /** The dates and the region that a live edition judges. */
  setPeriod(edition: number, period: { region: string; from: Day | null; to: Day | null }): Promise<void>;
  append(event: Omit<EditionEvent, 'serial' | 'ruleId'>): Promise<void>;
}

export interface EditionBook {
  /** Newest first; empty where nobody knows the rule. */
  editions(ruleId: string): Promise<Edition[]>;
  /** In the order they happened. */
  events(ruleId: string): Promise<EditionEvent[]>;
  /** All editions of all rules; as known at an instant where one is given. */
  all(asKnownAt?: Instant): Promise<Edition[]>;
  /** Trial runs or shadow runs of this edition were recorded. */
  ranInShadow(ruleId: string, edition: number): Promise<boolean>;
  /** Reads again and writes under the rule's lock, all or nothing. */
  change<T>(ruleId: string, work: (writer: EditionWriter, editions: Edition[], events: EditionEvent[]) => Promise<T>): Promise<T>;
}

export interface RulePorts {
  readonly book: EditionBook;
  /** Opened when cases are to run; closed by who opened it. */
  openEngine(): Promise<CaseEngine>;
  /** Cases of the shipped rule. */
  shippedCases(ruleId: string): CaseFile | undefined;
}

/** Who, why and when of a step. There are no accounts yet: the acting person is the name given, recorded as such. */
export interface Act {
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
}
