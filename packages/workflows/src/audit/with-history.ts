/** A request beside what is known of its people: encounters that the message does not bring itself. */
import type { Row, Tables } from '@hengjian/language';
import type { RequestRecords } from './request-records.ts';

/** Facts of the person that a feed may not know of its encounters. */
const ofPerson = ['sex', 'birthDay'] as const;

/**
 * The message tells an encounter whole (its earlier orders stand beside the current ones), so of an encounter that it speaks of the
 * history adds nothing: the same charge under another number would count twice.
 */
export function withHistory(records: RequestRecords, history: Tables | undefined): RequestRecords {
  const encounters = history?.encounter ?? [];
  if (!history || encounters.length === 0) return records;
  const told = new Set((records.tables.encounter ?? []).map(({ encounterNo }) => encounterNo));
  const [own] = records.tables.encounter ?? [];
  const lacking = (row: Row) => ofPerson.some((column) => row[column] === null && own?.[column] !== null && own?.[column] !== undefined);
  const filled = (row: Row): Row =>
    lacking(row) ? { ...row, sex: row.sex ?? own?.sex ?? null, birthDay: row.birthDay ?? own?.birthDay ?? null } : row;
  const tables: { [table: string]: readonly Row[] } = {};
  for (const [table, rows] of Object.entries(records.tables)) {
    const more = (history[table] ?? []).filter(({ encounterNo }) => !told.has(encounterNo ?? null));
    tables[table] = more.length === 0 ? rows : [...rows, ...more.map(filled)];
  }
  return { ...records, tables };
}

/** The day from which history is read: so many days before the earliest order of the encounter in hand. */
export function historyFrom({ tables, encounterNo }: RequestRecords, days: number): number {
  const own = (tables.line ?? []).flatMap((line) => (line.encounterNo === encounterNo && typeof line.day === 'number' ? [line.day] : []));
  return own.length === 0 ? 0 : Math.min(...own) - days;
}
