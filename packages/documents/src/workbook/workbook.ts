// The only home of the Excel library: sheets of texts in, sheets of typed cells out. Swappable; exceljs reads across in the tests.
import type { Language } from '@hengjian/domain';
import { type CellStyle, type CellValue, readXls, readXlsx, type Sheet, type WriteSheet, writeXlsx } from 'hucre';

/** A sheet as read: every cell as the text a person would see, '' for empty. Rows keep their positions. */
export interface SheetText {
  name: string;
  rows: string[][];
}

export type CellKind =
  | 'title'
  | 'head'
  | 'text'
  | 'number'
  | 'note'
  // Official forms: 仿宋 and 黑体, thin lines, nothing shaded.
  | 'formTitle'
  | 'formCentre'
  | 'formRight'
  | 'formLine'
  | 'formLabel'
  | 'formValue'
  | 'formText';

export interface SheetCell {
  value: string | number | null;
  kind?: CellKind;
  /** Excel number format, e.g. `#,##0.00`. */
  format?: string;
  /** Columns this cell spans to the right. */
  across?: number;
  /** Rows this cell spans downwards. */
  down?: number;
}

export interface SheetPage {
  name: string;
  widths: number[];
  rows: (SheetCell | null)[][];
  /** Rows kept in sight while scrolling and repeated on every printed page. */
  headRows: number;
  /** Drop-down lists by 0-based column, below the head. */
  choices?: { column: number; values: string[]; title: string }[];
  landscape?: boolean;
}

const two = (n: number) => String(n).padStart(2, '0');

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const day = `${value.getUTCFullYear()}-${two(value.getUTCMonth() + 1)}-${two(value.getUTCDate())}`;
    const time = `${two(value.getUTCHours())}:${two(value.getUTCMinutes())}:${two(value.getUTCSeconds())}`;
    return time === '00:00:00' ? day : `${day} ${time}`;
  }
  if (typeof value === 'boolean') return value ? '是' : '否';
  // A double such as 1234.3000000000002 is the 1234.3 that was typed.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return value;
}

/** Reads an xlsx. Throws when the bytes are no workbook (the caller turns that into an issue with the file's name). */
export async function readWorkbook(bytes: Uint8Array): Promise<SheetText[]> {
  const book = await readXlsx(bytes, { readStyles: true });
  return book.sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows.map((row) => row.map(textOf)) }));
}

/** A sheet with its merged cells, 0-based and inclusive. */
export interface SheetGrid extends SheetText {
  merges: { startRow: number; startColumn: number; endRow: number; endColumn: number }[];
}

/** Reads an xlsx or xls with merges; percentages as they are shown. Hidden sheets are left out. Throws on anything else. */
export async function readSheets(bytes: Uint8Array): Promise<SheetGrid[]> {
  const old = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  const book = old ? await readXls(bytes) : await readXlsx(bytes, { readStyles: true });
  return book.sheets
    .filter((sheet) => !sheet.hidden && !sheet.veryHidden)
    .map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.map((row, r) => row.map((value, c) => shownText(value, sheet, r, c))),
      merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
        startRow,
        startColumn: startCol,
        endRow,
        endColumn: endCol,
      })),
    }));
}

/** 0.95 under the format 0% is the 95% that was printed. */
function shownText(value: CellValue | undefined, sheet: Sheet, row: number, column: number): string {
  const format = sheet.cells?.get(`${row},${column}`)?.style?.numFmt;
  if (typeof value === 'number' && format?.includes('%')) return `${Number((value * 100).toPrecision(12))}%`;
  return textOf(value);
}

const line = { style: 'thin', color: { rgb: '8C8C8C' } } as const;
const box = { top: line, right: line, bottom: line, left: line };
const styles: Record<CellKind, CellStyle> = {
  title: { font: { name: '黑体', size: 16, bold: true }, alignment: { horizontal: 'center', vertical: 'center' } },
  head: {
    font: { name: '黑体', size: 10, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF4' } },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    border: box,
  },
  text: { font: { name: '宋体', size: 10 }, alignment: { vertical: 'center', wrapText: true }, border: box },
  number: { font: { name: '宋体', size: 10 }, alignment: { horizontal: 'right', vertical: 'center' }, border: box },
  note: { font: { name: '宋体', size: 9, color: { rgb: '595959' } }, alignment: { vertical: 'center', wrapText: true } },
  formTitle: { font: { name: '方正小标宋简体', size: 18 }, alignment: { horizontal: 'center', vertical: 'center' } },
  formCentre: { font: { name: '仿宋', size: 11 }, alignment: { horizontal: 'center', vertical: 'center' } },
  formRight: { font: { name: '仿宋', size: 11 }, alignment: { horizontal: 'right', vertical: 'center' } },
  formLine: { font: { name: '仿宋', size: 11 }, alignment: { horizontal: 'left', vertical: 'center', wrapText: true } },
  formLabel: { font: { name: '黑体', size: 10 }, alignment: { horizontal: 'center', vertical: 'center', wrapText: true }, border: box },
  formValue: { font: { name: '仿宋', size: 10 }, alignment: { horizontal: 'center', vertical: 'center', wrapText: true }, border: box },
  formText: { font: { name: '仿宋', size: 10 }, alignment: { horizontal: 'left', vertical: 'center', wrapText: true }, border: box },
};

const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);

/** Width of a text in the units of a column (a Chinese sign takes two). */
const textUnits = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 2.1 : 1.1), 0);

/** Points a row needs so that no wrapped text is cut; office programs do not grow rows of merged cells by themselves. */
function heightOf(row: (SheetCell | null)[], widths: readonly number[]): number {
  const lines = row.map((cell, column) => {
    if (!cell || typeof cell.value !== 'string' || cell.kind === 'title' || cell.kind === 'formTitle') return 1;
    const width = widths.slice(column, column + (cell.across ?? 1)).reduce((a, b) => a + b, 0) - 1;
    return cell.value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textUnits(line) / width)), 0);
  });
  const base = row.some((cell) => cell?.kind === 'title' || cell?.kind === 'formTitle') ? 28 : 18;
  return Math.min(400, base + (Math.max(1, ...lines) - 1) * 13.5);
}

/** Below each printed page. */
const footers: Readonly<Record<Language, string>> = { zh: '&C第 &P 页 共 &N 页', en: '&CPage &P of &N' };

function sheetOf(page: SheetPage, language: Language): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const merges: NonNullable<WriteSheet['merges']> = [];
  page.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (!cell) return;
      const style = { ...styles[cell.kind ?? 'text'], ...(cell.format ? { numFmt: cell.format } : {}) };
      const [endRow, endCol] = [r + (cell.down ?? 1) - 1, c + (cell.across ?? 1) - 1];
      for (let y = r; y <= endRow; y += 1) for (let x = c; x <= endCol; x += 1) cells.set(`${y},${x}`, { value: null, style });
      cells.set(`${r},${c}`, { value: cell.value, style });
      if (endRow > r || endCol > c) merges.push({ startRow: r, startCol: c, endRow, endCol });
    });
  });
  return {
    name: page.name,
    columns: page.widths.map((width) => ({ width })),
    rows: page.rows.map((row) => row.map((cell) => cell?.value ?? null)),
    cells,
    merges,
    rowDefs: new Map(page.rows.map((row, index) => [index, { height: heightOf(row, page.widths) }])),
    ...(page.headRows > 0 ? { freezePane: { rows: page.headRows } } : {}),
    dataValidations: (page.choices ?? []).map(({ column, values, title }) => ({
      type: 'list',
      values,
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: title,
      errorMessage: `请从下拉列表选择：${values.join('、')}`.slice(0, 220),
      range: `${columnName(column)}${page.headRows + 1}:${columnName(column)}5000`,
    })),
    pageSetup: {
      paperSize: 'a4',
      orientation: page.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(page.headRows > 0 ? { printTitlesRow: `1:${page.headRows}` } : {}),
    },
    headerFooter: { oddFooter: footers[language] },
  };
}

/** Sheet names are cut to Excel's 31 characters and freed of the characters it forbids. */
export const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/** `language`: of what stands below a printed page; what is in the cells is the caller's. */
export async function writeWorkbook(pages: readonly SheetPage[], language: Language = 'zh'): Promise<Uint8Array> {
  const bytes = await writeXlsx({ sheets: pages.map((page) => sheetOf(page, language)), defaultFont: { name: '宋体', size: 10 } });
  return bytes as Uint8Array;
}
