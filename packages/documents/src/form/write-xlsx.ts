// Forms as a workbook: one sheet a form, the same merged cells, printed on A4 with page numbers.
import { type CellKind, type SheetCell, type SheetPage, sheetName, writeWorkbook } from '../workbook/workbook.ts';
import type { FormCell, FormSheet, FormTable } from './sheet.ts';

const cellOf = ({ text, across = 1, down = 1, label, left }: FormCell): SheetCell => ({
  value: label || left || !/^-?\d{1,15}(?:\.\d+)?$/.test(text) || String(Number(text)) !== text ? text : Number(text),
  kind: label ? 'formLabel' : left ? 'formText' : 'formValue',
  across,
  down,
});

/** Rows with their cells at their columns; covered places hold null. */
function placed({ rows }: FormTable, columns: number): (SheetCell | null)[][] {
  const grid: (SheetCell | null)[][] = rows.map(() => Array.from({ length: columns }, () => null));
  const taken = rows.map(() => new Set<number>());
  rows.forEach((row, y) => {
    let x = 0;
    for (const one of row) {
      while (taken[y]?.has(x)) x += 1;
      const { across = 1, down = 1 } = one;
      (grid[y] as (SheetCell | null)[])[x] = cellOf(one);
      for (let below = y; below < Math.min(rows.length, y + down); below += 1)
        for (let at = x; at < x + across; at += 1) taken[below]?.add(at);
      x += across;
    }
  });
  return grid;
}

function pageOf(sheet: FormSheet, index: number): SheetPage {
  const columns = sheet.widths.length;
  const all = sheet.widths.reduce((a, b) => a + b, 0);
  const line = (text: string, kind: CellKind): (SheetCell | null)[] => [
    { value: text, kind, across: columns },
    ...Array.from({ length: columns - 1 }, () => null),
  ];
  const above = [
    line(sheet.title, 'formTitle'),
    ...(sheet.subtitle ? [line(sheet.subtitle, 'formCentre')] : []),
    ...sheet.above.map((text) => line(text, 'formLine')),
    line(`单位：${sheet.unit}`, 'formRight'),
  ];
  return {
    name: sheetName(`${index + 1} ${sheet.name}`),
    widths: sheet.widths.map((part) => (part / all) * (sheet.landscape ? 132 : 92)),
    headRows: 0,
    landscape: sheet.landscape ?? false,
    rows: [...above, ...sheet.tables.flatMap((table) => placed(table, columns)), ...sheet.sign.map((text) => line(text, 'formLine'))],
  };
}

export const writeFormsXlsx = (sheets: readonly FormSheet[]): Promise<Uint8Array> => writeWorkbook(sheets.map(pageOf));
