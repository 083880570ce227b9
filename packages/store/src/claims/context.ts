import type { RegionCodes, WireTableName } from '@hengjian/catalog';
import type { Progress } from '@hengjian/workflows';
import type { Duck } from '../lake/duck.ts';
import type { LakeSnapshot } from '../lake/lake.ts';
import type { Source } from './folder.ts';

/** Next free surrogate of each dictionary; kept with the manifest so that numbers stay stable. */
export interface Counters {
  person: number;
  provider: number;
  practitioner: number;
  item: number;
  encounter: number;
  settlement: number;
  line: number;
}

export const firstCounters: Counters = { person: 1, provider: 1, practitioner: 1, item: 1, encounter: 1, settlement: 1, line: 1 };

/** A file written by this import; becomes part of the manifest at commit. */
export interface Written {
  /** Relative to the lake's folder. */
  path: string;
  kind: string;
  bucket: number | null;
  rows: number;
  bytes: number;
  fromDay: number | null;
  toDay: number | null;
  /** Rows of this kind in older files that a delta takes the place of. */
  replacedRows: number;
  /** Word for its columns. */
  layout: string | null;
}

/** What one import carries from step to step. */
export interface ImportContext {
  duck: Duck;
  snapshot: LakeSnapshot;
  region: RegionCodes;
  sources: Map<WireTableName, Source>;
  /** Absolute folder of the lake, and of this import's files within it. */
  lakeFolder: string;
  target: string;
  /** Scratch, removed at the end. */
  scratch: string;
  version: number;
  counters: Counters;
  /** Counters before this import: what has a smaller number was there. */
  firstNew: Counters;
  /** Only the encounters concerned are written, as a delta over what is there; else whole buckets. */
  delta: boolean;
  /** Part of the names of a delta's files, where it is made in several passes. */
  pass: string;
  /** The manifest names deltas, and this import rewrites all buckets with them. */
  fold: boolean;
  written: Written[];
  /** Manifest entries that this version no longer has: kind and bucket. */
  replaced: { kind: string; bucket: number | null }[];
  /** Streamed lines carry the number of their row: only needed (and dearer) where something is wrong with them. */
  rowNumbers: boolean;
  progress: Progress;
}
