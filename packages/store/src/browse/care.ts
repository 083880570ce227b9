// The care behind a finding, from the claims lake: encounters with their lines, diagnoses, operations and settlements.
import { literal } from '../lake/duck.ts';
import type { LakeConnection, LakeSnapshot } from '../lake/lake.ts';

export interface CareEncounter {
  encounterNo: string;
  personNo: string;
  sex: number | null;
  birthDay: number | null;
  deathDay: number | null;
  providerNo: string;
  providerName: string | null;
  level: number | null;
  providerKind: string | null;
  /** Who treated; null: the claim does not tell. */
  practitionerNo: string | null;
  setting: string | null;
  insurance: string | null;
  begunAt: number | null;
  endedAt: number | null;
  department: string | null;
  bed: string | null;
  mainDiagnosis: string | null;
  totalFen: number | null;
  fundFen: number | null;
}
/** A charge item as it came (`original…`) and as rules see it (net of refunds and reversals). */
export interface CareLine {
  encounterNo: string;
  lineNo: string;
  settlementNo: string | null;
  itemCode: string;
  occurredAt: number | null;
  kind: string | null;
  quantity: number | null;
  unitPrice: number | null;
  amountFen: number | null;
  fundFen: number | null;
  originalQuantity: number | null;
  originalAmountFen: number | null;
  supplyDays: number | null;
  prescriptionNo: string | null;
  /** Why the line takes no part (reversed, refunded to nothing); null: it does. */
  setAside: string | null;
}
export interface CareDiagnosis {
  encounterNo: string;
  code: string;
  main: boolean | null;
}
export interface CareOperation {
  encounterNo: string;
  code: string;
  main: boolean | null;
  occurredAt: number | null;
  finishedAt: number | null;
}
export interface CareSettlement {
  encounterNo: string;
  settlementNo: string;
  settledAt: number | null;
  totalFen: number | null;
  fundFen: number | null;
  cashFen: number | null;
  setAside: string | null;
}
/** Another encounter of the same person near the ones in question. */
export type NearEncounter = Pick<
  CareEncounter,
  'encounterNo' | 'providerNo' | 'providerName' | 'setting' | 'begunAt' | 'endedAt' | 'mainDiagnosis' | 'totalFen' | 'fundFen'
>;
/** The same item charged to the same person in another encounter. */
export type OtherCharge = Pick<CareLine, 'encounterNo' | 'lineNo' | 'itemCode' | 'occurredAt' | 'quantity' | 'amountFen'> & {
  providerName: string | null;
  setting: string | null;
};
export interface Care {
  encounters: CareEncounter[];
  lines: CareLine[];
  diagnoses: CareDiagnosis[];
  operations: CareOperation[];
  settlements: CareSettlement[];
  /** There were more lines than the limit. */
  cut: boolean;
  near: NearEncounter[];
  otherCharges: OtherCharge[];
}

export interface CareAsked {
  personNos: readonly string[];
  encounterNos: readonly string[];
  /** Items whose other charges are wanted. */
  itemCodes: readonly string[];
  /** Institutions whose care may be seen; null: all. */
  scope: readonly string[] | null;
}

const LINE_LIMIT = 4000;
/** Context, not a listing: the nearest ones are enough. */
const CONTEXT_LIMIT = 60;
const SECONDS_BEFORE = 60 * 86_400;
const SECONDS_AFTER = 30 * 86_400;

/** The encounters of these people; people and encounters are few (those of one finding). Reads the people's buckets only. */
export async function careOf(
  lake: LakeConnection,
  snapshot: LakeSnapshot,
  { personNos, encounterNos, itemCodes, scope }: CareAsked,
): Promise<Care> {
  const care: Care = {
    encounters: [],
    lines: [],
    diagnoses: [],
    operations: [],
    settlements: [],
    cut: false,
    near: [],
    otherCharges: [],
  };
  if (snapshot.version === 0 || personNos.length === 0 || encounterNos.length === 0) return care;
  const list = (values: readonly string[]) => values.map(literal).join(', ');
  if (scope?.length === 0) return care;
  const seen = scope ? `AND v."providerNo" IN (${list(scope)})` : '';
  const people = await lake.rows<{ person: number }>(`SELECT person FROM person WHERE "personNo" IN (${list(personNos)})`);
  const buckets = new Set(people.map(({ person }) => snapshot.bucketOf(person)));
  for (const bucket of buckets) {
    await lake.useBucket(bucket);
    await readBucket(lake, list(encounterNos), seen, care);
    await readContext(
      lake,
      people.filter(({ person }) => snapshot.bucketOf(person) === bucket),
      list(encounterNos),
      list(itemCodes),
      seen,
      care,
    );
  }
  await lake.useBucket(undefined);
  return care;
}

async function readBucket(lake: LakeConnection, encounterNos: string, seen: string, care: Care): Promise<void> {
  const encounters = await lake.rows<CareEncounter & { encounter: number }>(`
    SELECT e.encounter, e."encounterNo", p."personNo", e.sex, e."birthDay", e."deathDay", v."providerNo", v.name AS "providerName", e.level,
      e."providerKind", d."practitionerNo", e.setting, e.insurance, e."begunAt", e."endedAt", e.department, e.bed, e."mainDiagnosis", e."totalFen", e."fundFen"
    FROM original_encounter e JOIN person p ON p.person = e.person JOIN provider v ON v.provider = e.provider
    LEFT JOIN practitioner d ON d.practitioner = e.practitioner
    WHERE e."encounterNo" IN (${encounterNos}) ${seen} ORDER BY e."begunAt", e."encounterNo"`);
  if (encounters.length === 0) return;
  const numbers = new Map(encounters.map(({ encounter, encounterNo }) => [encounter, encounterNo]));
  const ids = [...numbers.keys()].join(', ');
  const lines = await lake.rows<CareLine>(`
    SELECT l."encounterNo", l."lineNo", s."settlementNo", i.code AS "itemCode", l."occurredAt", l.kind, l.quantity, l."unitPrice", l."amountFen",
      l."fundFen", l."originalQuantity", l."originalAmountFen", l."supplyDays", l."prescriptionNo", l."setAside"
    FROM original_line l JOIN item i USING (item) LEFT JOIN original_settlement s ON s.settlement = l.settlement WHERE l.encounter IN (${ids})
    ORDER BY l."occurredAt", l."encounterNo", l."lineNo" LIMIT ${LINE_LIMIT + 1}`);
  const named = async <T>(sql: string): Promise<(T & { encounterNo: string })[]> =>
    (await lake.rows<T & { encounter: number }>(sql)).map(({ encounter, ...row }) => ({
      ...(row as unknown as T),
      encounterNo: numbers.get(encounter) as string,
    }));
  care.encounters.push(...encounters.map(({ encounter: _, ...row }) => row));
  care.lines.push(...lines.slice(0, LINE_LIMIT));
  care.cut ||= lines.length > LINE_LIMIT;
  care.diagnoses.push(
    ...(await named<CareDiagnosis>(
      `SELECT encounter, code, main FROM diagnosis WHERE encounter IN (${ids}) ORDER BY main DESC, serial, code`,
    )),
  );
  care.operations.push(
    ...(await named<CareOperation>(
      `SELECT encounter, code, main, "occurredAt", "finishedAt" FROM operation WHERE encounter IN (${ids}) ORDER BY "occurredAt", serial`,
    )),
  );
  care.settlements.push(
    ...(await named<CareSettlement>(`SELECT encounter, "settlementNo", "settledAt", "totalFen", "fundFen", "cashFen", "setAside"
      FROM original_settlement WHERE encounter IN (${ids}) ORDER BY "settledAt", "settlementNo"`)),
  );
}

/** What else happened to these people: encounters shortly before and after, and the same items charged elsewhere. */
async function readContext(
  lake: LakeConnection,
  people: readonly { person: number }[],
  encounterNos: string,
  itemCodes: string,
  seen: string,
  care: Care,
): Promise<void> {
  const ids = people.map(({ person }) => person).join(', ');
  care.near.push(
    ...(await lake.rows<NearEncounter>(`
      WITH own AS (SELECT min("begunAt") - ${SECONDS_BEFORE} AS first, max("begunAt") + ${SECONDS_AFTER} AS last
        FROM encounter WHERE person IN (${ids}) AND "encounterNo" IN (${encounterNos}))
      SELECT e."encounterNo", v."providerNo", v.name AS "providerName", e.setting, e."begunAt", e."endedAt", e."mainDiagnosis", e."totalFen", e."fundFen"
      FROM encounter e JOIN provider v USING (provider), own
      WHERE e.person IN (${ids}) AND e."encounterNo" NOT IN (${encounterNos}) AND e."begunAt" BETWEEN own.first AND own.last ${seen}
      ORDER BY e."begunAt", e."encounterNo" LIMIT ${CONTEXT_LIMIT}`)),
  );
  if (itemCodes === '') return;
  care.otherCharges.push(
    ...(await lake.rows<OtherCharge>(`
      SELECT l."encounterNo", l."lineNo", i.code AS "itemCode", l."occurredAt", l.quantity, l."amountFen", v.name AS "providerName", l.setting
      FROM line l JOIN item i USING (item) JOIN provider v USING (provider)
      WHERE l.person IN (${ids}) AND i.code IN (${itemCodes}) AND l."encounterNo" NOT IN (${encounterNos}) ${seen}
      ORDER BY l."occurredAt" DESC, l."encounterNo", l."lineNo" LIMIT ${CONTEXT_LIMIT}`)),
  );
}

export interface ProviderShown {
  providerNo: string;
  name: string | null;
  kind: string | null;
  level: number | null;
}

/** Every institution, by number. */
export const providersOf = (lake: LakeConnection): Promise<ProviderShown[]> =>
  lake.rows<ProviderShown>(`SELECT "providerNo", name, kind, level FROM provider ORDER BY "providerNo"`);

export interface FundMonth {
  month: string;
  settlements: number;
  totalFen: number;
  fundFen: number;
}

/** Settled money by month of settlement. */
export const fundByMonth = (lake: LakeConnection): Promise<FundMonth[]> =>
  lake.rows<FundMonth>(`
    SELECT strftime(DATE '1970-01-01' + CAST("settledDay" AS INTEGER), '%Y-%m') AS month, count(*) AS settlements,
      CAST(sum("totalFen") AS BIGINT) AS "totalFen", CAST(sum("fundFen") AS BIGINT) AS "fundFen"
    FROM settlement WHERE "settledDay" IS NOT NULL GROUP BY 1 ORDER BY 1`);
