import { numberCell } from './numbers.ts';
import type { DocumentView } from './view.ts';

/** A money table outside the indicator rows. */
export type Table = DocumentView['source']['tables'][number];

const isNumberRow = (cells: string[]) => cells.some((cell) => numberCell(cell) !== null);
const isParent = (cell: string) => /^其中[:：]?$/.test(cell);

/**
 * Heads of the columns. Heads of several rows are folded: 其中 gives way to the names below it. Where a form lost its spans, the
 * folding that gives as many names as the rows have cells is taken; where none does, the columns are not named.
 */
export function headOf(table: Table): string[] | null {
  const first = table.rows.findIndex((row) => isNumberRow(row.cells));
  if (first <= 0) return null;
  const rows = table.rows.slice(0, first).map((row) => row.cells.map((cell) => cell.replace(/\s+/g, '')));
  const width = Math.max(...table.rows.slice(first).map((row) => row.cells.length));
  const aligned = Array.from(
    { length: width },
    (_, column) => rows.map((row) => row[column] ?? '').findLast((cell) => cell !== '' && !isParent(cell)) ?? '',
  );
  if (aligned.every((name) => name !== '')) return aligned;
  let folded = (rows.at(-1) ?? []).filter((cell) => cell !== '');
  for (const row of rows.slice(0, -1).reverse()) {
    const names = row.filter((cell) => cell !== '');
    const at = names.findIndex(isParent);
    if (at < 0) return null;
    const top = row === rows[0];
    const kept = [...names.slice(0, at), ...folded, ...names.slice(at + 1)];
    // A last group head (结余 over 当年结余 and 累计结余) is no column of its own.
    folded = top && kept.length !== width ? [...names.slice(0, at), ...folded] : kept;
  }
  return folded.length === width ? folded : null;
}
