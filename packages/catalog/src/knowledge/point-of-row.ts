import { type Issue, parseDay } from '@hengjian/domain';
import type { CsvRecord } from './csv.ts';
import { isRecord } from './parameters.ts';
import type { KnowledgePoint } from './point.ts';

/** A row of a knowledge file by field name, before it is trusted. */
export interface KnowledgeRow {
  row: number;
  sheet?: string;
  fields: Record<string, unknown>;
}

/** Field names of contracts §4 and the Chinese headings under which staff write the same tables. */
const headings: Record<string, readonly string[]> = {
  id: ['编号', '知识点编号', '知识点编码'],
  ruleCode: ['规则编码', '规则代码'],
  ruleName: ['规则名称', '规则'],
  codes: ['编码', '项目编码', '目录编码', '药品代码', '医保编码'],
  counterCodes: ['对应编码', '相对编码'],
  subject: ['名称', '项目名称', '药品名称'],
  constraint: ['限定条件', '限定内容', '限制条件'],
  logic: ['逻辑', '规则逻辑'],
  params: ['参数'],
  basis: ['依据', '政策依据'],
  batch: ['批次'],
  publishedOn: ['发布日期'],
  validFrom: ['生效日期'],
  validTo: ['失效日期', '终止日期'],
  supersedes: ['替代', '替代编号'],
};
const fieldOf = new Map(
  Object.entries(headings).flatMap(([field, titles]) => [field, ...titles].map((title) => [title.toLowerCase(), field])),
);

/** What the header of a table says: which columns are missing, and how a record is read; unknown columns are left aside. */
export function tableOf(head: CsvRecord | undefined): { missing: string[]; rowOf: (record: CsvRecord) => KnowledgeRow } {
  const fields = (head?.cells ?? []).map((title) => fieldOf.get(title.trim().toLowerCase()));
  const missing = ['id', 'codes'].filter((name) => !fields.includes(name));
  if (!fields.includes('ruleCode') && !fields.includes('ruleName')) missing.push('ruleCode');
  const rowOf = ({ row, cells }: CsvRecord): KnowledgeRow => ({
    row,
    fields: Object.fromEntries(fields.flatMap((field, i) => (field ? [[field, cells[i] ?? null] as const] : []))),
  });
  return { missing, rowOf };
}

/** Rows of a table whose first record is its header. */
export function rowsOfTable([head, ...body]: readonly CsvRecord[]): { rows: KnowledgeRow[]; missing: string[] } {
  const { missing, rowOf } = tableOf(head);
  return { missing, rows: body.map(rowOf) };
}

const text = (value: unknown): string | null => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

/** `;` between, or an array. */
const list = (value: unknown): string[] | undefined => {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) {
    const items = value.map(text);
    return items.every((item) => item !== null) ? (items as string[]) : undefined;
  }
  const whole = text(value);
  if (whole === null) return typeof value === 'string' ? [] : undefined;
  return whole
    .split(/[;；\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
};

export type PointOfRow = { ok: true; point: KnowledgePoint } | { ok: false; issue: Pick<Issue, 'code' | 'facts'> & { column?: string } };

/** Takes a row as a knowledge point, or says in which column it is broken. */
export function pointOfRow(fields: Record<string, unknown>): PointOfRow {
  const broken = (code: string, column: string, facts: Record<string, unknown> = {}): PointOfRow => ({
    ok: false,
    issue: { code: `knowledge.${code}`, column, facts },
  });
  const id = text(fields.id);
  if (!id) return broken('noId', 'id');
  const [ruleCode, ruleName] = [text(fields.ruleCode), text(fields.ruleName)];
  if (!ruleCode && !ruleName) return broken('noRule', 'ruleCode', { id });
  const [codes, counterCodes] = [list(fields.codes), list(fields.counterCodes)];
  if (!codes) return broken('badCodes', 'codes', { id });
  if (!counterCodes) return broken('badCodes', 'counterCodes', { id });
  if (codes.length === 0) return broken('noCodes', 'codes', { id, subject: text(fields.subject)?.slice(0, 40) ?? '' });
  const params = paramsOf(fields.params);
  if (params === undefined) return broken('badParams', 'params', { id, text: String(fields.params).slice(0, 40) });
  const days: Record<string, number | null> = {};
  for (const column of ['publishedOn', 'validFrom', 'validTo']) {
    const written = text(fields[column]);
    const day = written === null ? null : parseDay(written.replace(/[年月]/g, '-').replace(/日|[ T]00:00(?::00)?$/g, ''));
    if (day === undefined) return broken('badDate', column, { id, text: written });
    days[column] = day;
  }
  const { publishedOn = null, validFrom = null, validTo = null } = days;
  if (validFrom !== null && validTo !== null && validTo < validFrom) return broken('datesReversed', 'validTo', { id });
  const point: KnowledgePoint = {
    id,
    ruleCode,
    ruleName,
    codes,
    counterCodes,
    subject: text(fields.subject),
    constraint: text(fields.constraint),
    logic: text(fields.logic),
    params,
    basis: text(fields.basis),
    batch: text(fields.batch),
    publishedOn,
    validFrom,
    validTo,
    supersedes: text(fields.supersedes),
  };
  return { ok: true, point };
}

/** An object or its JSON text; null where there is none; undefined where it is neither. */
function paramsOf(value: unknown): Record<string, unknown> | null | undefined {
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) return null;
  if (isRecord(value)) return value;
  if (typeof value !== 'string') return undefined;
  try {
    const parsed: unknown = JSON.parse(value);
    return parsed === null ? null : isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
