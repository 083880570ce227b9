// Two indicator tables side by side (长期 | 年度) become one below the other, each under its caption; nothing else of the grid moves.
import type { ColumnRole } from '@hengjian/catalog';
import type { DocumentGrid, GridCell, GridRow } from '../grid/grid.ts';
import { isHeaderWord, LAYOUTS, type Layouts } from './headers.ts';
import { endsTable, type Remark, termOf } from './table-rows.ts';
import { filled, isStream } from './tokens.ts';
import { roleOf } from './words.ts';

interface Fold {
  /** Where the left block begins, and the right one; what stands before both belongs to both. */
  left: number;
  right: number;
}

const rolesOf = (cells: readonly GridCell[], layouts: Layouts): (ColumnRole | null)[] =>
  cells.map(({ text }) => layouts.map(([, layout]) => roleOf(text, layout)).find((role) => role !== null) ?? null);

/** A header row whose last columns come twice, names and targets among them. */
function foldOf(cells: readonly GridCell[], layouts: Layouts): Fold | null {
  const roles = rolesOf(cells, layouts);
  for (let width = Math.floor(cells.length / 2); width >= 2; width--) {
    const [first, second] = [roles.slice(-2 * width, -width), roles.slice(-width)];
    if (!first.includes('name') || !first.includes('value') || first.some((role, at) => role === null || role !== second[at])) continue;
    return { left: cells.at(-2 * width)?.column ?? 0, right: cells.at(-width)?.column ?? 0 };
  }
  return null;
}

const straddles = ({ column, colSpan }: GridCell, { left, right }: Fold) => column >= left && column < right && column + colSpan > right;

/** The words above each block that say its term, at most three rows up. */
function captions(grid: DocumentGrid, header: number, { left, right }: Fold): [string, string] | null {
  for (let at = header - 1; at >= Math.max(0, header - 4); at--) {
    const said = filled(grid.rows[at]).filter(({ text }) => text.length <= 40 && termOf(text) !== null);
    // Where separators lost the spans, the order tells.
    const [one, other, ...more] = said;
    if (one && other && more.length === 0 && termOf(one.text) !== termOf(other.text)) return [one.text, other.text];
    const [first, second] = [said.find(({ column }) => column >= left - 1 && column < right), said.find(({ column }) => column >= right)];
    if (first && second) return [first.text, second.text];
  }
  return null;
}

/**
 * Where two tables side by side were printed one cell a line: a run of header words in which names and targets come twice. Which
 * column a cell stood in is lost there, so the rows may be read wrong, and that is said.
 */
export function sideBySideStreams(grid: DocumentGrid, layouts: Layouts = LAYOUTS): Remark[] {
  if (!isStream(grid)) return [];
  const remarks: Remark[] = [];
  let run: GridCell[] = [];
  const close = () => {
    const roles = rolesOf(run, layouts);
    const second = (role: ColumnRole) => roles.findIndex((one, at) => one === role && roles.indexOf(role) < at);
    const [name, value] = [second('name'), second('value')];
    const cell = run[name];
    if (cell && value >= 0) remarks.push({ code: 'side-by-side', line: cell.line, facts: { word: cell.text.trim() } });
    run = [];
  };
  for (const row of grid.rows) {
    const [cell, ...more] = filled(row);
    if (cell && more.length === 0 && isHeaderWord(cell.text, layouts)) run.push(cell);
    else if (cell) close();
  }
  close();
  return remarks;
}

/** The grid with every pair of tables unfolded; the same grid where there is none. */
export function unfolded(grid: DocumentGrid, layouts: Layouts = LAYOUTS): DocumentGrid {
  if (isStream(grid)) return grid;
  const rows: GridRow[] = [];
  let found = false;
  for (let at = 0; at < grid.rows.length; at++) {
    const row = grid.rows[at] as GridRow;
    const fold = foldOf(filled(row), layouts);
    if (!fold) {
      rows.push(row);
      continue;
    }
    found = true;
    const { left, right } = fold;
    const above = grid.rows[at - 1];
    // 长期绩效指标 | 年度绩效指标 above the heads, the heads of both blocks (一级指标) beside them.
    const shared = filled(above).filter((cell) => cell.column < left && isHeaderWord(cell.text, layouts));
    if (shared.length > 0) rows.pop();
    let end = at + 1;
    for (; end < grid.rows.length; end++) {
      const cells = filled(grid.rows[end]);
      const [first] = cells;
      if (grid.rows[end]?.table !== row.table || !first || endsTable(first.text) || cells.some((cell) => straddles(cell, fold))) break;
    }
    const block = (cells: readonly GridCell[], which: 'left' | 'right') =>
      cells.flatMap((cell) =>
        cell.column < left
          ? [cell]
          : which === 'left'
            ? cell.column < right
              ? [cell]
              : []
            : cell.column >= right
              ? [{ ...cell, column: cell.column - (right - left) }]
              : [],
      );
    const said = captions(grid, at, fold);
    for (const [index, which] of (['left', 'right'] as const).entries()) {
      const text = said?.[index];
      if (text) rows.push({ ...row, cells: [{ text, line: row.line, column: 0, colSpan: right }] });
      const heads = [...shared, ...block(row.cells, which).filter((cell) => !shared.some(({ column }) => column === cell.column))];
      rows.push({ ...row, cells: heads });
      for (const one of grid.rows.slice(at + 1, end)) {
        const cells = block(one.cells, which);
        if (cells.some((cell) => cell.column >= left && !cell.continues && cell.text.trim() !== '')) rows.push({ ...one, cells });
      }
    }
    at = end - 1;
  }
  return found ? { ...grid, rows } : grid;
}
