// The text of a PDF to a grid. Where a table is drawn with rules its cells are exact; elsewhere pieces of text on one height
// are a line, gaps part its cells, and the header's places tell the columns: as far as that is certain.
import { squeeze } from '@hengjian/domain';
import { extractTextItems, getDocumentProxy } from 'unpdf';
import type { DocumentGrid, GridCell, GridRow } from './grid.ts';
import { clustered, type RuledTable, ruledTables, rulesOf } from './pdf-rules.ts';

interface Piece {
  text: string;
  left: number;
  right: number;
  base: number;
  height: number;
}

/** Radicals that printing programs write in place of the characters they look like; the others fold by NFKC. */
const RADICALS: Record<string, string> = {
  '⺠': '民', '⻁': '虎', '⻄': '西', '⻅': '见', '⻆': '角', '⻉': '贝', '⻋': '车', '⻓': '长', '⻔': '门', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风',
  '⻜': '飞', '⻝': '食', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻨': '麦', '⻩': '黄', '⻬': '齐', '⻮': '齿', '⻰': '龙', '⻳': '龟',
}; // biome-ignore format: pairs
const foldRadicals = (text: string): string => text.replace(/[\u2E80-\u2FDF]/g, (c) => RADICALS[c] ?? c.normalize('NFKC'));

/** The grid of a PDF; null where the bytes are none, `empty` where it holds no text (a scan). */
export async function pdfGrid(bytes: Uint8Array): Promise<DocumentGrid | 'empty' | null> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    const { items } = await extractTextItems(pdf);
    const pages: { pieces: Piece[]; tables: RuledTable[] }[] = [];
    for (const [index, page] of items.entries()) {
      const pieces = page
        .filter((item) => item.str.trim() !== '')
        .map((item) => ({
          text: foldRadicals(item.str),
          left: item.x,
          right: item.x + item.width,
          base: item.y,
          height: item.height || item.fontSize || 10,
        }));
      const tables = ruledTables(await rulesOf(await pdf.getPage(index + 1))).filter((table) => table.cells.length >= 4);
      pages.push({ pieces, tables });
    }
    if (pages.every((page) => page.pieces.length === 0)) return 'empty';
    return pages.some((page) => page.tables.length > 0) ? ruledGrid(pages) : looseGrid(pages.map((page) => page.pieces));
  } catch {
    return null;
  }
}

const middleOf = (piece: Piece): [number, number] => [(piece.left + piece.right) / 2, piece.base + piece.height * 0.35];

/** Text in ruled cells, in reading order with the lines between the tables. Columns are counted over the whole document. */
function ruledGrid(pages: readonly { pieces: Piece[]; tables: RuledTable[] }[]): DocumentGrid {
  const edges = clustered(
    pages.flatMap((page) => page.tables.flatMap((table) => table.cells.flatMap((cell) => [cell.left, cell.right]))),
    3,
  );
  const edge = (x: number) => edges.reduce((best, value, at) => (Math.abs(value - x) < Math.abs((edges[best] ?? 0) - x) ? at : best), 0);
  const rows: GridRow[] = [];
  const lines: string[] = [];
  let tableId = 0;
  for (const [page, { pieces, tables }] of pages.entries()) {
    const inside = (table: RuledTable, piece: Piece) => {
      const [x, y] = middleOf(piece);
      return x > table.left && x < table.right && y < table.top && y > table.bottom;
    };
    let open = pieces.filter((piece) => !tables.some((table) => inside(table, piece)));
    const paragraphs = (until: number) => {
      for (const line of linesOf(open.filter((piece) => piece.base > until))) addParagraph(line);
      open = open.filter((piece) => piece.base <= until);
    };
    const addParagraph = (line: readonly Piece[]) => {
      const text = joined(line);
      if (isPageNumber(text)) return;
      const number = lines.push(text);
      rows.push({ line: number, gap: 'hard', table: null, cells: [{ text, line: number, column: 0, colSpan: 1 }] });
    };
    for (const table of tables) {
      paragraphs(table.top);
      const own = pieces.filter((piece) => inside(table, piece));
      addTable(table, own, { id: tableId++, page, edge }, rows, lines);
    }
    paragraphs(Number.NEGATIVE_INFINITY);
  }
  return { rows, trust: 'exact', lines };
}

function addTable(
  table: RuledTable,
  pieces: readonly Piece[],
  place: { id: number; page: number; edge: (x: number) => number },
  rows: GridRow[],
  lines: string[],
): void {
  const { id, page, edge } = place;
  const texts = new Map(
    table.cells.map((cell) => {
      const own = pieces.filter((piece) => {
        const [x, y] = middleOf(piece);
        return x >= cell.left && x < cell.right && y <= cell.top && y > cell.bottom;
      });
      return [cell, linesOf(own).map(joined).reduce(continued, '')] as const;
    }),
  );
  for (let row = 0; row < table.rows; row++) {
    const line = lines.length + 1;
    const cells = table.cells
      .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
      .map((cell): GridCell => {
        const column = edge(cell.left);
        return {
          text: texts.get(cell) ?? '',
          line,
          column,
          colSpan: Math.max(1, edge(cell.right) - column),
          ...(cell.row < row ? { continues: true } : {}),
        };
      })
      .sort((a, b) => a.column - b.column);
    lines.push(cells.map((cell) => (cell.continues ? '' : cell.text)).join('\t'));
    rows.push({ line, gap: 'hard', table: id, page, cells });
  }
}

/** Lines of a cell go on without a space, except between Latin words. */
const continued = (above: string, line: string): string =>
  /[A-Za-z]$/.test(above) && /^[A-Za-z]/.test(line) ? `${above} ${line}` : above + line;
const isPageNumber = (text: string): boolean => /^[-—–]?\s*\d{1,4}\s*[-—–]?$|^第\s*\d+\s*页/.test(text);

/** Pieces on one height, top to bottom; heights within a third of a letter are one. */
function linesOf(page: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  for (const piece of [...page].sort((a, b) => b.base - a.base || a.left - b.left)) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    if (line && first && Math.abs(first.base - piece.base) < Math.max(first.height, piece.height) * 0.4) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left));
}

const joined = (line: readonly Piece[]): string =>
  cellsOf(line, 2)
    .map((piece) => piece.text)
    .join(' ');

/** Pieces that touch are one cell. */
function cellsOf(line: readonly Piece[], gap = 0.8): Piece[] {
  const cells: Piece[] = [];
  for (const piece of line) {
    const last = cells.at(-1);
    if (last && piece.left - last.right < piece.height * gap) {
      const apart = piece.left - last.right > piece.height * 0.25 && /[\w%]$/.test(last.text) && /^\w/.test(piece.text);
      last.text += apart ? ` ${piece.text}` : piece.text;
      last.right = Math.max(last.right, piece.right);
    } else cells.push({ ...piece });
  }
  return cells;
}

/** Pages without rules: every line a row, its cells parted by gaps and put below the header word they stand under. */
function looseGrid(pages: readonly Piece[][]): DocumentGrid {
  const rows: GridRow[] = [];
  const lines: string[] = [];
  let stops: number[] = [];
  for (const page of pages)
    for (const line of linesOf(page)) {
      const pieces = cellsOf(line);
      if (pieces.length === 1 && isPageNumber(pieces[0]?.text ?? '')) continue;
      const heads = pieces.filter((piece) => /^(?:[一二三]级)?指标|指标值|权重|分值|完成值/.test(squeeze(piece.text)));
      if (heads.length >= 3) stops = pieces.map((piece) => (piece.left + piece.right) / 2);
      const number = lines.push(pieces.map((piece) => piece.text).join('\t'));
      const cells = pieces.map(
        (piece, at): GridCell => ({ text: piece.text, line: number, column: columnOf(piece, stops, at), colSpan: 1 }),
      );
      rows.push({ line: number, gap: 'hard', cells });
    }
  return { rows, trust: 'weak', lines };
}

function columnOf(piece: Piece, stops: readonly number[], at: number): number {
  if (stops.length === 0) return at;
  const middle = (piece.left + piece.right) / 2;
  return stops.reduce((best, stop, index) => (Math.abs(stop - middle) < Math.abs((stops[best] ?? 0) - middle) ? index : best), 0);
}
