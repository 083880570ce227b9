// Reads and writes the cells of a register: text as people type it ↔ typed values.
import { formatFixed, formatYuan, parseFixed, parseYuan, QUANTITY_SCALE } from '../money.ts';
import { formatDay, parseDay } from '../time.ts';
import type { Register, RegisterField, RegisterValues } from './register.ts';

/** Why a cell cannot be taken; the sentence stands in messages/register.ts under the same code. */
export interface CellIssue {
  code: 'required' | 'not-a-date' | 'not-a-count' | 'not-money' | 'not-a-quantity' | 'not-a-code' | 'not-a-flag';
  facts: { title: string; text: string; allowed: string };
}

export type CellOutcome = { ok: true; value: string | number | boolean | null } | { ok: false; issue: CellIssue };

const wide = (text: string) =>
  text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .trim();

/** 2024年3月5日 and the forms of `parseDay`. */
const dayText = (text: string) => text.replace(/^(\d{4})年(\d{1,2})月(\d{1,2})日?$/, '$1-$2-$3').replace(/[ T]00:00(:00)?$/, '');

const readers: Record<FieldReader, (text: string, field: RegisterField) => string | number | boolean | undefined> = {
  text: (text) => text,
  count: (text) => (/^\d{1,15}(\.0+)?$/.test(text.replaceAll(',', '')) ? Number(text.replaceAll(',', '')) : undefined),
  money: (text) => parseYuan(text.replaceAll(',', '').replace(/元$/, '')),
  quantity: (text) => parseFixed(text.replaceAll(',', ''), QUANTITY_SCALE),
  day: (text) => parseDay(dayText(text)),
  code: (text, field) => Object.entries(field.codes ?? {}).find(([code, title]) => wide(title) === text || code === text)?.[0],
  flag: (text) => (/^(是|有|true|1|y|yes)$/i.test(text) ? true : /^(否|无|false|0|n|no)$/i.test(text) ? false : undefined),
};
type FieldReader = RegisterField['type'];

const failure: Record<FieldReader, CellIssue['code']> = {
  text: 'required',
  count: 'not-a-count',
  money: 'not-money',
  quantity: 'not-a-quantity',
  day: 'not-a-date',
  code: 'not-a-code',
  flag: 'not-a-flag',
};

/** Reads one cell. An empty cell is null, or an issue where the field is required. */
export function readCell(field: RegisterField, raw: string): CellOutcome {
  const text = field.type === 'text' ? raw.trim() : wide(raw);
  const facts = { title: field.title, text: raw.trim(), allowed: Object.values(field.codes ?? {}).join('、') };
  if (text === '') return field.required ? { ok: false, issue: { code: 'required', facts } } : { ok: true, value: null };
  const value = readers[field.type](text, field);
  if (value === undefined) return { ok: false, issue: { code: failure[field.type], facts } };
  if (typeof value === 'number' && value < 0 && field.type !== 'day' && !field.signed)
    return { ok: false, issue: { code: failure[field.type], facts } };
  return { ok: true, value };
}

/** The cell's text as a person reads it; '' for unknown. */
export function writeCell(field: RegisterField, value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (field.type === 'money') return formatYuan(value as number);
  if (field.type === 'quantity') return formatFixed(value as number, QUANTITY_SCALE);
  if (field.type === 'day') return formatDay(value as number);
  if (field.type === 'code') return field.codes?.[value as string] ?? String(value);
  if (field.type === 'flag') return value ? '是' : '否';
  return String(value);
}

/** Reads a whole entry given as texts by field name; all of its issues, or its values. */
export function readValues(
  register: Register,
  cells: Readonly<Record<string, string>>,
): { ok: true; values: RegisterValues } | { ok: false; issues: { field: RegisterField; issue: CellIssue }[] } {
  const values: RegisterValues = {};
  const issues: { field: RegisterField; issue: CellIssue }[] = [];
  for (const field of register.fields) {
    const outcome = readCell(field, cells[field.name] ?? '');
    if (outcome.ok) values[field.name] = outcome.value;
    else issues.push({ field, issue: outcome.issue });
  }
  return issues.length ? { ok: false, issues } : { ok: true, values };
}
