// Finds the files of an extract folder, their format and encoding, and which column is what.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type WireColumn, type WireTable, type WireTableName, wireTables } from '@hengjian/catalog';
import type { Issue, Outcome } from '@hengjian/domain';
import { type Duck, literal } from '../lake/duck.ts';
import { parseHeader, readableText } from './encoding.ts';

export interface Source {
  table: WireTableName;
  /** Name in the folder. */
  file: string;
  /** What DuckDB reads: the file itself, or its copy in UTF-8. */
  path: string;
  format: 'csv' | 'parquet';
  delimiter: string;
  /** Header as printed, in order. */
  header: string[];
  /** Contract columns with their place in the header. */
  known: { column: WireColumn; at: number }[];
  unknown: { name: string; at: number }[];
}

export interface ExtractFolder {
  sources: Map<WireTableName, Source>;
  ignored: string[];
}

/** Refuses a folder without tables, a missing column, a column twice, a file that cannot be decoded. */
export async function openFolder(folder: string, scratch: string, duck: Duck): Promise<Outcome<ExtractFolder>> {
  const issues: Issue[] = [];
  const ignored: string[] = [];
  const sources = new Map<WireTableName, Source>();
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return { ok: false, issues: [{ code: 'claims.noFolder', severity: 'error', facts: { folder } }] };
  for (const file of readdirSync(folder).sort()) {
    const match = /^([a-z]+)\.(csv|parquet)$/i.exec(file);
    const table = match?.[1]?.toLowerCase() as WireTableName;
    if (!match || !(table in wireTables)) {
      if (statSync(path.join(folder, file)).isFile()) ignored.push(file);
      continue;
    }
    if (sources.has(table)) {
      issues.push({ code: 'claims.tableTwice', severity: 'error', file, table, facts: { other: sources.get(table)?.file } });
      continue;
    }
    const opened = await openSource(path.join(folder, file), table, match[2]?.toLowerCase() as Source['format'], scratch, duck);
    if (opened.ok) sources.set(table, opened.value);
    else issues.push(...opened.issues);
  }
  if (sources.size === 0 && issues.length === 0) issues.push({ code: 'claims.noTables', severity: 'error', facts: { folder } });
  if (issues.length > 0) return { ok: false, issues };
  const notices: Issue[] = ignored.map((file) => ({ code: 'claims.ignoredFile', severity: 'info', file, facts: {} }));
  return { ok: true, value: { sources, ignored }, issues: notices };
}

async function openSource(
  file: string,
  table: WireTableName,
  format: Source['format'],
  scratch: string,
  duck: Duck,
): Promise<Outcome<Source>> {
  const name = path.basename(file);
  const refuse = (issue: Partial<Issue> & { code: string }): Outcome<Source> => ({
    ok: false,
    issues: [{ severity: 'error', file: name, table, facts: {}, ...issue }],
  });
  let readable = file;
  let header: string[];
  let delimiter = ',';
  if (format === 'parquet') {
    try {
      header = (await duck.rows<{ name: string }>(`SELECT name FROM parquet_schema(${literal(file)}) WHERE num_children IS NULL`)).map(
        (r) => r.name,
      );
    } catch (error) {
      return refuse({ code: 'claims.unreadableParquet', facts: { reason: error instanceof Error ? error.message.split('\n')[0] : '' } });
    }
  } else {
    const text = await readableText(file, path.join(scratch, `${table}.csv`));
    if (!text.ok) return refuse(text.issue);
    readable = text.path;
    ({ header, delimiter } = parseHeader(text.firstRecord));
  }
  const columns = matchColumns(header, wireTables[table]);
  if (columns.twice) return refuse({ code: 'claims.columnTwice', row: 1, column: columns.twice });
  if (columns.missing.length > 0)
    return {
      ok: false,
      issues: columns.missing.map((column) => ({
        code: 'claims.missingColumn',
        severity: 'error',
        file: name,
        table,
        row: 1,
        column,
        facts: {},
      })),
    };
  return {
    ok: true,
    value: { table, file: name, path: readable, format, delimiter, header, known: columns.known, unknown: columns.unknown },
    issues: [],
  };
}

function matchColumns(header: string[], table: WireTable) {
  const known: Source['known'] = [];
  const unknown: Source['unknown'] = [];
  let twice: string | undefined;
  for (const [at, printed] of header.entries()) {
    const name = printed.trim().toLowerCase();
    const column = table.columns.find((c) => c.name === name || c.synonyms.includes(name));
    if (!column) unknown.push({ name: printed, at });
    else if (known.some((k) => k.column === column)) twice ??= printed;
    else known.push({ column, at });
  }
  const missing = table.columns.filter((c) => c.required && !known.some((k) => k.column === c)).map((c) => c.name);
  return { known, unknown, missing, twice };
}
