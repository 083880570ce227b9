// Everything the lake holds of one insured person, from the one bucket that the person's records lie in.
import type { Insurance, Setting } from '@hengjian/domain';
import type { Kysely } from 'kysely';
import { literal } from '../lake/duck.ts';
import type { LakeConnection, LakeSnapshot } from '../lake/lake.ts';
import type { Database } from '../records/database.ts';

export interface PersonFacts {
  personNo: string;
  sex: number | null;
  birthDay: number | null;
  insurance: string | null;
  personType: string | null;
  area: string | null;
  address: string | null;
}
export interface PersonVisit {
  encounterNo: string;
  providerNo: string;
  providerName: string | null;
  setting: Setting | null;
  department: string | null;
  mainDiagnosis: string | null;
  diseaseCode: string | null;
  begunDay: number | null;
  endedDay: number | null;
  settledDay: number | null;
  totalFen: number | null;
}
export interface PersonSettlement {
  settlementNo: string;
  encounterNo: string;
  settledDay: number;
  settledAt: number | null;
  insurance: Insurance | null;
  setting: Setting | null;
  level: number | null;
  outOfArea: boolean | null;
  totalFen: number | null;
  inScopeFen: number | null;
  fundFen: number | null;
  poolFen: number | null;
  accountFen: number | null;
  aidFen: number | null;
  cashFen: number | null;
}
export interface PersonLine {
  encounterNo: string;
  lineNo: string;
  itemCode: string;
  kind: string | null;
  day: number | null;
  quantity: number | null;
  amountFen: number | null;
  supplyDays: number | null;
  setting: Setting | null;
}
export interface PersonBenefit {
  insurance: string | null;
  state: string | null;
  validFrom: number | null;
  validTo: number | null;
}
export interface PersonApproval {
  diseaseCode: string;
  validFrom: number | null;
  validTo: number | null;
  quotaFen: number | null;
}
export interface PersonRecord {
  person: PersonFacts;
  /** Newest first. */
  visits: PersonVisit[];
  /** In the order of their moments. */
  settlements: PersonSettlement[];
  lines: PersonLine[];
  benefits: PersonBenefit[];
  /** Of chronic diseases, by disease. */
  approvals: PersonApproval[];
}

/** Is there such a person in the claims? */
export const knowsPerson = async (lake: LakeConnection, personNo: string): Promise<boolean> =>
  (await lake.rows(`SELECT 1 FROM person WHERE "personNo" = ${literal(personNo)}`)).length > 0;

/** Names of the institutions that a person was at (their numbers where nobody named them), by the number of the encounter. */
export async function housesOfPerson(lake: LakeConnection, snapshot: LakeSnapshot, personNo: string): Promise<ReadonlyMap<string, string>> {
  const [found] = await lake.rows<{ person: number }>(`SELECT person FROM person WHERE "personNo" = ${literal(personNo)}`);
  if (!found) return new Map();
  await lake.useBucket(snapshot.bucketOf(found.person), 'net');
  try {
    const rows = await lake.rows<{ encounterNo: string; house: string }>(
      `SELECT e."encounterNo", coalesce(v.name, v."providerNo") AS house
       FROM encounter e JOIN provider v ON v.provider = e.provider WHERE e.person = ${found.person}`,
    );
    return new Map(rows.map(({ encounterNo, house }) => [encounterNo, house]));
  } finally {
    await lake.useBucket(undefined);
  }
}

/** Net records: what was reversed or given back in whole does not stand there. undefined: nobody of this number is known. */
export async function personRecord(lake: LakeConnection, snapshot: LakeSnapshot, personNo: string): Promise<PersonRecord | undefined> {
  if (snapshot.version === 0) return undefined;
  const [found] = await lake.rows<PersonFacts & { person: number }>(
    `SELECT person, "personNo", sex, "birthDay", insurance, "personType", area, address FROM person WHERE "personNo" = ${literal(personNo)}`,
  );
  if (!found) return undefined;
  const { person: id, ...person } = found;
  await lake.useBucket(snapshot.bucketOf(id), 'net');
  try {
    const visits = await lake.rows<PersonVisit & Record<string, never>>(`
      SELECT e."encounterNo", v."providerNo", v.name AS "providerName", e.setting, e.department, e."mainDiagnosis", e."diseaseCode", e."begunDay",
        e."endedDay", e."settledDay", e."totalFen"
      FROM encounter e JOIN provider v ON v.provider = e.provider WHERE e.person = ${id} ORDER BY e."begunAt" DESC, e."encounterNo"`);
    const settlements = await lake.rows<PersonSettlement & Record<string, never>>(`
      SELECT "settlementNo", "encounterNo", "settledDay", "settledAt", insurance, setting, level, "outOfArea", "totalFen", "inScopeFen", "fundFen", "poolFen",
        "accountFen", "aidFen", "cashFen" FROM settlement WHERE person = ${id} AND "settledDay" IS NOT NULL ORDER BY "settledAt", "settlementNo"`);
    const lines = await lake.rows<PersonLine & Record<string, never>>(`
      SELECT l."encounterNo", l."lineNo", i.code AS "itemCode", l.kind, l.day, l.quantity, l."amountFen", l."supplyDays", l.setting
      FROM line l JOIN item i ON i.item = l.item WHERE l.person = ${id} ORDER BY l."occurredAt", l."encounterNo", l."lineNo"`);
    const benefits = await lake.rows<PersonBenefit & Record<string, never>>(
      `SELECT insurance, state, "validFrom", "validTo" FROM benefit WHERE person = ${id} ORDER BY "validFrom"`,
    );
    const approvals = await lake.rows<PersonApproval & Record<string, never>>(
      `SELECT "diseaseCode", "validFrom", "validTo", "quotaFen" FROM "chronicApproval" WHERE person = ${id} AND "diseaseCode" IS NOT NULL
       ORDER BY "diseaseCode", "validFrom"`,
    );
    return { person, visits, settlements, lines, benefits, approvals };
  } finally {
    await lake.useBucket(undefined);
  }
}

export interface NotMe {
  encounterNo: string;
  clueId: string;
  state: string;
  openedOn: number;
  closedOn: number | null;
}

/** Visits that their person disowned, and how far the clue has come. */
export async function disownedVisits(db: Kysely<Database>, encounterNos: readonly string[]): Promise<NotMe[]> {
  if (encounterNos.length === 0) return [];
  const rows = await db
    .selectFrom('clue')
    .select(['sourceRef', 'matterId', 'state', 'openedOn', 'closedOn'])
    .where('source', '=', 'person')
    .where('sourceRef', 'in', [...encounterNos])
    .execute();
  return rows.map(({ sourceRef, matterId, ...row }) => ({ encounterNo: sourceRef ?? '', clueId: matterId, ...row }));
}
