// A register as a sheet: the template people fill, and what they filled read back with the place of every fault.
import {
  type Issue,
  type Register,
  type RegisterEntry,
  type RegisterField,
  type RegisterValues,
  readCell,
  writeCell,
} from '@hengjian/domain';
import { readWorkbook, type SheetCell, type SheetPage, type SheetText, sheetName, writeWorkbook } from '../workbook/workbook.ts';

export const headOf = (field: RegisterField): string =>
  `${field.title}${field.unit ? `（${field.unit}）` : ''}${field.required ? ' *' : ''}`;

const widths: Record<RegisterField['type'], number> = { text: 26, count: 12, money: 15, quantity: 12, day: 13, code: 18, flag: 9 };

/** A register's page with its head, notes and drop-down lists; `rows` below. */
export function pageOf(register: Register, rows: SheetCell[][]): SheetPage {
  const across = register.fields.length;
  return {
    name: sheetName(register.title),
    widths: register.fields.map((field) => widths[field.type]),
    headRows: 3,
    landscape: true,
    rows: [
      [{ value: register.title, kind: 'title', across }],
      [
        {
          value: `${register.about}。带 * 的列必须填写；日期写 2024-03-05；金额以元为单位。${register.fields
            .filter((field) => field.note)
            .map((field) => `${field.title}：${field.note}`)
            .join('；')}`,
          kind: 'note',
          across,
        },
      ],
      register.fields.map((field) => ({ value: headOf(field), kind: 'head' })),
      ...rows,
    ],
    choices: register.fields.flatMap((field, column) =>
      field.type === 'code' || field.type === 'flag'
        ? [{ column, title: field.title, values: field.type === 'flag' ? ['是', '否'] : Object.values(field.codes ?? {}) }]
        : [],
    ),
  };
}

/** An empty sheet to fill, with drop-down lists for coded columns. */
export const writeTemplate = (register: Register): Promise<Uint8Array> => writeWorkbook([pageOf(register, [])]);

/** A page with the entries given, in the template's columns, so that they can be read back. */
export function filledPage(register: Register, entries: readonly Pick<RegisterEntry, 'values'>[]): SheetPage {
  const cell = (field: RegisterField, value: RegisterValues[string] | undefined): SheetCell => {
    if (value === null || value === undefined) return { value: null };
    if (field.type === 'money') return { value: (value as number) / 100, kind: 'number', format: '#,##0.00' };
    if (field.type === 'count') return { value: value as number, kind: 'number' };
    return { value: writeCell(field, value), kind: field.type === 'quantity' ? 'number' : 'text' };
  };
  return pageOf(
    register,
    entries.map(({ values }) => register.fields.map((field) => cell(field, values[field.name]))),
  );
}

/** The entries given as a workbook of one page. */
export const writeRegister = (register: Register, entries: readonly Pick<RegisterEntry, 'values'>[]): Promise<Uint8Array> =>
  writeWorkbook([filledPage(register, entries)]);

export interface ReadRow {
  /** 1-based row of the sheet. */
  row: number;
  values: RegisterValues;
}

export interface RegisterReading {
  sheet: string | null;
  rows: ReadRow[];
  issues: Issue[];
}

const bare = (head: string) => head.replace(/[*＊\s]/g, '').replace(/[（(][^）)]*[）)]$/, '');

function findHead(register: Register, sheets: SheetText[]): { sheet: SheetText; index: number; columns: (RegisterField | null)[] } | null {
  const titles = new Map(register.fields.map((field) => [bare(field.title), field]));
  for (const sheet of sheets) {
    for (let index = 0; index < Math.min(20, sheet.rows.length); index += 1) {
      const columns = (sheet.rows[index] ?? []).map((head) => titles.get(bare(head)) ?? null);
      // Two known names make a head; the title row of the template holds one text only.
      if (columns.filter(Boolean).length >= Math.min(2, register.fields.length)) return { sheet, index, columns };
    }
  }
  return null;
}

/** Reads a filled sheet. All issues of all rows are told; a caller that wants all or nothing takes rows only when there are no errors. */
export async function readRegister(register: Register, bytes: Uint8Array, file: string): Promise<RegisterReading> {
  let sheets: SheetText[];
  try {
    sheets = await readWorkbook(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { sheet: null, rows: [], issues: [{ code: 'register.unreadable', severity: 'error', file, facts: { reason } }] };
  }
  return readSheet(register, sheets, file);
}

/** Reads a register from the first of the sheets that has its head. */
export function readSheet(register: Register, sheets: SheetText[], file: string): RegisterReading {
  const head = findHead(register, sheets);
  if (!head)
    return { sheet: null, rows: [], issues: [{ code: 'register.no-header', severity: 'error', file, facts: { title: register.title } }] };
  const { sheet, index, columns } = head;
  const at = { file, sheet: sheet.name };
  const issues: Issue[] = [];
  for (const field of register.fields)
    if (field.required && !columns.includes(field))
      issues.push({ code: 'register.missing-column', severity: 'error', ...at, row: index + 1, facts: { title: field.title } });
  (sheet.rows[index] ?? []).forEach((title, column) => {
    if (title.trim() && !columns[column])
      issues.push({ code: 'register.unknown-column', severity: 'warning', ...at, row: index + 1, facts: { title } });
  });
  if (issues.some((issue) => issue.severity === 'error')) return { sheet: sheet.name, rows: [], issues };
  const rows: ReadRow[] = [];
  sheet.rows.slice(index + 1).forEach((cells, offset) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const row = index + 2 + offset;
    const values: RegisterValues = {};
    register.fields.forEach((field) => {
      const column = columns.indexOf(field);
      const outcome = readCell(field, column < 0 ? '' : (cells[column] ?? ''));
      if (outcome.ok) values[field.name] = outcome.value;
      else
        issues.push({
          code: `register.${outcome.issue.code}`,
          severity: 'error',
          ...at,
          row,
          column: field.title,
          facts: { ...outcome.issue.facts },
        });
    });
    rows.push({ row, values });
  });
  if (rows.length === 0) issues.push({ code: 'register.no-entries', severity: 'error', ...at, facts: { title: register.title } });
  return { sheet: sheet.name, rows, issues };
}
