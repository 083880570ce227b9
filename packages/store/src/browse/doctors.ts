// Who treated: the practitioner of each encounter, from the lake.
import { literal } from '../lake/duck.ts';
import type { LakeConnection } from '../lake/lake.ts';

/** Published practitioner number by encounter; encounters without one are left out. */
export async function doctorsOf(connection: LakeConnection, encounterNos: readonly string[]): Promise<Map<string, string>> {
  if (encounterNos.length === 0) return new Map();
  const rows = await connection.rows(
    `SELECT e.encounterNo AS encounterNo, p.practitionerNo AS practitionerNo FROM encounter e JOIN practitioner p USING (practitioner)
     WHERE e.encounterNo IN (${encounterNos.map(literal).join(', ')})`,
  );
  return new Map(rows.map((row) => [String(row.encounterNo), String(row.practitionerNo)]));
}
