// Knowledge files and lists of diagnosis names as published or kept by a bureau: JSON lines, JSON, CSV (UTF-8 or GB18030), XLSX.
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type CsvRecord, type DiagnosisName, type KnowledgeRow, readCsv, rowsOfTable } from '@hengjian/catalog/knowledge/index.ts';
import type { Issue } from '@hengjian/domain';
import { decodeText } from '../encoding.ts';
import { readWorkbook } from '../workbook/workbook.ts';

export interface KnowledgeFile {
  file: string;
  rows: KnowledgeRow[];
  /** Rows that could not be read at all. */
  issues: Issue[];
  /** The file as a whole cannot be trusted: nothing of it may be imported. */
  damaged: boolean;
}

export const error = (file: string, code: string, facts: Record<string, unknown> = {}, at: Partial<Issue> = {}): Issue => ({
  code: `knowledge.${code}`,
  severity: 'error',
  file,
  facts,
  ...at,
});

/** Reads the rows of a knowledge file by its extension. Never throws for what the bytes say. */
export async function readKnowledge(bytes: Uint8Array, file: string): Promise<KnowledgeFile> {
  const extension = path.extname(file).toLowerCase();
  const damaged = (issue: Issue): KnowledgeFile => ({ file, rows: [], issues: [issue], damaged: true });
  const whole = (rows: KnowledgeRow[], issues: Issue[] = []): KnowledgeFile =>
    rows.length + issues.length === 0 ? damaged(error(file, 'empty')) : { file, rows, issues, damaged: false };

  if (extension === '.xlsx') {
    const sheets = await readWorkbook(bytes).catch(() => undefined);
    if (!sheets) return damaged(error(file, 'notWorkbook'));
    const read = sheets
      .map(({ name, rows }) => ({ name, records: rows.map((cells, i): CsvRecord => ({ row: i + 1, cells })) }))
      .map(({ name, records }) => ({ name, records: records.filter(({ cells }) => cells.some((cell) => cell !== '')) }))
      .filter(({ records }) => records.length > 0)
      .map(({ name, records }) => ({ name, ...rowsOfTable(records) }));
    // A workbook may hold other sheets (notes); those without our header are left aside unless none has it.
    const ours = read.filter(({ missing }) => missing.length === 0);
    if (ours.length === 0) {
      const [first] = read;
      return damaged(
        first ? error(file, 'missingColumn', { name: first.missing.join('、') }, { sheet: first.name }) : error(file, 'empty'),
      );
    }
    return whole(ours.flatMap(({ name, rows }) => rows.map((row) => ({ ...row, sheet: name }))));
  }

  if (!['.jsonl', '.ndjson', '.json', '.csv', '.txt', '.tsv'].includes(extension)) return damaged(error(file, 'kind', { extension }));
  const text = decodeText(bytes);
  if (text === null) return damaged(error(file, 'encoding'));
  if (text.trim() === '') return damaged(error(file, 'empty'));
  if (extension === '.jsonl' || extension === '.ndjson') return whole(...linesOf(text, file));
  if (extension === '.json') {
    if (!text.trimStart().startsWith('[')) return whole(...linesOf(text, file));
    const items = parse(text);
    if (!Array.isArray(items)) return damaged(error(file, 'badJsonFile'));
    return whole(...objectsOf(items, file));
  }
  const { records, unclosedRow } = readCsv(text);
  if (unclosedRow !== null) return damaged(error(file, 'cutOff', {}, { row: unclosedRow }));
  const { rows, missing } = rowsOfTable(records);
  if (missing.length > 0) return damaged(error(file, 'missingColumn', { name: missing.join('、') }, { row: records[0]?.row ?? 1 }));
  return whole(rows);
}

const linesOf = (text: string, file: string) => jsonRows(text.split('\n'), 0, file);
/** One object a line; `before`: lines that came before these. */
export const jsonRows = (lines: readonly string[], before: number, file: string) =>
  collect(
    lines.flatMap((line, i) => (line.trim() === '' ? [] : [{ row: before + i + 1, value: parse(line) }])),
    file,
  );
const objectsOf = (items: readonly unknown[], file: string) =>
  collect(
    items.map((value, i) => ({ row: i + 1, value })),
    file,
  );

function collect(items: readonly { row: number; value: unknown }[], file: string): [KnowledgeRow[], Issue[]] {
  const rows: KnowledgeRow[] = [];
  const issues: Issue[] = [];
  for (const { row, value } of items)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) rows.push({ row, fields: value as Record<string, unknown> });
    else issues.push(error(file, 'badJson', {}, { row }));
  return [rows, issues];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text of a file, also of a gzipped one (as code tables are handed on); null where it is none. */
function textOf(bytes: Uint8Array): string | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return decodeText(bytes);
  try {
    return decodeText(gunzipSync(bytes));
  } catch {
    return null;
  }
}

/** A list of diagnosis names: CSV with the columns code and name (编码, 名称), in any order. Empty when it holds none. */
export function readDiagnosisNames(bytes: Uint8Array): DiagnosisName[] {
  const text = textOf(bytes);
  if (text === null) return [];
  const [head, ...records] = readCsv(text).records;
  const column = (...titles: string[]) => (head?.cells ?? []).findIndex((cell) => titles.includes(cell.trim().toLowerCase()));
  const [code, name] = [column('code', '编码', '诊断编码', '疾病编码'), column('name', '名称', '诊断名称', '疾病名称')];
  if (code < 0 || name < 0) return [];
  return records.flatMap(({ cells }) => {
    const entry = { code: cells[code]?.trim() ?? '', name: cells[name]?.trim() ?? '' };
    return entry.code && entry.name ? [entry] : [];
  });
}
