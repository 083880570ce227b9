// The rows of an indicator table: cells placed by the aligner become indicators; what was repaired or lost is said.
import { type ColumnRole, LEVEL1, PARENTS, TABLE_ENDS } from '@hengjian/catalog';
import { asPrinted, type ReadIndicator, readTarget, squeeze } from '@hengjian/domain';
import type { CellPart, DocumentGrid, GridCell, GridRow } from '../grid/grid.ts';
import { align, type Column, inPlace } from './align.ts';
import type { FormSegment } from './segments.ts';
import { filled, isStream, type Token, tokensOf } from './tokens.ts';
import { isLabel, isSign, isTarget, labelOf, levelName, levelWord } from './words.ts';

/** A warning before it has a sentence. */
export interface Remark {
  code: string;
  line: number;
  facts: Record<string, unknown>;
}

interface Placing {
  role: ColumnRole;
  token: Token;
  shift: number;
}
interface TableRow {
  cells: Placing[];
  strange: Token[];
  joined: boolean;
  /** Text of merged cells that reach down into this row, by role. */
  merged: Map<ColumnRole, string>;
}

interface State {
  level1: string | null;
  level2: string | null;
  group: string | null;
  /** The block of rows that was last said to stand under a wrong level 1. */
  misplaced?: string;
}

export interface TableReading {
  indicators: ReadIndicator[];
  remarks: Remark[];
}

const GROUP = /^((?:总体)?(?:目标|任务)\s*(?:\d+|[一二三四五六七八九十]+))(?:的)?(?:年度)?(?:绩效)?(?:指标|目标)?[:：]?$/;
export const groupOf = (text: string): string | null => {
  const match = text.length < 24 ? GROUP.exec(squeeze(text)) : null;
  return match && /指标/.test(text) ? (match[1] ?? null) : null;
};

const endsTable = (text: string): boolean => {
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

/** All indicators of a form, in document order. */
export function readTables(grid: DocumentGrid, segment: FormSegment): TableReading {
  const remarks: Remark[] = [];
  const indicators: ReadIndicator[] = [];
  const state: State = { level1: null, level2: null, group: null };
  for (const part of partsOf(grid, segment)) {
    if (part.group !== state.group && part.group) Object.assign(state, { group: part.group, level1: null, level2: null });
    for (const row of rowsOf(grid, segment, part, remarks)) indicators.push(...readRow(row, part.columns, state, remarks));
  }
  return { indicators, remarks: [...remarks, ...lostWeights(indicators)] };
}

/** Rows without points in a form whose other rows have some. */
function lostWeights(indicators: readonly ReadIndicator[]): Remark[] {
  const lost = indicators.filter((one) => one.weight === null && !one.repairs.includes('names-split'));
  return lost.length === indicators.length
    ? []
    : lost.map((one) => ({ code: 'weight-missing', line: one.line, facts: { name: one.name } }));
}

/** A table between its header and the next; a header that only repeats on a later page parts nothing in a stream of cells. */
interface TablePart {
  columns: readonly Column[];
  group: string | null;
  ranges: { from: number; to: number }[];
}

function partsOf(grid: DocumentGrid, segment: FormSegment): TablePart[] {
  const parts: TablePart[] = [];
  const stream = isStream(grid);
  segment.headers.forEach((header, index) => {
    const columns = (header.readings.find((candidate) => candidate.id === segment.layoutId) ?? header.readings[0])?.columns;
    if (!columns) return;
    const range = { from: header.to, to: segment.headers[index + 1]?.from ?? segment.to };
    const group = groupAbove(grid, header.from);
    const last = parts.at(-1);
    const same = last?.columns.map((column) => column.role).join() === columns.map((column) => column.role).join();
    if (stream && last && same && group === null) last.ranges.push(range);
    else parts.push({ columns, group, ranges: [range] });
  });
  return parts;
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
function rowsOf(grid: DocumentGrid, segment: FormSegment, part: TablePart, remarks: Remark[]): TableRow[] {
  const { columns, ranges } = part;
  if (isStream(grid)) {
    const tokens: Token[] = [];
    for (const { from, to } of ranges)
      for (const token of tokensOf(grid.rows, from, to)) {
        if (segment.repeats.has(token.row) || groupOf(token.text)) continue;
        if (endsTable(token.text)) break;
        tokens.push(token);
      }
    return assemble(tokens, columns, grid, remarks);
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
    if (endsTable(first.text)) break;
    if (cells.length === 1 && groupOf(first.text)) continue;
    const whole = grid.trust === 'weak' ? mended(grid.rows, at, to, columns) : null;
    const made = assemble(whole?.tokens ?? tokensOf(grid.rows, at, at + 1), columns, grid, remarks);
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
    if (placed && placed.some((one) => ['value', 'weight', 'operator'].includes(columns[one.column ?? -1]?.role ?? '')))
      return { tokens, last: next };
  }
  return null;
}

const levelsKnown = (tokens: readonly Token[], columns: readonly Column[]): boolean =>
  tokens.every((token) => {
    const role = columns.find((column) => column.column === token.column)?.role;
    return (role !== 'level1' && role !== 'level2') || levelWord(token.text).level1 || levelWord(token.text).level2;
  });

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

function assemble(tokens: readonly Token[], columns: readonly Column[], grid: DocumentGrid, remarks: Remark[]): TableRow[] {
  const rows: TableRow[] = [];
  // 「……」 are rests of the template.
  const printed = tokens.filter((token) => token.text.replace(/[….·。\s]/g, '') !== '');
  for (const placed of align(printed, columns, grid.trust)) {
    let row = rows.at(-1);
    if (!row || placed.newRow) {
      row = { cells: [], strange: [], joined: false, merged: new Map() };
      rows.push(row);
    }
    const role = placed.column === null ? null : columns[placed.column]?.role;
    if (!role) row.strange.push(placed.token);
    else if (placed.joined) {
      row.joined = true;
      const before = row.cells.at(-1);
      if (before)
        before.token = {
          ...before.token,
          text: `${before.token.text}\n${placed.token.text}`,
          parts: [...before.token.parts, ...placed.token.parts],
        };
    } else row.cells.push({ role, token: placed.token, shift: placed.shift });
  }
  for (const row of rows)
    for (const token of row.strange)
      if (!/^-+$/.test(token.text.trim()))
        remarks.push({ code: 'cell-unread', line: token.line, facts: { text: asPrinted(token.text).slice(0, 40) } });
  return rows;
}

const NUMBERING = /^(?:三级)?指标\s*(?:\d+|[一二三四五六七八九十]+)\s*[:：.、]?\s*/;
/** A name cell that lists several (指标1：… 指标2：…) is several indicators; template rests (……, 指标3：) are none. */
function namesIn(parts: readonly CellPart[]): { text: string; line: number }[] {
  const names: { text: string; line: number }[] = [];
  for (const part of parts)
    for (const piece of part.text.split(/(?=指标\s*\d+\s*[:：])/)) {
      const last = names.at(-1);
      if (!last || NUMBERING.test(piece.trim()) || /^[….·]+$/.test(piece.trim())) names.push({ text: piece, line: part.line });
      else last.text += `\n${piece}`;
    }
  return names
    .map(({ text, line }) => ({
      text: asPrinted(text.replace(/[\n\r]+/g, '\n'))
        .replace(NUMBERING, '')
        .trim(),
      line,
    }))
    .filter(({ text }) => text.replace(/[….·\s]/g, '') !== '');
}

const points = (text: string | undefined): number | null => {
  const match = /^(\d+(?:\.\d+)?)(?:分|%)?$/.exec(squeeze(text ?? ''));
  return match ? Number(match[1]) : null;
};
/** 实际完成值 as printed; a bare number is a number. */
const printedValue = (text: string | undefined): number | string | null => {
  if (text === undefined || squeeze(text) === '') return null;
  return /^-?\d+(?:\.\d+)?$/.test(squeeze(text)) ? Number(squeeze(text)) : asPrinted(text);
};

function readRow(row: TableRow, columns: readonly Column[], state: State, remarks: Remark[]): ReadIndicator[] {
  const text = (role: ColumnRole): string | undefined => row.cells.find((cell) => cell.role === role)?.token.text;
  const shared = (role: ColumnRole): string | undefined => text(role) ?? row.merged.get(role);
  const name = row.cells.find((cell) => cell.role === 'name');
  const level1 = shared('level1');
  const level2 = shared('level2');
  if (level1 !== undefined) {
    if (levelName(level1) !== state.level1 && text('level1') !== undefined) state.level2 = null;
    state.level1 = levelName(level1);
  }
  if (level2 !== undefined) state.level2 = levelName(level2);
  const line = name?.token.line ?? row.cells[0]?.token.line ?? 0;
  const filledRoles = row.cells
    .map((cell) => cell.role)
    .filter((role) => !['wrapper', 'level1', 'level2', 'ignored', 'name', 'remark'].includes(role));
  if (!name) {
    if (filledRoles.length)
      remarks.push({ code: 'row-without-name', line, facts: { cells: row.cells.map((cell) => asPrinted(cell.token.text)).join(' | ') } });
    return [];
  }
  const names = namesIn(name.token.parts);
  // A lone cell at the left edge is a note or a page's rest; further in, its column says that it is a name.
  const inPlace = (name.token.column > 0 && name.token.text.length <= 80) || NUMBERING.test(name.token.text.trim());
  if (names.length === 0 || (filledRoles.length === 0 && text('level1') === undefined && text('level2') === undefined && !inPlace)) {
    if (names.length) remarks.push({ code: 'cell-unread', line, facts: { text: names[0]?.text.slice(0, 40) } });
    return [];
  }
  const target = readTarget(shared('value') ?? null, shared('operator') ?? null, shared('unit') ?? null);
  const repairs: string[] = [];
  if (row.cells.some((cell) => cell.shift !== 0)) {
    repairs.push('row-shifted');
    remarks.push({ code: 'row-shifted', line, facts: { name: names[0]?.text } });
  }
  if (row.joined) {
    repairs.push('cell-joined');
    remarks.push({ code: 'cell-joined', line, facts: { name: asPrinted(names[0]?.text ?? '') } });
  }
  let unit = target.unit;
  const named = unitInName(names[0]?.text ?? '');
  if (unit === null && typeof target.value === 'number' && named) {
    unit = named;
    repairs.push('unit-from-name');
  }
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  if (target.value === null && has('value')) remarks.push({ code: 'value-missing', line, facts: { name: names[0]?.text } });
  misplaced(state, line, remarks);
  if (names.length > 1) remarks.push({ code: 'names-in-one-cell', line, facts: { count: names.length } });
  const remark = shared('remark');
  return names.map((one, index) => ({
    level1: state.level1,
    level2: state.level2,
    name: one.text,
    operator: target.operator,
    value: target.value,
    unit,
    // Points of a shared cell count once, or the sum would be wrong.
    weight: index === 0 ? points(text('weight')) : null,
    actual: printedValue(index === 0 ? shared('actual') : undefined),
    score: index === 0 ? points(text('score')) : null,
    group: state.group,
    line: one.line,
    repairs: [...repairs, ...(names.length > 1 ? ['names-split'] : [])],
    ...(has('remark') ? { remark: remark === undefined ? null : asPrinted(remark) } : {}),
    source: row.cells.map((cell) => cell.token.text),
  }));
}

/** 「参保率(%)」, 「预算金额(万元)」: the unit stands behind the name. */
function unitInName(name: string): string | null {
  const match = /[（(]\s*([^（）()\d\s]{1,8})\s*[）)]$/.exec(name);
  const unit = match?.[1]?.replace('％', '%') ?? null;
  return unit && (/[%‰]/.test(unit) || /^(?:[万亿千]?(?:元|人次|人|次|家|条|份|户|件|例|张)|小时|天|日|个|项|种|元\/.*)$/.test(unit))
    ? unit
    : null;
}

function misplaced(state: State, line: number, remarks: Remark[]): void {
  const parents = state.level2 ? PARENTS[labelOf(state.level2).replace(/(?:指标|目标)$/, '')] : undefined;
  const level1 = state.level1?.replace(/(?:指标|目标)$/, '');
  if (!parents || !level1 || !LEVEL1.includes(level1) || parents.includes(level1)) return;
  const block = `${state.group}|${level1}|${state.level2}`;
  if (state.misplaced === block) return;
  state.misplaced = block;
  if (levelWord(level1).level1) remarks.push({ code: 'level-misplaced', line, facts: { level1: state.level1, level2: state.level2 } });
}
