// What the linter sees beside the reading: the lines as they stand, and the tables that hold money.
import { asPrinted, type DocumentSource } from '@hengjian/domain';
import type { DocumentGrid, GridRow } from '../grid/grid.ts';
import { amountIn } from './head.ts';
import { findHeaders, LAYOUTS, type Layouts } from './headers.ts';
import { isStream } from './tokens.ts';

type Table = DocumentSource['tables'][number];
type Row = Table['rows'][number];

/** Rows with their empty cells. In a stream of cells a row goes on until a sure break. */
function rowsOf(grid: DocumentGrid): (Row & { from: number })[] {
  if (!isStream(grid))
    return grid.rows.map((row, from) => ({
      line: row.line,
      cells: grid.trust === 'none' ? row.cells.map((cell) => asPrinted(cell.text)) : padded(row),
      from,
    }));
  const rows: (Row & { from: number })[] = [];
  grid.rows.forEach((row, from) => {
    const text = asPrinted(row.cells[0]?.text ?? '');
    const last = rows.at(-1);
    if (!last || row.gap === 'hard' || row.gap >= 6) rows.push({ line: row.line, cells: [text], from });
    else last.cells.push(text);
  });
  return rows;
}

function padded(row: GridRow): string[] {
  const width = Math.max(0, ...row.cells.map((cell) => cell.column + 1));
  const cells = Array.from({ length: width }, () => '');
  for (const cell of row.cells) if (!cell.continues) cells[cell.column] = asPrinted(cell.text);
  return cells;
}

const filledOf = (row: Row): string[] => row.cells.filter((cell) => cell !== '');
const hasAmount = (row: Row): boolean => row.cells.some((cell) => amountIn(cell) !== null);

/** Source of a document: every line, and each run of rows with money outside the indicator tables. */
export function sourceOf(grid: DocumentGrid, layouts: Layouts = LAYOUTS): DocumentSource {
  const rows = rowsOf(grid);
  const headers = findHeaders(grid, layouts);
  const indicatorRow = (row: { from: number }) => {
    const header = headers.findLast((one) => one.from <= row.from);
    return header !== undefined && !closed(rows, header.to, row.from);
  };
  const tables: Table[] = [];
  let open: Row[] = [];
  let title: Row | null = null;
  const close = () => {
    if (open.some(hasAmount)) tables.push({ name: nameOf(title, open), line: open[0]?.line ?? 1, rows: open });
    open = [];
    title = null;
  };
  for (const row of rows) {
    const texts = filledOf(row);
    if (texts.length === 0) continue;
    const heads = texts.length >= 2 && !hasAmount(row) && open.some(hasAmount) && texts[0] === open[0]?.cells.find((cell) => cell !== '');
    const alone = texts.length === 1 && row.cells.length === 1;
    if (alone || indicatorRow(row) || heads) close();
    if (indicatorRow(row)) continue;
    if (alone && (texts[0] ?? '').length < 60) title = { line: row.line, cells: row.cells };
    else if (row.cells.length >= 2) open.push({ line: row.line, cells: row.cells });
  }
  close();
  return { lines: grid.lines, tables };
}

/** A single-cell row (a title, a closing word) between the header and the row ends the indicator table. */
function closed(rows: readonly (Row & { from: number })[], from: number, to: number): boolean {
  return rows.some(
    (row) =>
      row.from >= from &&
      row.from < to &&
      /^(?:绩效自评综合得分|财政部门审核意见|其他说明|项目名称|转移支付名称|.{0,20}绩效(?:目标|自评).{0,8}表)/.test(filledOf(row)[0] ?? ''),
  );
}

function nameOf(title: Row | null, rows: readonly Row[]): string {
  const [first = '', second = ''] = rows[0] ? filledOf(rows[0]) : [];
  const named = title ? filledOf(title)[0] : undefined;
  return named ?? (/^(?:机构名称|单位名称|项目)$/.test(first) ? second : first);
}
