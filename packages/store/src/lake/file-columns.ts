// Which columns a file of the lake has, and how one that was written before a column was added is read: the column is unknown there.
import { createHash } from 'node:crypto';
import { dimensionTables, lakeTables, referenceTables } from '@hengjian/domain';
import { fileList, quoted } from './duck.ts';
import {
  bookkeeping,
  type Column,
  columnsOf,
  dimensionColumnsOf,
  dimensionSource,
  referenceColumnsOf,
  sideTables,
  sourceColumns,
  sqlTypeOf,
} from './layout.ts';

const isIn = <T extends object>(tables: T, name: string): name is keyof T & string => name in tables;

/** Columns of a file of that kind as it is written today; undefined for lists of the manifest, whose columns never change. */
function fileColumnsOf(kind: string): readonly Column[] | undefined {
  const table = kind.replace(/^(aside|superseded|dimension)\//, '');
  const until: Column[] = kind.startsWith('superseded/') ? [['replacedIn', 'int']] : [];
  if (isIn(lakeTables, table)) return [...columnsOf(table), ...sourceColumns[table], ...bookkeeping, ...until];
  const recorded: Column = ['recordedIn', 'int'];
  if (isIn(dimensionTables, table)) return [...dimensionColumnsOf(table), ...dimensionSource[table], recorded, ...until];
  if (isIn(referenceTables, table)) return [...referenceColumnsOf(table), recorded, ...until];
  return isIn(sideTables, table) ? sideTables[table] : undefined;
}

/** A word for the columns of today, kept with every file in the manifest; null where there is nothing to tell. */
export function layoutOf(kind: string): string | null {
  const columns = fileColumnsOf(kind);
  return columns ? createHash('sha256').update(JSON.stringify(columns)).digest('hex').slice(0, 16) : null;
}

export interface LaidOut {
  readonly path: string;
  readonly kind: string;
  /** `layoutOf` when the file was written; null before that was kept. */
  readonly layout: string | null;
}

/** No rows, with these columns. */
export const noRows = (columns: readonly Column[]): string =>
  `SELECT ${columns.map(([name, type]) => `null::${sqlTypeOf(name, type)} AS ${quoted(name)}`).join(', ')} WHERE false`;

/** What stands behind FROM for these files of one kind, at least one. */
export function filesFrom(files: readonly LaidOut[]): string {
  const [{ kind }] = files as readonly [LaidOut];
  const read = `read_parquet(${fileList(files.map((file) => file.path))}${files.length > 1 ? ', union_by_name=true' : ''})`;
  const columns = fileColumnsOf(kind);
  const today = layoutOf(kind);
  if (!columns || files.every((file) => file.layout === today)) return read;
  return `(SELECT * FROM ${read} UNION ALL BY NAME ${noRows(columns)})`;
}
