// A payment scheme as a workbook: the template, a scheme written out, and what was filled in read back with the place of every fault.
import {
  checkPayment,
  type Issue,
  neededSheets,
  type Outcome,
  type PaymentScheme,
  type PaymentSheet,
  paymentOf,
  paymentSheets,
  paymentValues,
  type RegisterValues,
  readCell,
  settingFields,
  settingsTitle,
  writeCell,
} from '@hengjian/domain';
import { decodeText } from '../encoding.ts';
import { csvRows } from '../grid/csv.ts';
import { filledPage, readSheet } from '../register/register-sheet.ts';
import { readWorkbook, type SheetCell, type SheetPage, type SheetText, sheetName, writeWorkbook } from '../workbook/workbook.ts';

const sheets = Object.entries(paymentSheets) as [PaymentSheet, (typeof paymentSheets)[PaymentSheet]][];

function settingsPage(values: RegisterValues): SheetPage {
  return {
    name: settingsTitle,
    widths: [30, 30, 50],
    headRows: 2,
    rows: [
      [{ value: '支付方案', kind: 'title', across: 3 }],
      ['参数', '值', '说明'].map((value): SheetCell => ({ value, kind: 'head' })),
      ...settingFields.map((field): SheetCell[] => [
        { value: `${field.title}${field.required ? ' *' : ''}` },
        { value: writeCell(field, values[field.name]) || null },
        { value: [field.note, field.codes ? Object.values(field.codes).join('、') : ''].filter(Boolean).join('；') || null, kind: 'note' },
      ]),
    ],
  };
}

/** The scheme's workbook; without one, the template to fill. */
export function writePaymentScheme(scheme: PaymentScheme | null): Promise<Uint8Array> {
  const values = scheme ? paymentValues(scheme) : null;
  return writeWorkbook([
    settingsPage(values?.settings ?? {}),
    ...sheets.map(([name, register]) =>
      filledPage(
        register,
        (values?.rows[name] ?? []).map((row) => ({ values: row })),
      ),
    ),
  ]);
}

const bare = (title: string) => title.replace(/[*＊\s]/g, '');

function readSettings(sheet: SheetText, file: string): { values: RegisterValues; issues: Issue[] } {
  const fields = new Map(settingFields.map((field) => [bare(field.title), field]));
  const values: RegisterValues = {};
  const issues: Issue[] = [];
  const at = { file, sheet: sheet.name, severity: 'error' } as const;
  sheet.rows.forEach(([title = '', raw = ''], index) => {
    const name = bare(title);
    const row = index + 1;
    if (name === '' || name === '参数' || name === '支付方案') return;
    const field = fields.get(name);
    if (!field) {
      issues.push({ code: 'payment.unknown-setting', ...at, row, facts: { name: title.trim() } });
      return;
    }
    if (field.name in values) issues.push({ code: 'payment.setting-twice', ...at, row, facts: { name: field.title } });
    const cell = readCell(field, raw);
    values[field.name] = cell.ok ? cell.value : null;
    if (!cell.ok) issues.push({ code: `register.${cell.issue.code}`, ...at, row, column: '值', facts: { ...cell.issue.facts } });
  });
  for (const field of settingFields)
    if (field.required && !(field.name in values)) issues.push({ code: 'payment.setting-missing', ...at, facts: { name: field.title } });
  return { values, issues };
}

async function sheetsOf(bytes: Uint8Array): Promise<SheetText[]> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(bytes);
  const text = decodeText(bytes);
  if (text === null) throw new Error('encoding');
  const rows = csvRows(text.split(/\r?\n/)).map(({ cells }) => cells);
  return [{ name: paymentSheets.groups.title, rows }];
}

/**
 * Reads a workbook, or a csv of the groups alone, which takes everything else from `base`. All issues of all sheets are told; warnings
 * come with the scheme.
 */
export async function readPaymentScheme(
  bytes: Uint8Array,
  file: string,
  base?: { readonly scheme: PaymentScheme; readonly schemeId: string; readonly title: string },
): Promise<Outcome<PaymentScheme>> {
  let found: SheetText[];
  try {
    found = await sheetsOf(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, issues: [{ code: 'register.unreadable', severity: 'error', file, facts: { reason } }] };
  }
  const named = (title: string) => found.find(({ name }) => name.trim() === sheetName(title));
  const issues: Issue[] = [];
  const missing = (title: string) => issues.push({ code: 'payment.no-sheet', severity: 'error', file, facts: { title } });
  const carried = base ? paymentValues({ ...base.scheme, schemeId: base.schemeId, title: base.title }) : null;
  let settings = carried?.settings ?? {};
  const settingsSheet = named(settingsTitle);
  if (settingsSheet) {
    const read = readSettings(settingsSheet, file);
    settings = read.values;
    issues.push(...read.issues);
  } else if (!carried) missing(settingsTitle);
  const rows = Object.fromEntries(
    sheets.map(([name, register]) => {
      const own = named(register.title);
      if (!own) {
        if (!carried && neededSheets.includes(name)) missing(register.title);
        return [name, carried?.rows[name] ?? []];
      }
      const read = readSheet(register, [own], file);
      // an empty sheet says that there is nothing of it; a whole scheme without groups or rates is refused below
      issues.push(...read.issues.filter(({ code }) => code !== 'register.no-entries'));
      return [name, read.rows.map(({ values }) => values)];
    }),
  ) as unknown as Record<PaymentSheet, RegisterValues[]>;
  if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues };
  const scheme = paymentOf(settings, rows);
  issues.push(...checkPayment(scheme).map((issue) => ({ ...issue, file })));
  return issues.some(({ severity }) => severity === 'error') ? { ok: false, issues } : { ok: true, value: scheme, issues };
}
