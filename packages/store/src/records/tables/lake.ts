import type { ColumnType, Generated } from 'kysely';

/** The manifest: which immutable files make up which version of the claims lake. */
export interface LakeTables {
  /** One row per committed import. The highest version is the current state. */
  lakeVersion: {
    version: number;
    recordedAt: Generated<Date>;
    folder: string;
    /** Import report as JSON. */
    report: unknown;
    /** Next free surrogate per dictionary, and whatever else the next import needs. */
    counters: unknown;
  };
  /** A file belongs to versions fromVersion ≤ v < toVersion (toVersion null: still current). */
  lakeFile: {
    path: string;
    /** Lake table, `dimension/<name>`, `aside/<table>`, `superseded/<table>`, `source/<table>`, `unmatched`, `changes`, `replaced`. Without a bucket a lake table's file is a delta. */
    kind: string;
    bucket: number | null;
    rows: number;
    bytes: number;
    fromDay: number | null;
    toDay: number | null;
    /** Rows of this kind in older files that this one takes the place of (deltas). */
    replacedRows: Generated<number>;
    /** Word for the columns it was written with; null where that was not kept or never changes. */
    layout: string | null;
    fromVersion: number;
    toVersion: number | null;
  };
  /** Points of a part of a measure in a month, as that version of the lake had them. */
  measuredMonth: {
    part: string;
    month: number;
    lakeVersion: number;
    seen: number;
    records: number;
    undetermined: number;
    /** bigint: sent as text, taken as a number. */
    value: ColumnType<string | null, number | null, number | string | null>;
  };
  /** One row: the word that also stands in the lake's folder. */
  lakeIdentity: { identity: string };
}
