// Finding the header of an indicator table: by its words, in one row, in two rows with merged cells, or cell after cell.
import { type ColumnRole, type FormLayout, forms } from '@hengjian/catalog';
import type { DocumentGrid, GridCell } from '../grid/grid.ts';
import type { Column } from './align.ts';
import { filled, isStream } from './tokens.ts';
import { labelOf, roleOf } from './words.ts';

export interface Header {
  /** First row of the header and the row after it. */
  from: number;
  to: number;
  /** The columns under each layout whose required roles the header shows. */
  readings: { id: string; layout: FormLayout; columns: Column[] }[];
}

/** The layouts of the catalogue; a reading may know more header words of them (`habits.ts`). */
export type Layouts = readonly (readonly [string, FormLayout])[];
export const LAYOUTS: Layouts = Object.entries(forms);

const rolesOf = (text: string, layout: FormLayout): readonly ColumnRole[] | null => {
  const spanning = layout.spanning?.[labelOf(text)];
  if (spanning) return spanning;
  const role = roleOf(text, layout);
  return role ? [role] : null;
};

/** The columns of a header row under a layout, or null where the row is none. */
function columnsOf(cells: readonly GridCell[], layout: FormLayout): Column[] | null {
  const columns: Column[] = [];
  const seen = new Set<ColumnRole>();
  let known = 0;
  for (const cell of cells) {
    const roles = rolesOf(cell.text, layout) ?? (['ignored'] as const);
    roles.forEach((role, at) => {
      const again = role !== 'ignored' && seen.has(role);
      seen.add(role);
      if (role !== 'ignored' && role !== 'wrapper' && !again) known += 1;
      const width = Math.max(1, Math.floor(cell.colSpan / roles.length));
      columns.push({ role: again ? 'ignored' : role, column: cell.column + at * width, colSpan: width, word: cell.text });
    });
  }
  onePoints(columns);
  const strange = cells.filter((cell) => rolesOf(cell.text, layout) === null).length;
  if (known < 3 || strange > known || !layout.required.every((role) => seen.has(role))) return null;
  if (columns[0]?.role === 'wrapper') return columns;
  return [{ role: 'wrapper', column: (columns[0]?.column ?? 0) - 1, colSpan: 1, word: '' }, ...columns];
}

/** Points of every level stand side by side in scoring tables (一级指标, 分值, 二级指标, 分值 …): those behind the name count. */
function onePoints(columns: Column[]): void {
  const name = columns.findIndex((column) => column.role === 'name');
  const points = columns.flatMap((column, at) =>
    column.role === 'weight' || (column.role === 'ignored' && /^(?:标准)?(?:分值|权重)/.test(labelOf(column.word))) ? [at] : [],
  );
  const own = points.find((at) => at > name);
  if (points.length < 2 || own === undefined || name < 0) return;
  for (const at of points) (columns[at] as Column).role = at === own ? 'weight' : 'ignored';
}

const readingsOf = (cells: readonly GridCell[], layouts: Layouts): Header['readings'] =>
  layouts.flatMap(([id, layout]) => {
    const columns = columnsOf(cells, layout);
    return columns ? [{ id, layout, columns }] : [];
  });

export const isHeaderWord = (text: string, layouts: Layouts = LAYOUTS): boolean =>
  layouts.some(([, layout]) => rolesOf(text, layout) !== null);

/** Sub-heads below a merged head (指标值 over 性质, 值, 单位) take its place. */
function withSubHeads(top: readonly GridCell[], below: readonly GridCell[], layouts: Layouts): GridCell[] | null {
  // A cell over the whole width (目标1年度绩效指标) is a caption, not a head with sub-heads.
  if (top.length < 2 || below.length < 2 || !below.every((cell) => isHeaderWord(cell.text, layouts))) return null;
  const covers = (cell: GridCell, sub: GridCell) => sub.column >= cell.column && sub.column < cell.column + cell.colSpan;
  if (!below.every((sub) => top.some((cell) => cell.colSpan > 1 && covers(cell, sub)))) return null;
  // Where every cell has something below it, the row above is the last of the form's head (goals), not a head of columns.
  const kept = top.filter((cell) => !below.some((sub) => covers(cell, sub)));
  if (!kept.some((cell) => isHeaderWord(cell.text, layouts))) return null;
  return [...kept, ...below].sort((a, b) => a.column - b.column);
}

/** Consecutive one-cell rows that are all header words, each once; a word that comes again begins the run anew behind its first place. */
function streamHeader(grid: DocumentGrid, from: number, layouts: Layouts): { cells: GridCell[]; from: number; to: number } {
  let cells: { cell: GridCell; row: number }[] = [];
  let to = from;
  for (; to < grid.rows.length; to++) {
    const row = grid.rows[to];
    const [cell, ...more] = filled(row);
    if (!cell && row?.gap === 0) continue;
    if (!cell || more.length || !isHeaderWord(cell.text, layouts)) break;
    const again = cells.findIndex((one) => labelOf(one.cell.text) === labelOf(cell.text));
    if (again >= 0) {
      const later = [...cells.slice(again + 1), { cell, row: to }];
      if (readingsOf(placed(later), layouts).length === 0 && readingsOf(placed(cells), layouts).length > 0) break;
      cells = later;
      continue;
    }
    cells.push({ cell, row: to });
  }
  return { cells: placed(cells), from: cells[0]?.row ?? from, to };
}
const placed = (cells: readonly { cell: GridCell }[]): GridCell[] => cells.map(({ cell }, column) => ({ ...cell, column }));

/** Every header of the document, in order, with the layouts it can be read by. */
export function findHeaders(grid: DocumentGrid, layouts: Layouts = LAYOUTS): Header[] {
  const headers: Header[] = [];
  const stream = isStream(grid);
  for (let index = 0; index < grid.rows.length; index++) {
    const cells = filled(grid.rows[index]);
    if (cells.length === 0) continue;
    if (stream && cells.length === 1) {
      const run = streamHeader(grid, index, layouts);
      const readings = run.cells.length >= 3 ? readingsOf(run.cells, layouts) : [];
      if (readings.length) {
        headers.push({ from: run.from, to: run.to, readings });
        index = run.to - 1;
      }
      continue;
    }
    const merged = grid.trust === 'exact' ? withSubHeads(cells, filled(grid.rows[index + 1]), layouts) : null;
    const readings = readingsOf(merged ?? cells, layouts);
    if (readings.length === 0) continue;
    headers.push({ from: index, to: index + (merged ? 2 : 1), readings });
    if (merged) index += 1;
  }
  return headers;
}

/** Roles by column of a header's best reading, as a person would compare two headers. */
const rolesAt = (header: Header): string =>
  (header.readings[0]?.columns ?? [])
    .filter(({ role }) => role !== 'wrapper')
    .map(({ role, column }) => `${column}:${role}`)
    .join();

/** Two header rows, one right above the other, that give the same columns other meanings: nobody can say which holds. */
export function contradictionOf(
  grid: DocumentGrid,
  headers: readonly Header[],
): { lines: number[]; facts: Record<string, unknown> } | null {
  if (isStream(grid)) return null;
  for (const [index, second] of headers.entries()) {
    const first = headers[index - 1];
    if (!first || grid.rows.slice(first.to, second.from).some((row) => filled(row).length > 0) || rolesAt(first) === rolesAt(second))
      continue;
    const words = (header: Header) =>
      filled(grid.rows[header.from])
        .map((cell) => cell.text.replace(/\s+/g, ''))
        .join('、');
    const lines = [grid.rows[first.from]?.line ?? 0, grid.rows[second.from]?.line ?? 0];
    return { lines, facts: { first: words(first), second: words(second), lines: lines.join('、') } };
  }
  return null;
}
