import type {
  CodeRole,
  KnowledgeKind,
  KnowledgePoint,
  KnowledgeValue,
  LineageRow,
  Params,
  WaitingReason,
} from '@hengjian/catalog/knowledge/index.ts';
import type { Day, Instant } from '@hengjian/domain';

/** The newest version of a point as it stands in the library. */
export interface StandingPoint extends LineageRow {
  version: number;
  /** Of everything the publisher said. */
  contentHash: string;
  params: Params | null;
  reason: WaitingReason | null;
  source: PointSource;
}

/** Who gave the parameters: the publisher, the reader of the text, or a person of this bureau (kept when the publisher repeats himself). */
export type PointSource = 'given' | 'text' | 'person';

/** A version of a point to be written. Older versions stay. */
export interface NewVersion {
  point: KnowledgePoint;
  version: number;
  contentHash: string;
  ruleKey: string;
  kind: KnowledgeKind | null;
  params: Params | null;
  source: PointSource;
  reason: WaitingReason | null;
  codes: readonly { role: CodeRole; code: string }[];
  file: string;
  row: number;
  /** Starter knowledge of a shipped rule. */
  shipped: boolean;
}

export type KnowledgeState = 'active' | 'waiting' | 'superseded';

/** Where a point stands now: follows from the newest versions of all points, kept so that readers need not work it out. */
export interface PointPlace {
  pointId: string;
  version: number;
  state: KnowledgeState;
  lineage: string;
  inForceFrom: Day | null;
  inForceTo: Day | null;
  /** Has certain parameters, a sound lineage, and days on which it is in force. */
  usable: boolean;
  supersededBy: string | null;
  reason: WaitingReason | null;
}

/** A knowledge row as rules read it. Superseded rows are among them: they hold for the days before their successors. */
export interface ActivePoint {
  pointId: string;
  version: number;
  lineage: string;
  /** National code, else `NC-` and the rule's name. */
  ruleKey: string;
  ruleCode: string | null;
  ruleName: string | null;
  kind: KnowledgeKind | null;
  subject: string;
  constraint: string;
  basis: string;
  batch: string | null;
  codes: { readonly [role: string]: readonly string[] };
  /** null: open. Both days included. */
  validFromDay: Day | null;
  validToDay: Day | null;
  /** In the scales of the lake (`typedParams`). */
  params: { readonly [name: string]: KnowledgeValue };
}

/** A point that waits for a person, as published. */
export interface WaitingPoint {
  point: KnowledgePoint;
  reason: WaitingReason;
}

export interface PublishedPoint {
  point: KnowledgePoint;
  version: number;
  params: Params | null;
  contentHash: string;
}

/** A point whose place is to be looked at, with the row that speaks of it; without `change` only its neighbours changed. */
export interface TouchedPoint {
  id: string;
  change: 'added' | 'changed' | 'known' | null;
  ruleCode: string | null;
  ruleName: string | null;
  file: string;
  row: number;
}

/** One import under way, in pieces: nobody else sees any of it before its end. */
export interface KnowledgeWriting {
  /** The newest versions of these points, those of this import among them. */
  standing(ids: readonly string[]): Promise<StandingPoint[]>;
  write(versions: readonly NewVersion[]): Promise<void>;
  touch(points: readonly TouchedPoint[]): Promise<void>;
  /** All that was touched, each point once, in pieces. */
  touched(): AsyncIterable<readonly TouchedPoint[]>;
  /** These points and all that hang together with them by `supersedes`, over any number of links. */
  linked(ids: readonly string[]): Promise<StandingPoint[]>;
  place(places: readonly PointPlace[]): Promise<void>;
}

/** Where knowledge is kept. Nothing is overwritten but the places, which follow from the rest. */
export interface KnowledgeStore {
  /** Everything or nothing: what was written is kept where `work` says so, else nothing of it. */
  importing<T>(
    head: { by: string; at: Instant; files: readonly string[] },
    work: (writing: KnowledgeWriting) => Promise<{ keep: boolean; value: T }>,
  ): Promise<T>;
  /** The newest versions of these points, as published. */
  published(ids: readonly string[]): Promise<PublishedPoint[]>;
  /** Those of the codes that the catalogue in force does not have; none where no catalogue of their kind was imported. */
  codesMissing(codes: readonly string[]): Promise<ReadonlySet<string>>;
  /** By rule, then point. */
  waiting(): Promise<WaitingPoint[]>;
  /**
   * Rows that take part in rules; of all rules, or of those with these keys. Ordered by point; starters stepped back. `among`: only rows
   * that name one of these codes, so that of a table of millions only those are read that some record can meet.
   */
  active(ruleKeys?: readonly string[], among?: readonly string[]): Promise<ActivePoint[]>;
  /** By rule key, a word that changes whenever any of its rows does. */
  states(ruleKeys: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
