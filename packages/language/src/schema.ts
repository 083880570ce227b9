/** The tables a tree may read: column → type. Given from outside (the lake's declaration); the language knows none itself. */
import type { ValueType } from './expression.ts';

export interface TableSchema {
  readonly columns: { readonly [column: string]: ValueType };
  /** Column that identifies a record. */
  readonly record: string;
  /** Each value of `record` has one row at most. */
  readonly distinct?: boolean;
  /** Columns that break ties, compared as bytes (the record's published key). */
  readonly tie: readonly string[];
  /** Columns that say whose record it is: records with one value of them belong to one person. Absent: no table of persons' records. */
  readonly personal?: readonly string[];
  /** What a record of it counts as in a finding: the same line or settlement is in question once. Absent: its encounter. */
  readonly unit?: 'line' | 'settlement';
}

export interface Schema {
  readonly tables: { readonly [table: string]: TableSchema };
  /** Types of knowledge parameters. */
  readonly params: { readonly [name: string]: ValueType };
}
