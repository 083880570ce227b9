// What every document becomes before it is read: rows of cells with spans and places in the source.

/** How far a cell's column can be believed: `exact` (docx, html, xlsx), `weak` (separators: tabs get lost), `none` (one cell a line, spaces). */
export type PositionTrust = 'exact' | 'weak' | 'none';

/** A paragraph of a cell and the source line it stands on (1-based). */
export interface CellPart {
  text: string;
  line: number;
}

export interface GridCell {
  text: string;
  line: number;
  /** 0-based column of the cell's left edge. */
  column: number;
  colSpan: number;
  /** Present where the cell has several paragraphs. */
  parts?: CellPart[];
  /** The lower part of a vertically merged cell; `text` is the merged cell's. */
  continues?: boolean;
}

/** How surely a new row begins: `hard` always; a number is the cost of reading on in the row before (one cell a line). */
export type RowGap = 'hard' | number;

export interface GridRow {
  /** 1-based line of the source (text), or running row over the whole document (others). */
  line: number;
  cells: GridCell[];
  gap: RowGap;
  /** The table the row belongs to; null for a paragraph between tables. Text documents know no tables: undefined. */
  table?: number | null;
  /** Cells the row was written with, empty ones counted (separated text): a row broken over two lines shows by it. */
  width?: number;
  /** Page of a PDF: a row may be broken between two. */
  page?: number;
  /** Sheet of a workbook: no form goes over from one to the next. */
  section?: number;
}

export interface DocumentGrid {
  rows: GridRow[];
  trust: PositionTrust;
  /** Text parted by spaces whose cells do stand below each other, as a converter of PDF prints them. */
  aligned?: boolean;
  /** The source line by line, so that line n of a finding is `lines[n - 1]`. */
  lines: string[];
}

export const cellOf = (text: string, line: number, column: number, colSpan = 1): GridCell => ({ text, line, column, colSpan });
