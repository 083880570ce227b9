// A narrow cell breaks 一级指标 into 一级 and 指标: on two lines of one cell, or one below the other. Words that the forms share are put together again.
import { squeeze } from '@hengjian/domain';
import type { DocumentGrid, GridRow } from '../grid/grid.ts';
import { isHeadLabel } from './head.ts';
import { isHeaderWord, LAYOUTS, type Layouts } from './headers.ts';
import { isStream } from './tokens.ts';
import { levelWord } from './words.ts';

const isLevel = (text: string): boolean => levelWord(text).sure;
const isKnown = (text: string, layouts: Layouts): boolean => isHeaderWord(text, layouts) || isLevel(text) || isHeadLabel(text);

/** A word of two or three lines that is known only as a whole: no piece after the first means anything by itself. */
function brokenWord(rows: readonly GridRow[], at: number, layouts: Layouts): { text: string; count: number } | null {
  for (const count of [3, 2]) {
    const pieces = rows
      .slice(at, at + count)
      .map((row) => (row.cells.length === 1 && row.gap !== 'hard' ? squeeze(row.cells[0]?.text ?? '') : ''));
    const text = pieces.join('');
    const inside = rows.slice(at + 1, at + count).every((row) => row.gap === 0);
    if (pieces.length < count || pieces.includes('') || !inside || text.length > 20 || /[（()）]/.test(text) || !isKnown(text, layouts))
      continue;
    const [first = '', ...others] = pieces;
    // 年度 before 指标值 is part of it, though 指标值 would be known alone.
    const qualified =
      count === 2 && ((isHeaderWord(text, layouts) && !isHeaderWord(first, layouts)) || (isHeadLabel(text) && !isKnown(first, layouts)));
    if (!isLevel(first) && (qualified || others.every((piece) => !isKnown(piece, layouts)))) return { text, count };
  }
  return null;
}

/** Columns of spaces: the rest of a level's or header's word stands right below its beginning. */
function mendBelow(grid: DocumentGrid, layouts: Layouts): DocumentGrid {
  const rows = grid.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell })) }));
  rows.forEach((row, at) => {
    for (const cell of row.cells) {
      if (isKnown(cell.text, layouts)) continue;
      const below = rows.slice(at + 1, at + 3).map((one) => one.cells.find((other) => Math.abs(other.column - cell.column) <= 2));
      for (const count of [1, 2]) {
        const rests = below.slice(0, count);
        const whole = squeeze(cell.text + rests.map((rest) => rest?.text ?? '').join(''));
        const broken = rests.length === count && rests.every((rest) => rest && !isKnown(rest.text, layouts));
        if (!broken || whole.length > 20 || !isKnown(whole, layouts)) continue;
        cell.text = whole;
        for (const one of rows.slice(at + 1, at + 1 + count)) one.cells = one.cells.filter((other) => !rests.includes(other));
        break;
      }
    }
  });
  return { ...grid, rows };
}

/** The grid with broken words mended; separated and exact cells stay as they are. */
export function mendWords(grid: DocumentGrid, layouts: Layouts = LAYOUTS): DocumentGrid {
  if (!isStream(grid)) return grid.aligned ? mendBelow(grid, layouts) : grid;
  const rows: GridRow[] = [];
  for (let at = 0; at < grid.rows.length; at++) {
    const row = grid.rows[at] as GridRow;
    const word = brokenWord(grid.rows, at, layouts);
    const [cell] = row.cells;
    if (word && cell) {
      rows.push({ ...row, cells: [{ text: word.text, line: cell.line, column: cell.column, colSpan: 1 }] });
      at += word.count - 1;
    } else rows.push(row);
  }
  return { ...grid, rows };
}
