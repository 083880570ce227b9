/** The words of tables, columns, values and parameters, handed in from outside like the schema: the language knows none itself. */
import type { Bilingual } from './rule.ts';

export interface Vocabulary {
  /** One record of a table, with the Chinese measure word that counts it. */
  readonly records: { readonly [table: string]: Bilingual & { readonly measure: string } };
  readonly columns: { readonly [column: string]: Bilingual };
  /** By `table.column`, where the column alone would be unclear. */
  readonly tableColumns: { readonly [column: string]: Bilingual };
  /** Kind of each column: id, int, text, bool, fen, quantity, price, day, instant. */
  readonly types: { readonly [table: string]: { readonly [column: string]: string } };
  /** Units of `int` columns. */
  readonly intUnits: { readonly [column: string]: string };
  /** Words of values by column (or by `table.column`), or by a name that parameters refer to. */
  readonly values: { readonly [column: string]: { readonly [value: string]: Bilingual } };
  /** Columns whose values are all known. */
  readonly closed: ReadonlySet<string>;
  readonly params: { readonly [name: string]: Bilingual & { readonly unit?: string; readonly values?: string } };
  readonly roles: { readonly [role: string]: Bilingual };
}

/** The words of a column; undefined when nobody gave it any. */
export const columnWord = (v: Vocabulary, table: string, column: string): Bilingual | undefined =>
  v.tableColumns[`${table}.${column}`] ?? v.columns[column];

/** The name under which a column's values are known: the column, where the table has no words of its own for it. */
export function valuesName(v: Vocabulary, table: string, column: string): string | undefined {
  if (v.values[`${table}.${column}`]) return `${table}.${column}`;
  // `kind` of a line is one thing, of an institution another
  if (column === 'kind' && !/[lL]ine$|[tT]race$/.test(table)) return undefined;
  if (column === 'state' && !/^practitioner/.test(table)) return undefined;
  return v.values[column] ? column : undefined;
}
export const isClosed = (v: Vocabulary, table: string, column: string): boolean =>
  v.closed.has(column) || v.closed.has(`${table}.${column}`);
