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

export interface KnowledgeCommit {
  versions: readonly NewVersion[];
  places: readonly PointPlace[];
  by: string;
  at: Instant;
  files: readonly string[];
}

/** Where knowledge is kept. Nothing is overwritten but the places, which follow from the rest. */
export interface KnowledgeStore {
  standing(): Promise<StandingPoint[]>;
  /** Everything or nothing. */
  commit(commit: KnowledgeCommit): Promise<void>;
  /** The newest versions of these points, as published. */
  published(ids: readonly string[]): Promise<PublishedPoint[]>;
  /** Those of the codes that the catalogue in force does not have; none where no catalogue of their kind was imported. */
  codesMissing(codes: readonly string[]): Promise<ReadonlySet<string>>;
  /** By rule, then point. */
  waiting(): Promise<WaitingPoint[]>;
  /** Rows that take part in rules; of all rules, or of those with these keys. Ordered by point; starters stepped back. */
  active(ruleKeys?: readonly string[]): Promise<ActivePoint[]>;
}
