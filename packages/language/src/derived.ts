/**
 * Derived records: records of one table with others beside them, or one for every day, or counted with their like. Declared once as
 * data and read like a table by both readers: a view in SQL, rows of the same names for the closures.
 */
import { compareKeys } from './compare.ts';
import { type Row as AnyRow, compile } from './compile.ts';
import type { Expression, ValueType } from './expression.ts';
import { noPoint } from './rule.ts';
import type { Schema, TableSchema } from './schema.ts';
import { type SqlNames, toSql } from './sql.ts';

type Row = AnyRow;
type Tables = { readonly [table: string]: readonly Row[] };

export interface Beside {
  readonly reads: string;
  /** Equal values: of the record, and of a column of the other table. Without links its first row stands beside every record. */
  readonly link: readonly (readonly [record: Expression, column: string])[];
  /** New column → column of the other table; unknown where no row is linked. Of several rows the first by `tie` counts. */
  readonly take: { readonly [column: string]: string };
}

export interface Derived {
  readonly from: string;
  /** Records that take part: those for which it holds. */
  readonly where: Expression;
  /** One record for every day from `first` to `last`, both included, with the day in `column`; none where an end is unknown. */
  readonly spread?: { readonly column: string; readonly first: Expression; readonly last: Expression };
  /** How many of these records share the values of `by` (an unknown value is a value of its own). */
  readonly counted?: { readonly column: string; readonly by: readonly Expression[] };
  readonly beside: readonly Beside[];
}

/** Days that one record may spread over at most: ten years. */
const LONGEST_SPREAD = 3660;

/** What rules may read of it: the columns of the table it is made from, and the new ones. */
export function derivedSchema(derived: Derived, tables: Schema['tables']): TableSchema {
  const from = tables[derived.from];
  if (!from) throw new Error(`derived: no table ${derived.from}`);
  const added: { [column: string]: ValueType } = {};
  if (derived.spread) added[derived.spread.column] = 'int';
  if (derived.counted) added[derived.counted.column] = 'int';
  for (const { reads, take } of derived.beside)
    for (const [column, name] of Object.entries(take)) {
      const type = tables[reads]?.columns[name];
      if (!type) throw new Error(`derived: no column ${name} in ${reads}`);
      added[column] = type;
    }
  const tie = derived.spread ? [...from.tie, derived.spread.column] : from.tie;
  return { ...from, columns: { ...from.columns, ...added }, tie, distinct: from.distinct === true && !derived.spread };
}

const quoted = (name: string): string => `"${name}"`;

/** Of the rows that may stand beside a record the first of each link: SELECT of the linked and the taken columns. */
export function besideSql(beside: Beside, schema: Schema, table: (name: string) => string): string {
  const tie = (schema.tables[beside.reads] as TableSchema).tie.map((c) => `${quoted(c)} NULLS FIRST`).join(', ');
  const columns = [...new Set([...beside.link.map(([, column]) => column), ...Object.values(beside.take)])].map(quoted).join(', ');
  if (beside.link.length === 0) return `SELECT ${columns} FROM ${table(beside.reads)} ORDER BY ${tie} LIMIT 1`;
  const by = beside.link.map(([, column]) => quoted(column)).join(', ');
  return `SELECT ${columns} FROM ${table(beside.reads)} QUALIFY row_number() OVER (PARTITION BY ${by} ORDER BY ${tie}) = 1`;
}

/**
 * SELECT of the records. `table` writes the name of a table, so that a view reads the lake's and no copy of it; `first` the relation of
 * `besideSql`, where it was worked out already; `wanted` the columns that are asked for, where not all: what stands beside for nobody is
 * not looked up.
 */
export function derivedSql(
  derived: Derived,
  schema: Schema,
  table: (name: string) => string,
  first = (beside: Beside, _place: number): string => `(${besideSql(beside, schema, table)})`,
  wanted: (column: string) => boolean = () => true,
): string {
  const names: SqlNames = { field: (n) => `t.${quoted(n)}`, param: () => 'NULL' };
  const sql = (e: Expression) => toSql(e, names);
  const from = schema.tables[derived.from] as TableSchema;
  const columns = Object.keys(from.columns)
    .filter((c) => c !== derived.spread?.column && wanted(c))
    .map((c) => `t.${quoted(c)}`);
  const joins = derived.beside.flatMap((beside, i) => {
    const taken = Object.entries(beside.take).filter(([column]) => wanted(column));
    for (const [column, name] of taken) columns.push(`b${i}.${quoted(name)} AS ${quoted(column)}`);
    const on = beside.link.map(([e, column]) => `${sql(e)} = b${i}.${quoted(column)}`).join(' AND ') || 'TRUE';
    // of each link one row at most stands beside, so that no record is lost or doubled without it
    return taken.length > 0 ? [`LEFT JOIN ${first(beside, i)} b${i} ON ${on}`] : [];
  });
  const { spread, counted } = derived;
  if (counted) columns.push(`count(*) OVER (PARTITION BY ${counted.by.map(sql).join(', ')}) AS ${quoted(counted.column)}`);
  if (spread) columns.push(`u.day AS ${quoted(spread.column)}`);
  const within = spread ? ` AND ${sql(spread.last)} - ${sql(spread.first)} < ${LONGEST_SPREAD}` : '';
  const days = spread
    ? ` CROSS JOIN LATERAL (SELECT CAST(unnest(range(CAST(${sql(spread.first)} AS BIGINT), CAST(${sql(spread.last)} + 1 AS BIGINT))) AS INTEGER) AS day) u`
    : '';
  const source = spread
    ? `(SELECT * FROM ${table(derived.from)} t WHERE (${sql(derived.where)})${within}) t${days}`
    : `${table(derived.from)} t`;
  return `SELECT ${columns.join(', ')} FROM ${source} ${joins.join(' ')}${spread ? '' : ` WHERE ${sql(derived.where)}`}`;
}

const ask = (e: Expression, record: Row) => compile(e)({ record, point: noPoint });

/** The same records from rows in memory. */
export function deriveRecords(derived: Derived, schema: Schema, tables: Tables): Row[] {
  const { spread, counted } = derived;
  let rows = (tables[derived.from] ?? []).filter((row) => ask(derived.where, row) === true);
  if (spread) rows = rows.flatMap((row) => daysOf(row, spread).map((day) => ({ ...row, [spread.column]: day })));
  if (counted) {
    const keys = rows.map((row) => JSON.stringify(counted.by.map((e) => ask(e, row))));
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    rows = rows.map((row, i) => ({ ...row, [counted.column]: counts.get(keys[i] as string) as number }));
  }
  for (const beside of derived.beside) rows = placeBeside(rows, beside, schema, tables[beside.reads] ?? []);
  return rows;
}

function daysOf(row: Row, spread: NonNullable<Derived['spread']>): number[] {
  const [first, last] = [ask(spread.first, row) as number | null, ask(spread.last, row) as number | null];
  if (first === null || last === null || last < first || last - first >= LONGEST_SPREAD) return [];
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}

function placeBeside(rows: readonly Row[], beside: Beside, schema: Schema, others: readonly Row[]): Row[] {
  const tie = (schema.tables[beside.reads] as TableSchema).tie;
  const firsts = new Map<string, Row>();
  for (const other of [...others].sort((a, b) => compareKeys(tie, a, b))) {
    const key = beside.link.map(([, column]) => other[column] ?? null);
    if (key.includes(null)) continue;
    const text = JSON.stringify(key);
    if (!firsts.has(text)) firsts.set(text, other);
  }
  return rows.map((row) => {
    const found = firsts.get(JSON.stringify(beside.link.map(([e]) => ask(e, row))));
    return { ...row, ...Object.fromEntries(Object.entries(beside.take).map(([column, name]) => [column, found?.[name] ?? null])) };
  });
}
