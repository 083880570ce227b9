// A model printed in a layout: as a web page with merged cells, a workbook, tabs, one cell a line, one cell with a bar a line.
import ExcelJS from 'exceljs';
import type { LayoutColumn, TrialLayout } from './layouts.ts';
import { longTermOf, type Model } from './model.ts';

interface Cell {
  text: string;
  across: number;
  down: number;
}
const cell = (text: string, across = 1, down = 1): Cell => ({ text, across, down });

/** Length of the run of equal tiers that begins at the row, 0 inside one. */
const runAt = (keys: readonly string[], at: number): number => {
  if (at > 0 && keys[at] === keys[at - 1]) return 0;
  let end = at;
  while (end < keys.length && keys[end] === keys[at]) end += 1;
  return end - at;
};

function headerRows(columns: readonly LayoutColumn[]): Cell[][] {
  if (columns.every((one) => !one.sub)) {
    const heads: Cell[] = [];
    columns.forEach((one, at) => {
      if (columns[at - 1]?.head === one.head) (heads.at(-1) as Cell).across += 1;
      else heads.push(cell(one.head));
    });
    return [heads];
  }
  const top: Cell[] = [];
  columns.forEach((one, at) => {
    if (!one.sub) top.push(cell(one.head, 1, 2));
    else if (columns[at - 1]?.head === one.head && columns[at - 1]?.sub) (top.at(-1) as Cell).across += 1;
    else top.push(cell(one.head));
  });
  return [top, columns.filter((one) => one.sub).map((one) => cell(one.sub as string))];
}

function bodyOf(columns: readonly LayoutColumn[], rows: Model['rows']): Cell[][] {
  const first = rows.map((row) => row.level1);
  const second = rows.map((row) => `${row.level1}|${row.level2}`);
  return rows.map((row, at) =>
    columns.flatMap((column): Cell[] => {
      if (column.cell === 'level1') return runAt(first, at) ? [cell(row.level1, 1, runAt(first, at))] : [];
      if (column.cell === 'level2') return runAt(second, at) ? [cell(row.level2, 1, runAt(second, at))] : [];
      return [cell(`${column.cell(row)}`)];
    }),
  );
}

/** The form as rows of cells with spans. */
export function cellsOf(layout: TrialLayout, model: Model): { title: string; rows: Cell[][]; width: number } {
  const { columns, terms } = layout;
  const own = columns.length;
  const width = terms === 'beside' ? 2 * own : own;
  const wide = (texts: string[]): Cell[] => {
    const rest = width - texts.length;
    return texts.map((text, at) => cell(text, at === texts.length - 1 ? Math.max(1, rest + 1) : 1));
  };
  const heads = headerRows(columns);
  const body = bodyOf(columns, model.rows);
  const long = bodyOf(columns, longTermOf(model.rows));
  const foot = (layout.foot?.(model) ?? []).map(wide);
  const table =
    terms === 'below'
      ? [
          wide(['长期绩效目标', '三年建成覆盖城乡的经办网络。']),
          wide(['长期绩效指标']),
          ...heads,
          ...long,
          wide(['年度绩效目标', model.goals.join('')]),
          wide(['年度绩效指标']),
          ...heads,
          ...body,
        ]
      : terms === 'beside'
        ? [
            [cell('长期绩效指标', own), cell('年度绩效指标', own)],
            ...heads.map((row) => [...row, ...row]),
            ...body.map((row, at) => [...(long[at] ?? []), ...row]),
          ]
        : [...heads, ...body];
  return { title: layout.title(model), rows: [...layout.head(model).map(wide), ...table, ...foot], width };
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

async function workbook(title: string, rows: Cell[][], width: number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  sheet.getCell(1, 1).value = title;
  sheet.mergeCells(1, 1, 1, width);
  const taken = new Set<string>();
  rows.forEach((row, y) => {
    let x = 1;
    for (const { text, across, down } of row) {
      while (taken.has(`${y},${x}`)) x += 1;
      sheet.getCell(y + 2, x).value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
      for (let below = y; below < y + down; below += 1) for (let at = x; at < x + across; at += 1) taken.add(`${below},${at}`);
      if (across > 1 || down > 1) sheet.mergeCells(y + 2, x, y + 1 + down, x + across - 1);
      x += across;
    }
  });
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
}

export async function printed(layout: TrialLayout, model: Model): Promise<{ bytes: Uint8Array; name: string }> {
  const { title, rows, width } = cellsOf(layout, model);
  const text = (lines: string[]) => new TextEncoder().encode(lines.join('\n'));
  if (layout.print === 'xlsx') return { bytes: await workbook(title, rows, width), name: '表.xlsx' };
  if (layout.print === 'html') {
    const span = ({ across, down }: Cell) => `${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}`;
    const body = rows.map((row) => `<tr>${row.map((one) => `<td${span(one)}>${escaped(one.text)}</td>`).join('')}</tr>`);
    return { bytes: text([`<html><body><p>${title}</p><table>`, ...body, '</table></body></html>']), name: '表.html' };
  }
  if (layout.print === 'tabs') {
    const taken = new Set<string>();
    const lines = rows.map((row, y) => {
      const cells: string[] = [];
      for (const { text: words, down } of row) {
        while (taken.has(`${y},${cells.length}`)) cells.push('');
        for (let below = y + 1; below < y + down; below += 1) taken.add(`${below},${cells.length}`);
        cells.push(words);
      }
      return cells.join('\t');
    });
    return { bytes: text([title, ...lines]), name: '表.txt' };
  }
  if (layout.print === 'bars')
    return {
      bytes: text([title, ...rows.flatMap((row) => [...row.map((one) => (one.text ? `${one.text} |` : '|')), '|||||'])]),
      name: '表.txt',
    };
  return { bytes: text([title, ...rows.flatMap((row) => row.flatMap((one) => (one.text ? [one.text] : [])))]), name: '表.txt' };
}
