// Lays the cells of a real table out: spans take their columns and rows, whatever the format calls them.
import type { CellPart, GridCell, GridRow } from './grid.ts';

export interface TableCell {
  /** Paragraphs. */
  paragraphs: string[];
  colSpan: number;
  rowSpan: number;
}
export interface TableRow {
  /** Columns left empty before the first cell. */
  skip?: number;
  cells: TableCell[];
}

/** Collects the rows of a document whose cells have places: docx, html, xlsx. Lines are running rows over the document. */
export class GridBuilder {
  readonly rows: GridRow[] = [];
  readonly lines: string[] = [];
  #tables = 0;
  #section = 0;

  /** A paragraph outside any table. */
  paragraph(text: string): void {
    const line = this.#next(text.replace(/\n/g, ' '));
    this.rows.push({
      line,
      gap: 'hard',
      table: null,
      section: this.#section,
      cells: text.trim() ? [{ text: text.trim(), line, column: 0, colSpan: 1 }] : [],
    });
  }

  /** Whatever follows stands on another sheet: a form does not go over from one to the next. */
  section(): void {
    this.#section += 1;
  }

  table(rows: readonly TableRow[]): void {
    const table = this.#tables++;
    let reaching: { cell: GridCell; rowsLeft: number }[] = [];
    for (const row of rows) {
      const line = this.rows.length + 1;
      const cells: GridCell[] = reaching.map(({ cell }) => ({ ...cell, line, continues: true }));
      const taken = (column: number) => cells.some((cell) => column >= cell.column && column < cell.column + cell.colSpan);
      const still = reaching.map((one) => ({ ...one, rowsLeft: one.rowsLeft - 1 }));
      let column = row.skip ?? 0;
      for (const { paragraphs, colSpan, rowSpan } of row.cells) {
        while (taken(column)) column += 1;
        const cell = gridCell(paragraphs, line, column, colSpan);
        cells.push(cell);
        if (rowSpan > 1) still.push({ cell, rowsLeft: rowSpan - 1 });
        column += colSpan;
      }
      reaching = still.filter((one) => one.rowsLeft > 0);
      cells.sort((a, b) => a.column - b.column);
      this.#next(cells.map((cell) => (cell.continues ? '' : cell.text.replace(/\s*\n\s*/g, ' '))).join('\t'));
      this.rows.push({ line, gap: 'hard', table, section: this.#section, cells });
    }
  }

  #next(text: string): number {
    this.lines.push(text);
    return this.lines.length;
  }
}

function gridCell(paragraphs: readonly string[], line: number, column: number, colSpan: number): GridCell {
  const filled = paragraphs.map((paragraph) => paragraph.trim()).filter(Boolean);
  const parts: CellPart[] = filled.map((text) => ({ text, line }));
  return { text: filled.join('\n'), line, column, colSpan, ...(parts.length > 1 ? { parts } : {}) };
}
