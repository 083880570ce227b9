/** What a review needs from the outside. */
import type { Day, Fen } from '@hengjian/domain';
import type { Answer, PeerStanding, Point, Row, RuleTree, Value } from '@hengjian/language';
import type { FindingDraft } from './finding.ts';

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** A rule as it is in force: its tree, its edition, and its dated parameters. */
export interface LiveRule {
  readonly rule: RuleTree;
  readonly edition: number;
  /** Parameters of the region, by name; several rows of one name follow each other in time. */
  readonly parameters: readonly {
    readonly name: string;
    readonly from: Day | null;
    readonly to: Day | null;
    readonly value: Point['params'][string];
  }[];
  /** Days that this edition judges; always where absent. A newer edition takes over at a date, a region's own within its dates. */
  readonly inForce?: readonly { readonly from: Day | null; readonly to: Day | null }[];
}

export interface ReviewRule extends LiveRule {
  readonly index: number;
  readonly points: readonly Point[];
}

/** A subject among its peers as SQL found it. `top`: the few records that add most, largest first; empty where the subject is not evaluated. */
export interface PeerReading {
  readonly key: readonly Value[];
  readonly answer: Exclude<Answer, 'clear'>;
  readonly standing: Omit<PeerStanding, 'top'>;
  readonly point: number;
  readonly top: readonly Row[];
}

/** What the lake gives for one rule and one bucket. */
export interface RuleReading {
  readonly partitions: number;
  readonly members: readonly { readonly record: Row; readonly point: number }[];
  readonly rights: readonly Row[];
  /** Subjects of a comparison with peers that are not clear, decided by SQL. */
  readonly peers?: readonly PeerReading[];
  /** Records or links that exemptions kept out, by exemption. */
  readonly exempted: { readonly [exemption: string]: number };
  readonly seconds: number;
}

export interface ReviewReader {
  readonly lakeVersion: number;
  readonly buckets: number;
  /** How many buckets may be read at once; bucket n and n + parallel one after the other. */
  readonly parallel: number;
  /** Charge items of the period (of the people that are read). */
  lines(): Promise<number>;
  /** Published numbers of the people of a narrowed reader. */
  personNos(): Promise<readonly string[]>;
  readBucket(bucket: number): Promise<ReadonlyMap<number, RuleReading>>;
  /**
   * Rules that look beyond one person, over all buckets, in batches of whole partitions (several a rule, to be added up). After
   * the buckets: the readers of buckets are closed first, their memory is needed here.
   */
  readWhole(): AsyncIterable<ReadonlyMap<number, RuleReading>>;
  close(): void;
}

export interface ReviewLake {
  /**
   * A reader over the last version of the lake; later imports do not disturb it. With `narrowing` it sees only the people that the
   * narrowing names, with all of their records. `keeping`: what rules that look beyond one person need of the lake is kept for the next
   * reader of the same rules; without it the lake alone is read.
   */
  open(rules: readonly ReviewRule[], period: Period, narrowing?: Narrowing, keeping?: Keeping): Promise<ReviewReader>;
  /** First and last day on which anything of the lake was settled; null when it is empty. */
  range(): Promise<Period | null>;
  /** Codes of all items that anybody was ever charged for, in the last version. */
  items(): Promise<{ readonly lakeVersion: number; readonly codes: readonly string[] }>;
  /** Whether anybody's records are new or other since a version. */
  changedSince(version: number): Promise<boolean>;
  /** The version that last changed each register beside the claims (inventories, prescriptions, benefits …). */
  registers(): Promise<ReadonlyMap<string, number>>;
}

/**
 * What becomes of what was kept of the lake: `grown`, it follows what has come since; `anew`, only what was worked out of the lake's base
 * counts, and what has come since is worked out again.
 */
export type Keeping = 'grown' | 'anew';

/** People whose records are new or other since a version, and people with records settled on days that were not reviewed yet. */
export interface Narrowing {
  readonly sinceVersion: number;
  readonly settledWithin: readonly Period[];
}

/** Of one rule: its findings of these days are what a full run over this version of the lake would find. */
export interface Mark extends Period {
  readonly ruleId: string;
  readonly lakeVersion: number;
  /** What the rule was (`signatureOf`). */
  readonly signature: string;
}

/** What a run has done: the findings that may be withdrawn, and the marks that it sets. */
export interface Coverage {
  readonly period: Period;
  readonly lakeVersion: number;
  /** By rule. */
  readonly signatures: ReadonlyMap<string, string>;
  /** Rules that nothing was read of: what was found stands. */
  readonly standing: readonly string[];
  /** Rules of which only the partitions of these people were done. */
  readonly narrowed?: { readonly ruleIds: readonly string[]; readonly personNos: readonly string[] };
}

export interface RuleResult {
  readonly ruleId: string;
  readonly ruleCode: string;
  readonly title: string;
  readonly edition: number;
  readonly partitions: number;
  readonly hit: number;
  readonly clear: number;
  readonly notEvaluated: number;
  /** What exemptions kept out (records, links) or marked (findings), by exemption. */
  readonly exempted: { readonly [exemption: string]: number };
  readonly amountFen: number;
  /** Seconds of reading and deciding; steps shared by several rules are spread over them. */
  readonly seconds: number;
}

/** A finding beside the edition that said it: two editions of a rule may be live for different dates. */
export interface EditionFinding extends FindingDraft {
  readonly edition: number;
}

/** Against the other edition: said by this one alone, by the other alone, by both with other money, by both alike. */
export type ChangeMark = 'added' | 'gone' | 'changed' | 'same';

export interface MarkedFinding extends EditionFinding {
  readonly mark: ChangeMark;
  /** What the other edition says it is worth; null where it does not say it. */
  readonly otherFen: Fen | null;
}

export interface Change {
  readonly added: number;
  readonly gone: number;
  readonly changed: number;
  readonly same: number;
  readonly addedFen: Fen;
  readonly goneFen: Fen;
  /** Of those that both say, what this one says less what the other says. */
  readonly changedFen: Fen;
}

/** A shadow edition in one run, against the live edition (null: the rule has none). */
export interface ShadowResult extends RuleResult {
  readonly runId: string;
  readonly against: number | null;
  readonly change: Change;
}

/** Findings of one run on their way into the store, piece by piece, so that none need be held; until `finish` nothing of them is there. */
export interface FindingIntake {
  /** Each finding once: of two editions that say the same finding, only one may say it. */
  add(findings: readonly EditionFinding[]): Promise<void>;
  /** The same again adds nothing, other evidence a version, gone is withdrawn. All at once or not at all. */
  finish(rules: readonly (ReviewRule & { readonly result: RuleResult })[], coverage: Coverage): Promise<StoredCounts>;
  abandon(): Promise<void>;
}

export interface FindingStore {
  /** `changed`: only what changed since earlier runs is done again. A run that was cut off before is closed as failed. */
  begin(run: { period: Period; lakeVersion: number; lines: number; changed?: boolean }): Promise<string>;
  /** Opens the store for the findings of a run by these rules. Close it by `finish` or `abandon`. */
  take(runId: string, rules: readonly ReviewRule[]): Promise<FindingIntake>;
  /** What earlier runs have done. */
  marks(): Promise<readonly Mark[]>;
  fail(runId: string): Promise<void>;
}

export interface StoredCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly withdrawn: number;
  /** Money of all live findings of the period, each line once. */
  readonly money: { readonly amountFen: number; readonly fundFen: number };
}

export interface RuleBook {
  /** Live editions; loads shipped rules that have none yet as live edition 1. */
  live(): Promise<LiveRule[]>;
  /** Editions that run beside the live ones and say nothing. */
  shadow?(): Promise<LiveRule[]>;
}

/** Keeps what shadow editions would have said, apart from findings: it never leaves the lake. */
export interface ShadowShelf {
  keep(
    run: { readonly runId: string; readonly period: Period; readonly narrowed: boolean },
    results: readonly { readonly result: ShadowResult; readonly findings: readonly MarkedFinding[] }[],
  ): Promise<void>;
}

export interface KnowledgePoints {
  /** Knowledge rows in force at any time, by rule key (national code, else `NC-` and the name); not yet numbered. */
  /** `among`: only rows that name one of these codes. */
  points(ruleKeys: readonly string[], among?: readonly string[]): Promise<ReadonlyMap<string, readonly Omit<Point, 'index'>[]>>;
}

export interface KnowledgeShelf extends KnowledgePoints {
  /** By rule key, a word that changes whenever any of its rows does. */
  states(ruleKeys: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface ReviewPorts {
  readonly rules: RuleBook;
  readonly knowledge: KnowledgeShelf;
  readonly lake: ReviewLake;
  readonly findings: FindingStore;
  /** Without it editions in shadow are left out. */
  readonly shadow?: ShadowShelf;
}
