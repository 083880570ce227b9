import { type Hit, hit } from '../check-type.ts';
import { addsUp, gapOf, numberCell, sumOf } from '../lib/numbers.ts';
import { headOf, type Table } from '../lib/tables.ts';
import type { DocumentView } from '../lib/view.ts';

interface NumberRow {
  label: string;
  line: number;
  values: (number | null)[];
  /** Columns whose cell is neither a number nor blank: what it holds is not known. */
  unclear: number[];
}

/** Rows with a label and at least one number. */
const numberRows = (table: Table): NumberRow[] =>
  table.rows.flatMap((row) => {
    const label = row.cells.find((cell) => cell.trim() !== '' && numberCell(cell) === null) ?? '';
    const values = row.cells.map((cell) => numberCell(cell));
    const unclear = row.cells.flatMap((cell, column) => (/\d/.test(cell) && numberCell(cell) === null && cell !== label ? [column] : []));
    return label !== '' && values.some((value) => value !== null) ? [{ label: label.trim(), line: row.line, values, unclear }] : [];
  });

/** A row of a form with one cell a line runs over several lines: the one that shows the value. */
const lineOf = (view: DocumentView, row: NumberRow, value: number): number =>
  Array.from({ length: row.values.length }, (_, n) => row.line + n).find((line) =>
    view.cells(line).some((cell) => numberCell(cell) === value),
  ) ?? row.line;

const TOTAL_ROW = /汇总|合计|总计|^总额/;

/** Rows of the total's own table: after it, or before it where it comes last. Another head or width ends them; blank rows do not. */
function besideTotal(table: Table, rows: NumberRow[], total: NumberRow): NumberRow[] {
  const at = table.rows.findIndex((row) => row.line === total.line);
  const width = table.rows[at]?.cells.length;
  const run = (candidates: Table['rows']): NumberRow[] => {
    const found: NumberRow[] = [];
    for (const { line, cells } of candidates) {
      const row = rows.find((one) => one.line === line);
      const blank = cells.filter((cell) => cell.trim() !== '').length <= 1;
      if (cells.length !== width || (!row && !blank)) break;
      if (row) found.push(row);
    }
    return found;
  };
  const after = run(table.rows.slice(at + 1));
  return after.length > 0 ? after : run(table.rows.slice(0, at).toReversed()).toReversed();
}

/** The total row against its units, column by column. Subtotals are not counted twice: any reading that holds is silent. */
function columnSums(view: DocumentView, table: Table): Hit[] {
  const rows = numberRows(table);
  const total = rows.find((row) => TOTAL_ROW.test(row.label));
  const others = total ? besideTotal(table, rows, total).filter((row) => !/其中/.test(row.label)) : [];
  const subtotals = others.filter((row) => /小计/.test(row.label));
  const single = others.filter((row) => !/小计/.test(row.label));
  if (!total || others.length < 2) return [];
  return total.values.flatMap((expected, column) => {
    if (expected === null || others.some((row) => row.unclear.includes(column))) return [];
    const parts = (group: NumberRow[]) => group.map((row) => row.values[column] ?? null).filter((value) => value !== null);
    const readings = [parts(single), parts(others), parts(subtotals)].filter((values) => values.length > 0);
    const [first] = readings;
    if (!first || first.length < 1 || readings.some((values) => addsUp(expected, values))) return [];
    const found = sumOf(first);
    const lines = single.flatMap((row) => (row.values[column] == null ? [] : [lineOf(view, row, row.values[column])]));
    return [
      hit('SUM_PARTS.column', [lineOf(view, total, expected), ...lines], {
        table: table.name,
        column: column + 1,
        expected,
        found,
        gap: gapOf(expected, found),
        parts: first,
      }),
    ];
  });
}

/** What a column named `total` is made of, by the heads of official tables. Every pattern but `rest` may be absent. */
const LAWS: { total: RegExp; parts: RegExp[]; least: number }[] = [
  { total: /^收入合计/, parts: [/结转/, /公共.*拨款|财政拨款/, /基金.*拨款/, /专户/, /其他收入/, /事业收入/], least: 2 },
  { total: /^支出合计|^总支出|^支出总额/, parts: [/^基本支出(合计|小计)?$/, /^项目支出(合计|小计)?$/], least: 2 },
  { total: /^基本支出(合计|小计)?$/, parts: [/人员(支出|经费)/, /公用(支出|经费)/], least: 2 },
  { total: /三公.*合计|^合计$/, parts: [/公务接待/, /公务用车运/, /公务用车购置/, /出国/], least: 2 },
  { total: /固定资产.*合计|^合计$/, parts: [/在用固定资产/, /出租固定资产/, /^其他/], least: 2 },
  { total: /^应?下达.*(合计|总额)|^应下达/, parts: [/提前下达|已下达/, /此次下达|本次下达/], least: 2 },
];

/** A total column against the columns it is made of, row by row. */
function rowSums(view: DocumentView, table: Table): Hit[] {
  const head = headOf(table);
  if (!head) return [];
  return numberRows(table).flatMap((row) =>
    LAWS.flatMap((law) => {
      const total = head.findIndex((name) => law.total.test(name));
      const columns = law.parts
        .map((part) => head.findIndex((name, index) => index !== total && part.test(name)))
        .filter((index) => index >= 0);
      const expected = row.values[total] ?? null;
      const parts = columns.map((column) => row.values[column] ?? null).filter((value) => value !== null);
      if (
        total < 0 ||
        expected === null ||
        columns.length < law.least ||
        parts.length === 0 ||
        columns.some((column) => row.unclear.includes(column)) ||
        addsUp(expected, parts)
      )
        return [];
      const found = sumOf(parts);
      return [
        hit('SUM_PARTS.row', [lineOf(view, row, expected)], {
          table: table.name,
          row: row.label,
          total: head[total] ?? '',
          expected,
          found,
          gap: gapOf(expected, found),
          parts,
        }),
      ];
    }),
  );
}

export const tableSums = (view: DocumentView): Hit[] =>
  view.source.tables.flatMap((table) => [...columnSums(view, table), ...rowSums(view, table)]);
