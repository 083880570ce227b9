// The rows of an indicator table: cut at headers and closing words, broken rows joined, every cell put into its column.
import { type ColumnRole, TABLE_ENDS } from '@hengjian/catalog';
import { asPrinted, readSign, squeeze } from '@hengjian/domain';
import type { DocumentGrid, GridCell, GridRow } from '../grid/grid.ts';
import { align, type Column, inPlace } from './align.ts';
import type { Words } from './habits.ts';
import type { FormSegment } from './segments.ts';
import { filled, isStream, type Token, tokensOf } from './tokens.ts';
import { isLabel, isNumber, isSign, isTarget, isUnit, levelWord } from './words.ts';

/** A warning before it has a sentence. */
export interface Remark {
  code: string;
  line: number;
  facts: Record<string, unknown>;
}

export interface Placing {
  role: ColumnRole;
  /** Header word of the column. */
  head: string;
  token: Token;
  shift: number;
}
export interface TableRow {
  cells: Placing[];
  strange: Token[];
  joined: boolean;
  /** The cells' columns mean something: not one cell a line, not parted by spaces. */
  placed: boolean;
  /** Text of merged cells that reach down into this row, by role. */
  merged: Map<ColumnRole, string>;
}

const GROUP = /^((?:总体)?(?:目标|任务)\s*(?:\d+|[一二三四五六七八九十]+))(?:的)?(?:年度)?(?:绩效)?(?:指标|目标)?[:：]?$/;
export const groupOf = (text: string): string | null => {
  const match = text.length < 24 ? GROUP.exec(squeeze(text)) : null;
  return match && /指标/.test(text) ? (match[1] ?? null) : null;
};

/** 长期绩效指标, 中期目标: over several years; 年度绩效指标: of the year. */
export const termOf = (text: string): 'long' | 'year' | null => {
  const plain = squeeze(text).replace(/[（(][^（）()]*[）)]/g, '');
  if (plain.length > 14 || !/(?:指标|目标)[:：]?$/.test(plain)) return null;
  if (/^(?:长期|中长期|中期|实施周?期)(?:总体|总)?(?:绩效)?(?:指标|目标)/.test(plain)) return 'long';
  return /^(?:年度|当年度?|本年度?)(?:总体|总)?(?:绩效)?(?:指标|目标)/.test(plain) ? 'year' : null;
};

export const endsTable = (text: string): boolean => {
  const plain = squeeze(text);
  return (
    isLabel(text, TABLE_ENDS) ||
    TABLE_ENDS.some((word) =>
      /[:：]$/.test(word)
        ? plain.startsWith(word.replace(':', '：')) || plain.startsWith(word)
        : word.length > 3 && plain.startsWith(word) && plain.length < word.length + 24,
    ) ||
    /^(?:填[表报]人|填[表报]日期|注)[:：（(]|^附[件表]/.test(plain)
  );
};

/** A table between its header and the next; a header that only repeats on a later page parts nothing in a stream of cells. */
export interface TablePart {
  columns: readonly Column[];
  group: string | null;
  /** Of a form with two tables: over several years, or of the year. */
  term: 'long' | 'year' | null;
  ranges: { from: number; to: number }[];
}

export function partsOf(grid: DocumentGrid, segment: FormSegment): TablePart[] {
  const parts: TablePart[] = [];
  const stream = isStream(grid);
  segment.headers.forEach((header, index) => {
    const columns = (header.readings.find((candidate) => candidate.id === segment.layoutId) ?? header.readings[0])?.columns;
    if (!columns) return;
    const range = { from: header.to, to: segment.headers[index + 1]?.from ?? segment.to };
    const group = groupAbove(grid, header.from);
    const term = termAbove(grid, header.from, segment.headers[index - 1]?.to ?? segment.from, columns[0]?.word ?? '');
    const last = parts.at(-1);
    const same = last?.columns.map((column) => column.role).join() === columns.map((column) => column.role).join();
    if (stream && last && same && group === null && (term === null || term === last.term)) last.ranges.push(range);
    else parts.push({ columns, group, term, ranges: [range] });
  });
  return parts;
}

/** The wrapper beside the heads, or the nearest words above them. */
function termAbove(grid: DocumentGrid, row: number, from: number, wrapper: string): TablePart['term'] {
  const beside = termOf(wrapper);
  if (beside) return beside;
  for (let at = row - 1; at >= Math.max(from, row - 3); at--)
    for (const cell of filled(grid.rows[at])) {
      const term = termOf(cell.text);
      if (term) return term;
    }
  return null;
}

function groupAbove(grid: DocumentGrid, row: number): string | null {
  for (let at = row - 1; at >= Math.max(0, row - 3); at--) {
    const [cell, ...more] = filled(grid.rows[at]);
    if (!cell) continue;
    return more.length === 0 ? groupOf(cell.text) : null;
  }
  return null;
}

/** Rows of one table part, up to the words that close it. */
export function rowsOf(grid: DocumentGrid, segment: FormSegment, part: TablePart, words: Words, remarks: Remark[]): TableRow[] {
  const known = (tokens: readonly Token[]) => taught(tokens, words);
  const { columns, ranges } = part;
  if (isStream(grid)) {
    const tokens: Token[] = [];
    for (const { from, to } of ranges)
      for (const token of tokensOf(grid.rows, from, to)) {
        if (segment.repeats.has(token.row) || groupOf(token.text)) continue;
        if (endsTable(token.text) || (part.term && termOf(token.text))) break;
        tokens.push(token);
      }
    return assemble(known(tokens), columns, grid, remarks);
  }
  const rows: TableRow[] = [];
  const { from, to } = ranges[0] ?? { from: 0, to: 0 };
  let page = grid.rows[from]?.page;
  for (let at = from; at < to; at++) {
    const row = grid.rows[at];
    const cells = filled(row);
    const [first] = cells;
    if (!row || !first || segment.repeats.has(at)) continue;
    if (row.table === null) continue;
    if (endsTable(first.text) || (part.term && termOf(first.text))) break;
    if (cells.length === 1 && groupOf(first.text)) continue;
    const last = rows.at(-1);
    if (grid.aligned && last && goesOn(last, tokensOf(grid.rows, at, at + 1))) continue;
    const whole = grid.trust === 'weak' ? mended(grid.rows, at, to, columns) : null;
    const made = assemble(known(whole?.tokens ?? tokensOf(grid.rows, at, at + 1)), columns, grid, remarks);
    for (const one of made) one.merged = mergedInto(row.cells, columns);
    if (whole) {
      at = whole.last;
      for (const one of made) one.joined = true;
    }
    const above = rows.at(-1);
    if (row.page !== undefined && above && made.length === 1 && made[0] && page !== row.page && overPages(above, made[0])) {
      page = row.page;
      continue;
    }
    page = row.page;
    rows.push(...made);
  }
  return rows;
}

/** Cells that hold nothing but a word that was taught stand for its meaning. */
const taught = (tokens: readonly Token[], { operator, unit }: Words): readonly Token[] =>
  operator.size + unit.size === 0
    ? tokens
    : tokens.map((token) => {
        const word = squeeze(token.text);
        const text = operator.get(word) ?? unit.get(word);
        return text === undefined ? token : { ...token, text, parts: [{ text, line: token.line }] };
      });

/**
 * A row that a line break inside a cell broke over two or three lines. Mended only where the pieces fit together: each piece
 * is too narrow, together they are as wide as the header, and every cell then stands below its own header word.
 */
function mended(rows: readonly GridRow[], at: number, to: number, columns: readonly Column[]): { tokens: Token[]; last: number } | null {
  const width = Math.max(...columns.map((column) => column.column + 1));
  const first = rows[at];
  if (!first?.width || first.width >= width) return null;
  let tokens = tokensOf(rows, at, at + 1);
  let wide = first.width;
  for (let next = at + 1; next < Math.min(to, at + 4); next++) {
    const row = rows[next];
    const more = tokensOf(rows, next, next + 1);
    const [continued, ...others] = more;
    const open = tokens.at(-1);
    if (!row?.width || !continued || !open || continued.column !== 0 || open.column !== wide - 1 || wide + row.width - 1 > width)
      return null;
    if ([open, continued].some((token) => isTarget(token.text) || isSign(token.text) || levelWord(token.text).sure)) return null;
    const joined: Token = { ...open, text: `${open.text}\n${continued.text}`, parts: [...open.parts, ...continued.parts] };
    tokens = [...tokens.slice(0, -1), joined, ...others.map((token) => ({ ...token, column: token.column + wide - 1, gap: null }))];
    wide += row.width - 1;
    const placed = wide === width && levelsKnown(tokens, columns) ? inPlace(tokens, columns) : null;
    if (placed?.some((one) => ['value', 'weight', 'operator'].includes(columns[one.column ?? -1]?.role ?? '')))
      return { tokens, last: next };
  }
  return null;
}

const levelsKnown = (tokens: readonly Token[], columns: readonly Column[]): boolean =>
  tokens.every((token) => {
    const role = columns.find((column) => column.column === token.column)?.role;
    return (role !== 'level1' && role !== 'level2') || levelWord(token.text).level1 || levelWord(token.text).level2;
  });

const WORDY: ColumnRole[] = ['name', 'value', 'actual', 'remark'];
/** Printed in columns of spaces: a line that only goes on with words right below cells of the row above belongs to it. */
function goesOn(above: TableRow, tokens: readonly Token[]): boolean {
  const below = tokens.map((token) => {
    const over = above.cells.filter(
      (one) => token.column < one.token.column + one.token.colSpan && one.token.column < token.column + token.colSpan,
    );
    const words = !isTarget(token.text) && !isSign(token.text);
    const [cell] = over;
    const flush = cell && Math.abs(cell.token.column - token.column) <= 4;
    return flush && over.length === 1 && words && WORDY.includes(cell.role) ? { cell, token } : null;
  });
  if (below.length === 0 || tokens.length > 2 || !above.cells.some((cell) => FIGURES.includes(cell.role))) return false;
  // Two cells of words are a row of their own, unless rows here have points or signs that this line lacks.
  if (tokens.length === 2 && !above.cells.some((cell) => FIGURES.includes(cell.role) && !WORDY.includes(cell.role))) return false;
  if (!below.every((one) => one !== null)) return false;
  for (const { cell, token } of below)
    cell.token = { ...cell.token, text: `${cell.token.text}\n${token.text}`, parts: [...cell.token.parts, ...token.parts] };
  above.joined = true;
  return true;
}

const FIGURES: ColumnRole[] = ['operator', 'value', 'weight', 'actual', 'score', 'unit'];
/** A row that the page end cut: the one half holds the figures, the other only words of cells that are filled in both. */
function overPages(above: TableRow, below: TableRow): boolean {
  const figures = (row: TableRow) => row.cells.some((cell) => FIGURES.includes(cell.role));
  const words = below.cells.every(
    (cell) => ['name', 'value', 'actual', 'remark'].includes(cell.role) || above.cells.every((one) => one.role !== cell.role),
  );
  const levels = below.cells.some((cell) => cell.role === 'level1' || cell.role === 'level2');
  const named = above.cells.some((cell) => cell.role === 'name') && below.cells.some((cell) => cell.role === 'name');
  if (levels || !words || !named || figures(above) === figures(below)) return false;
  for (const cell of below.cells) {
    const same = above.cells.find((one) => one.role === cell.role);
    if (same)
      same.token = {
        ...same.token,
        text: same.token.text + cell.token.text,
        parts: [{ text: same.token.text + cell.token.text, line: same.token.line }],
      };
    else above.cells.push(cell);
  }
  above.joined = true;
  return true;
}

function mergedInto(cells: readonly GridCell[], columns: readonly Column[]): Map<ColumnRole, string> {
  const merged = new Map<ColumnRole, string>();
  for (const cell of cells) {
    if (!cell.continues || !cell.text) continue;
    const column = columns.find((one) => cell.column < one.column + one.colSpan && one.column < cell.column + cell.colSpan);
    if (column) merged.set(column.role, cell.text);
  }
  return merged;
}

/** Sign, figure and unit in cells of their own below one head 指标值 are one target. */
function composed(tokens: readonly Token[], columns: readonly Column[]): Token[] {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const out: Token[] = [];
  for (const token of tokens) {
    const last = out.at(-1);
    const together = last !== undefined && token.gap !== 'hard' && (token.gap ?? 0) < 1;
    const signed =
      !has('operator') && last !== undefined && isSign(last.text) && readSign(last.text) !== 'qualitative' && /^\d/.test(token.text.trim());
    const measured =
      !has('unit') && last !== undefined && /\d$/.test(last.text) && isNumber(last.text.replace(/^\D+/, '')) && isUnit(token.text);
    if (together && (signed || measured))
      out[out.length - 1] = { ...last, text: last.text + token.text, parts: [{ text: last.text + token.text, line: last.line }] };
    else out.push(token);
  }
  return out;
}

function assemble(tokens: readonly Token[], columns: readonly Column[], grid: DocumentGrid, remarks: Remark[]): TableRow[] {
  const rows: TableRow[] = [];
  // 「……」 are rests of the template.
  const printed = composed(
    tokens.filter((token) => token.text.replace(/[….·。\s]/g, '') !== ''),
    columns,
  );
  for (const placed of align(printed, columns, grid.trust)) {
    let row = rows.at(-1);
    if (!row || placed.newRow) {
      row = { cells: [], strange: [], joined: false, placed: grid.trust !== 'none', merged: new Map() };
      rows.push(row);
    }
    const column = placed.column === null ? undefined : columns[placed.column];
    if (!column) row.strange.push(placed.token);
    else if (placed.joined) {
      row.joined = true;
      const before = row.cells.at(-1);
      if (before)
        before.token = {
          ...before.token,
          text: `${before.token.text}\n${placed.token.text}`,
          parts: [...before.token.parts, ...placed.token.parts],
        };
    } else row.cells.push({ role: column.role, head: column.word, token: placed.token, shift: placed.shift });
  }
  for (const row of rows)
    for (const token of row.strange)
      if (!/^-+$/.test(token.text.trim()))
        remarks.push({ code: 'cell-unread', line: token.line, facts: { text: asPrinted(token.text).slice(0, 40) } });
  return rows;
}
