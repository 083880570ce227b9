// A workbook to a grid: merged cells with their spans, the text a person sees; each sheet is a section.
import { readSheets } from '../workbook/workbook.ts';
import type { DocumentGrid } from './grid.ts';
import { GridBuilder, type TableCell, type TableRow } from './layout-table.ts';

/** The grid of an xlsx or xls, or null where the bytes are none. */
export async function workbookGrid(bytes: Uint8Array): Promise<DocumentGrid | null> {
  const sheets = await readSheets(bytes).catch(() => null);
  if (!sheets) return null;
  const builder = new GridBuilder();
  for (const sheet of sheets) {
    builder.section();
    const covered = new Set<string>();
    const spans = new Map<string, { rows: number; columns: number }>();
    for (const merge of sheet.merges) {
      spans.set(`${merge.startRow},${merge.startColumn}`, {
        rows: merge.endRow - merge.startRow + 1,
        columns: merge.endColumn - merge.startColumn + 1,
      });
      for (let r = merge.startRow; r <= merge.endRow; r++)
        for (let c = merge.startColumn; c <= merge.endColumn; c++) covered.add(`${r},${c}`);
      covered.delete(`${merge.startRow},${merge.startColumn}`);
    }
    const width = Math.max(0, ...sheet.rows.map((row) => row.length));
    builder.table(
      sheet.rows.map((row, r): TableRow => {
        const cells: TableCell[] = [];
        for (let c = 0; c < width; c++) {
          if (covered.has(`${r},${c}`)) continue;
          const span = spans.get(`${r},${c}`);
          cells.push({ paragraphs: (row[c] ?? '').split('\n'), colSpan: span?.columns ?? 1, rowSpan: span?.rows ?? 1 });
        }
        return { cells };
      }),
    );
  }
  return { rows: builder.rows, trust: 'exact', lines: builder.lines };
}
