// The text of a PDF to a grid. A PDF knows no tables: pieces of text on one height are a line, gaps part its cells, and the
// header's places tell the columns. Cells that go over several lines are joined where the line has no target of its own.

import { squeeze } from '@hengjian/domain';
import { extractTextItems, getDocumentProxy } from 'unpdf';
import type { DocumentGrid, GridCell, GridRow } from './grid.ts';

interface Piece {
  text: string;
  left: number;
  right: number;
  base: number;
  height: number;
}

/** The grid of a PDF; null where the bytes are none, `empty` where it holds no text (a scan). */
export async function pdfGrid(bytes: Uint8Array): Promise<DocumentGrid | 'empty' | null> {
  let pages: Piece[][];
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    const { items } = await extractTextItems(pdf);
    pages = items.map((page) =>
      page
        .filter((item) => item.str.trim() !== '')
        .map((item) => ({
          text: item.str,
          left: item.x,
          right: item.x + item.width,
          base: item.y,
          height: item.height || item.fontSize || 10,
        })),
    );
  } catch {
    return null;
  }
  if (pages.every((page) => page.length === 0)) return 'empty';
  const rows: GridRow[] = [];
  const lines: string[] = [];
  let stops: number[] = [];
  for (const page of pages)
    for (const line of linesOf(page)) {
      const pieces = cellsOf(line);
      if (pieces.length === 1 && /^[-—–]?\s*\d{1,4}\s*[-—–]?$/.test(pieces[0]?.text ?? '')) continue;
      if (pieces.filter((piece) => /^(?:[一二三]级)?指标|指标值|权重|分值|完成值/.test(squeeze(piece.text))).length >= 3)
        stops = pieces.map((piece) => (piece.left + piece.right) / 2);
      const number = lines.push(pieces.map((piece) => piece.text).join('\t'));
      const cells: GridCell[] = pieces.map((piece, at) => ({
        text: piece.text,
        line: number,
        column: columnOf(piece, stops, at),
        colSpan: 1,
      }));
      rows.push({ line: number, gap: 'hard', cells });
    }
  return { rows, trust: 'weak', lines };
}

/** Pieces on one height, top to bottom; heights within a third of a letter are one. */
function linesOf(page: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  for (const piece of [...page].sort((a, b) => b.base - a.base || a.left - b.left)) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    if (line && first && Math.abs(first.base - piece.base) < first.height / 3) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left));
}

/** Pieces that touch are one cell. */
function cellsOf(line: readonly Piece[]): Piece[] {
  const cells: Piece[] = [];
  for (const piece of line) {
    const last = cells.at(-1);
    if (last && piece.left - last.right < piece.height * 0.8) {
      last.text +=
        piece.left - last.right > piece.height * 0.25 && /[\w%]$/.test(last.text) && /^\w/.test(piece.text) ? ` ${piece.text}` : piece.text;
      last.right = Math.max(last.right, piece.right);
    } else cells.push({ ...piece });
  }
  return cells;
}

function columnOf(piece: Piece, stops: readonly number[], at: number): number {
  if (stops.length === 0) return at;
  const middle = (piece.left + piece.right) / 2;
  let best = 0;
  stops.forEach((stop, index) => {
    if (Math.abs(stop - middle) < Math.abs((stops[best] ?? 0) - middle)) best = index;
  });
  return best;
}
