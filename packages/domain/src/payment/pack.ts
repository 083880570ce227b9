/** A DRG grouping pack from its tables: nine files or sheets with a header row each, as the published schemes are passed on. */
import type { Issue, Outcome } from '../issue.ts';
import { type DrgPack, unreadableRules } from './drg-grouper.ts';

/** Table → columns that must be there. */
export const packTables = {
  mdc: ['order', 'mdc', 'name', 'rule'],
  mdc_dx: ['mdc', 'site', 'dx'],
  adrg: ['mdc', 'order', 'adrg', 'name', 'rule'],
  adrg_codes: ['adrg', 'list', 'code'],
  drg: ['adrg', 'order', 'drg', 'name', 'condition'],
  mcc: ['dx', 'exclusion_table'],
  cc: ['dx', 'exclusion_table'],
  exclusion: ['principal_dx', 'exclusion_table'],
  op_valid: ['procedure'],
} as const;
export type PackTable = keyof typeof packTables;
/** Rows of text, the first of them the head. */
export type PackRows = Readonly<Partial<Record<PackTable, readonly (readonly string[])[]>>>;

/** Refusals: `payment.pack-missing`, `payment.pack-table`, `payment.pack-rule`; each with its table. */
export function packOf(head: Pick<DrgPack, 'packId' | 'title' | 'source'>, given: PackRows): Outcome<DrgPack> {
  const issues: Issue[] = [];
  const read = (table: PackTable): Record<string, string>[] => {
    const rows = given[table];
    if (!rows || rows.length === 0) {
      issues.push({ code: 'payment.pack-missing', severity: 'error', table, facts: { table } });
      return [];
    }
    const names = (rows[0] ?? []).map((name) => name.trim());
    const missing = packTables[table].filter((column) => !names.includes(column));
    for (const column of missing) issues.push({ code: 'payment.pack-table', severity: 'error', table, facts: { table, column } });
    if (missing.length > 0) return [];
    return rows
      .slice(1)
      .filter((cells) => cells.some((cell) => cell.trim() !== ''))
      .map((cells) => Object.fromEntries(names.map((name, i) => [name, (cells[i] ?? '').trim()])));
  };
  const ordered = (rows: Record<string, string>[]) => [...rows].sort((a, b) => Number(a.order) - Number(b.order));
  const pairs = (table: 'mcc' | 'cc' | 'exclusion', key: string) =>
    read(table).map((row): [string, string] => [row[key] ?? '', row.exclusion_table ?? '']);
  const pack: DrgPack = {
    ...head,
    categories: ordered(read('mdc')).map(({ mdc = '', name = '', rule = '' }) => ({ code: mdc, name, rule })),
    categoryDiagnoses: read('mdc_dx').map(({ mdc = '', site = '', dx = '' }) => ({ category: mdc, site, code: dx })),
    adjacent: ordered(read('adrg')).map(({ mdc = '', adrg = '', name = '', rule = '' }) => ({ category: mdc, code: adrg, name, rule })),
    adjacentCodes: read('adrg_codes').map(({ adrg = '', list = '', code = '' }) => ({ adjacent: adrg, list, code })),
    groups: ordered(read('drg')).map(({ adrg = '', drg = '', name = '', condition = '' }) => ({
      adjacent: adrg,
      code: drg,
      name,
      rule: condition,
    })),
    mcc: pairs('mcc', 'dx'),
    cc: pairs('cc', 'dx'),
    exclusions: pairs('exclusion', 'principal_dx'),
    operations: read('op_valid').map(({ procedure = '' }) => procedure),
  };
  for (const { code, rule, fault } of unreadableRules(pack))
    issues.push({ code: 'payment.pack-rule', severity: 'error', facts: { code, rule, fault } });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: pack, issues };
}
