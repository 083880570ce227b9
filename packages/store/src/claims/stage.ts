// Brings the files of a folder into DuckDB as typed rows; what cannot be read goes to `reject`.
import { type WireTable, type WireTableName, wireTables } from '@hengjian/catalog';
import type { Issue } from '@hengjian/domain';
import { type Duck, fileList, literal, quoted } from '../lake/duck.ts';
import type { Source } from './folder.ts';
import { sameValues, typedRows } from './wire-sql.ts';

/** The tables that collect what is not taken: `reject`, `malformed`, `skipped`. */
export async function createRejectTable(duck: Duck): Promise<void> {
  // row: number of the record in the file, the header is 1. fact: what the sentence needs (another row, a number).
  await duck.run('CREATE TABLE reject (tbl VARCHAR, r BIGINT, code VARCHAR, col VARCHAR, subject VARCHAR, fact VARCHAR)');
  // Records that are no rows at all (too few or too many fields), by their number in the file.
  await duck.run('CREATE TABLE malformed (tbl VARCHAR, record BIGINT, code VARCHAR)');
  await duck.run('CREATE TABLE skipped (tbl VARCHAR, r BIGINT)');
}

/** SELECT of the raw text columns of a source, under contract names, with `r` (numbering a CSV keeps it to one thread). */
export function rawRows(source: Source, rowNumbers = true, extra: readonly string[] = []): string {
  const columns = [
    ...source.known.map(({ column, at }) => `CAST(${rawColumn(source, at)} AS VARCHAR) AS ${quoted(column.name)}`),
    ...extra,
  ].join(', ');
  if (source.format === 'parquet')
    return `SELECT file_row_number + 1 AS r, ${columns} FROM read_parquet(${fileList([source.path])}, file_row_number = true)`;
  return `SELECT ${rowNumbers ? 'row_number() OVER ()' : 'NULL::BIGINT'} AS r, ${columns} FROM ${csvScan(source)}`;
}

/** A CSV's columns are read by place (names may be blank or twice), a Parquet's by name. */
export const rawColumn = (source: Source, at: number): string => quoted(source.format === 'csv' ? `c${at}` : (source.header[at] as string));

/** DuckDB's reader of a CSV in UTF-8, every column as text; records that do not fit are collected. */
function csvScan(source: Source): string {
  const types = source.header.map((_, at) => `c${at}: 'VARCHAR'`).join(', ');
  return `read_csv(${literal(source.path)}, columns = {${types}}, auto_detect = false, header = true, delim = ${literal(source.delimiter)},
    quote = '"', escape = '"', encoding = 'utf-8', strict_mode = true, null_padding = false, store_rejects = true,
    rejects_table = 'bad_${source.table}', rejects_scan = 'badscan_${source.table}', max_line_size = 4000000)`;
}

/** SELECT of a source's rows with the contract's types, and `problem` where a value is wrong. */
export const typedSource = (source: Source, rowNumbers = true): string =>
  typedRows(
    source.table,
    source.known.map((k) => k.column),
    rawRows(source, rowNumbers),
  );

/** Stages a small table whole, as `s_<table>`. Refuses damage (a truncated last record). */
export async function stageTable(duck: Duck, source: Source): Promise<Issue | undefined> {
  const name = quoted(`s_${source.table}`);
  await duck.run(`CREATE TABLE ${name} AS ${typedSource(source)}`);
  const good = await rowsOf(duck, `SELECT count(*) AS n FROM ${name}`);
  const damage = await collectMalformed(duck, source, good);
  if (damage) return damage;
  await rejectProblems(duck, source.table, `s_${source.table}`);
  return undefined;
}

/** Declares `s_<table>` empty where the folder does not have the table. */
export async function stageEmpty(duck: Duck, table: WireTableName): Promise<void> {
  await duck.run(`CREATE TABLE ${quoted(`s_${table}`)} AS ${typedRows(table, [], 'SELECT 1::BIGINT AS r')} LIMIT 0`);
}

/** Records with too few or too many fields; the last one of a file with too few is a file cut short, and refuses the folder. */
export async function collectMalformed(duck: Duck, source: Source, good: number): Promise<Issue | undefined> {
  if (source.format === 'parquet') return undefined;
  const bad = quoted(`bad_${source.table}`);
  await duck.run(
    `INSERT INTO malformed SELECT ${literal(source.table)}, line, CASE min(CAST(error_type AS VARCHAR)) WHEN 'MISSING COLUMNS' THEN 'tooFewFields'
       WHEN 'TOO MANY COLUMNS' THEN 'tooManyFields' ELSE 'unreadable' END FROM ${bad} GROUP BY line`,
  );
  const [end] = await duck.rows<{ n: number; last: number | null; code: string | null }>(
    `SELECT count(*) AS n, max(record) AS last, arg_max(code, record) AS code FROM malformed WHERE tbl = ${literal(source.table)}`,
  );
  if (end && end.last !== null && end.code !== 'tooManyFields' && end.last >= good + end.n + 1)
    return { code: 'claims.truncated', severity: 'error', file: source.file, table: source.table, row: end.last, facts: {} };
  return undefined;
}

/** Before a source is read a second time. */
export async function forgetMalformed(duck: Duck, source: Source): Promise<void> {
  await duck.run(`DELETE FROM malformed WHERE tbl = ${literal(source.table)}`);
  await duck.run(`DROP TABLE IF EXISTS bad_${source.table}; DROP TABLE IF EXISTS badscan_${source.table}`);
}

const rowsOf = async (duck: Duck, sql: string): Promise<number> => (await duck.rows<{ n: number }>(sql))[0]?.n ?? 0;
const subject = (table: WireTable) => `concat_ws('/', ${table.key.map((k) => `CAST(${quoted(k)} AS VARCHAR)`).join(', ')})`;

/** Moves rows with a `problem` to `reject`. */
async function rejectProblems(duck: Duck, table: WireTableName, staged: string): Promise<void> {
  await duck.run(
    `INSERT INTO reject SELECT ${literal(table)}, r, split_part(problem, '|', 1), split_part(problem, '|', 2), ${subject(wireTables[table])}, NULL
       FROM ${quoted(staged)} WHERE problem IS NOT NULL`,
  );
  await duck.run(`DELETE FROM ${quoted(staged)} WHERE problem IS NOT NULL`);
}

/** Rejects the rows of `staged` that satisfy `condition` (over alias s). */
export async function rejectWhere(
  duck: Duck,
  table: WireTableName,
  staged: string,
  condition: string,
  code: string,
  column: string,
  subjectSql = subject(wireTables[table]),
): Promise<void> {
  const from = `FROM ${quoted(staged)} s WHERE ${condition}`;
  await duck.run(`INSERT INTO reject SELECT ${literal(table)}, r, ${literal(code)}, ${literal(column)}, ${subjectSql}, NULL ${from}`);
  await duck.run(`DELETE ${from}`);
}

/**
 * One row a key: the same content again is skipped, other content under the same key in the same file is rejected, the first row
 * stands (which of the two is right cannot be known; both are named).
 */
export async function dropDuplicates(
  duck: Duck,
  table: WireTableName,
  staged: string,
  key: readonly string[],
  content: readonly string[],
  subjectSql = subject(wireTables[table]),
): Promise<void> {
  const s = quoted(staged);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE twice AS SELECT ${key.map(quoted).join(', ')}, min(r) AS first FROM ${s} GROUP BY ${key.map(quoted).join(', ')} HAVING count(*) > 1`,
  );
  if ((await rowsOf(duck, 'SELECT count(*) AS n FROM twice')) === 0) return;
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE later AS SELECT s.r, t.first, ${sameValues(content, 's', 'f')} AS same
       FROM ${s} s JOIN twice t ON ${sameValues(key, 's', 't')} JOIN ${s} f ON f.r = t.first AND ${sameValues(key, 'f', 's')} WHERE s.r > t.first`,
  );
  await duck.run(`INSERT INTO skipped SELECT ${literal(table)}, r FROM later WHERE same`);
  await duck.run(
    `INSERT INTO reject SELECT ${literal(table)}, l.r, 'duplicate', ${literal(wireTables[table].key[0] as string)}, ${subjectSql}, CAST(l.first AS VARCHAR)
       FROM later l JOIN ${s} s ON s.r = l.r WHERE NOT l.same`,
  );
  await duck.run(`DELETE FROM ${s} WHERE r IN (SELECT r FROM later)`);
}
