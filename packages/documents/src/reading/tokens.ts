// A grid laid out as one sequence of filled cells: what the aligner reads.
import type { CellPart, DocumentGrid, GridRow, RowGap } from '../grid/grid.ts';

export interface Token {
  text: string;
  line: number;
  parts: CellPart[];
  column: number;
  colSpan: number;
  /** Index of the grid row. */
  row: number;
  /** What separates the token from the one before: null within a row. */
  gap: RowGap | null;
}

export function tokensOf(rows: readonly GridRow[], from: number, to: number): Token[] {
  const tokens: Token[] = [];
  // An empty cell that begins a row passes the row's beginning on to the next filled one.
  let carried = 0;
  for (let index = from; index < to; index++) {
    const row = rows[index];
    if (!row) continue;
    let gap: RowGap | null = row.gap === 'hard' ? 'hard' : Math.max(row.gap, carried);
    carried = gap === 'hard' ? 0 : gap;
    for (const cell of row.cells) {
      if (cell.continues || !cell.text.trim()) continue;
      const parts = cell.parts ?? [{ text: cell.text, line: cell.line }];
      tokens.push({ text: cell.text, line: cell.line, parts, column: cell.column, colSpan: cell.colSpan, row: index, gap });
      gap = null;
      carried = 0;
    }
  }
  return tokens;
}

/** Filled cells of a row, merged ones only where they begin. */
export const filled = (row: GridRow | undefined) => (row?.cells ?? []).filter((cell) => !cell.continues && cell.text.trim() !== '');

export const isStream = (grid: DocumentGrid): boolean => grid.rows.some((row) => row.gap !== 'hard');
