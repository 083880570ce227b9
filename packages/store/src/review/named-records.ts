// Published numbers, and the totals of the encounter, beside records of any table but the lines themselves.
import { dimensionTables, madeTables, referenceTables } from '@hengjian/domain';
import type { Schema } from '@hengjian/language';

/** Under which names the dimensions stand on the connection; `practitioner` only where rules may ask for a practitioner's number. */
export interface DimensionNames {
  person: string;
  provider: string;
  item: string;
  practitioner?: string;
}

/** SELECT of the rows of `relation`, records of `table`, with the numbers by which evidence names them. Registers stay as they are. */
export function namedRecords(relation: string, table: string, schema: Schema, names: DimensionNames): string {
  if (table in dimensionTables || table in referenceTables || table in madeTables) return `SELECT * FROM ${relation}`;
  const columns = schema.tables[table]?.columns ?? {};
  const added = ['p.personNo', 'v.providerNo'];
  const joins = [`LEFT JOIN ${names.person} p ON p.person = b.person`, `LEFT JOIN ${names.provider} v ON v.provider = b.provider`];
  // lines and encounters carry their own numbers
  const [isLine, isEncounter] = ['line' in columns, 'settlementNos' in columns];
  const other = !isLine && !isEncounter;
  const encounter = 'LEFT JOIN encounter e ON e.encounter = b.encounter';
  if (other) {
    added.push(
      'e.encounterNo AS encounterNo',
      'e.settlementNos AS settlementNos',
      'e.totalFen AS encounterTotalFen',
      'e.inScopeFen AS encounterInScopeFen',
      'e.fundFen AS encounterFundFen',
    );
    joins.push(encounter);
  }
  if (isLine) {
    added.push('i.code AS itemCode', 's.settlementNo AS settlementNo');
    joins.push(`LEFT JOIN ${names.item} i ON i.item = b.item`, 'LEFT JOIN settlement s ON s.settlement = b.settlement');
  }
  if (names.practitioner) {
    const own = 'practitioner' in columns;
    if (!own && !other) joins.push(encounter);
    added.push('d.practitionerNo');
    joins.push(`LEFT JOIN ${names.practitioner} d ON d.practitioner = ${own ? 'b' : 'e'}.practitioner`);
  }
  const exclude = other && 'encounterNo' in columns ? ' EXCLUDE (encounterNo)' : '';
  return `SELECT b.*${exclude}, ${added.join(', ')} FROM ${relation} b ${joins.join(' ')}`;
}
