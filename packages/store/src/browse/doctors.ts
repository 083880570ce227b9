// Who treated: the practitioner of each encounter, from the lake.
import type { PractitionerKind, RegisteredPractitioner } from '@hengjian/domain';
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

/** `pracr_type` of the extract. */
const kindOfCode: Readonly<Record<string, PractitionerKind>> = { 1: 'doctor', 2: 'nurse', 3: 'pharmacist', 4: 'technician' };

/** `profttl` of the extract (GB/T 8561, 专业技术职务代码). */
const titleOfCode: Readonly<Record<string, string>> = {
  231: '主任医师',
  232: '副主任医师',
  233: '主治医师',
  234: '医师',
  235: '医士',
  241: '主任药师',
  242: '副主任药师',
  243: '主管药师',
  244: '药师',
  245: '药士',
};

/** The imported roster as people to register; a person without a kind that is known counts as a doctor. */
export async function practitionerRoster(
  connection: LakeConnection,
): Promise<Omit<RegisteredPractitioner, 'registeredOn' | 'returnedOn'>[]> {
  const rows = await connection.rows<{ no: string; name: string | null; kind: string | null; title: string | null; provider: string }>(
    `SELECT p."practitionerNo" AS no, p.name, p.kind, p.title, v."providerNo" AS provider FROM practitioner p JOIN provider v USING (provider)
     WHERE p.name IS NOT NULL ORDER BY no`,
  );
  return rows.map(({ no, name, kind, title, provider }) => ({
    practitionerNo: no,
    name: name ?? no,
    kind: kindOfCode[kind ?? ''] ?? 'doctor',
    title: titleOfCode[title ?? ''] ?? title,
    providerNos: [provider],
    committedOn: null,
  }));
}
