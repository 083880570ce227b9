// Encounters of the lake as a history keeps them: as they were sent, one row an encounter, written by DuckDB.
import { OPEN_DAY } from '@hengjian/domain';
import type { chargeFacts, encounterFacts } from '@hengjian/workflows';
import { fileList } from '../lake/duck.ts';
import type { LakeConnection, LakeSnapshot } from '../lake/lake.ts';
import type { HistoryRow } from './history-file.ts';

/** In the order of `encounterFacts`; `satisfies` keeps the two lists one. */
const encounterSql = {
  providerNo: 'v."providerNo"',
  sex: 'e.sex',
  birthDay: 'e."birthDay"',
  setting: 'e.setting',
  insurance: 'e.insurance',
  level: 'e.level',
  providerKind: 'e."providerKind"',
  begunAt: 'e."begunAt"',
  endedAt: 'e."endedAt"',
  maternity: 'e.maternity',
  internet: 'e.internet',
  outOfArea: 'e."outOfArea"',
  practitionerNo: 'x."practitionerNo"',
  department: 'e.department',
  bed: 'e.bed',
  dischargeWay: 'e."dischargeWay"',
  medicalKind: 'e."medicalKind"',
  diseaseCode: 'e."diseaseCode"',
  mainDiagnosis: 'e."mainDiagnosis"',
} satisfies Record<(typeof encounterFacts)[number], string>;

const chargeSql = {
  lineNo: 'l."lineNo"',
  batchNo: 'NULL',
  settlementNo: 's."settlementNo"',
  refundOf: 'l."refundOfLineNo"',
  itemCode: 'i.code',
  itemKind: 'l.kind',
  feeCategory: 'l."feeCategory"',
  practitionerNo: 'x."practitionerNo"',
  department: 'l.department',
  prescriptionNo: 'l."prescriptionNo"',
  occurredAt: 'l."occurredAt"',
  supplyDays: 'l."supplyDays"',
  singleDose: 'l."singleDose"',
  frequency: 'l.frequency',
  quantity: 'l."originalQuantity"',
  unitPrice: 'l."unitPrice"',
  amountFen: 'l."originalAmountFen"',
  inScopeFen: 'l."originalInScopeFen"',
  fundFen: 'l."fundFen"',
} satisfies Record<(typeof chargeFacts)[number], string>;

const list = (parts: readonly string[]) => `CAST(json_array(${parts.join(', ')}) AS VARCHAR)`;
const lists = (row: string, order: string, filter = '') => `'[' || string_agg(${row}, ',' ORDER BY ${order}) ${filter} || ']'`;

const statement = (only: string, from: number) => `
  WITH l AS (SELECT l.encounter, max(l."occurredAt") AS last,
      ${lists(list(Object.values(chargeSql)), 'l."occurredAt", l."lineNo"')} AS rows
    FROM original_line l LEFT JOIN original_settlement s ON s.settlement = l.settlement LEFT JOIN item i ON i.item = l.item
      LEFT JOIN practitioner x ON x.practitioner = l.practitioner ${only.replaceAll('?', 'l')} GROUP BY l.encounter),
  d AS (SELECT g.encounter, ${lists(list(['g.code', 'g.main', 'g.kind', 'g.serial']), 'g.serial')} AS rows FROM original_diagnosis g ${only.replaceAll('?', 'g')} GROUP BY g.encounter),
  o AS (SELECT g.encounter, ${lists(list(['g.code', 'g.main', 'g."occurredAt"', 'g.surgeon', 'g.anaesthetist']), 'g.serial')} AS rows
    FROM original_operation g ${only.replaceAll('?', 'g')} GROUP BY g.encounter),
  s AS (SELECT g.encounter, ${lists(list(['g."settlementNo"', 'g."settledAt"', 'g."totalFen"', 'g."fundFen"']), 'g."settledAt", g."settlementNo"')} AS rows,
      ${lists('CAST(to_json(g."settlementNo") AS VARCHAR)', 'g."settlementNo"', 'FILTER (g."setAside" IS NOT NULL)')} AS undone
    FROM original_settlement g ${only.replaceAll('?', 'g')} GROUP BY g.encounter)
  SELECT * FROM (SELECT p."personNo", e."encounterNo", CAST(coalesce(greatest(l.last, e."begunAt", e."endedAt") // 86400, ${OPEN_DAY}) AS INTEGER) AS "lastDay",
    '{"e":' || ${list(Object.values(encounterSql))} || ',"d":' || coalesce(d.rows, '[]') || ',"o":' || coalesce(o.rows, '[]') ||
      ',"l":' || coalesce(l.rows, '[]') || ',"s":' || coalesce(s.rows, '[]') || ',"r":' || coalesce(s.undone, '[]') || '}' AS content
  FROM original_encounter e JOIN person p ON p.person = e.person LEFT JOIN provider v ON v.provider = e.provider
    LEFT JOIN practitioner x ON x.practitioner = e.practitioner
    LEFT JOIN l ON l.encounter = e.encounter LEFT JOIN d ON d.encounter = e.encounter LEFT JOIN o ON o.encounter = e.encounter
    LEFT JOIN s ON s.encounter = e.encounter ${only.replaceAll('?', 'e')}) WHERE "lastDay" >= ${from} ORDER BY "personNo", "encounterNo"`;

/** About how many lines are put together at once: as texts with their order they take some 3 KB each. */
const LINES_AT_ONCE = 100_000;

/**
 * Rows in pieces, bucket by bucket and within it by people, whose records stand together. `changed`: only encounters that these files
 * list. `from`: only what went on on or after that day.
 */
export async function* lakeEncounters(
  snapshot: LakeSnapshot,
  duck: LakeConnection,
  from: number,
  changed?: readonly string[],
  linesAtOnce = LINES_AT_ONCE,
): AsyncGenerator<HistoryRow[]> {
  const only = changed
    ? `SEMI JOIN (SELECT DISTINCT encounter FROM read_parquet(${fileList(changed)})) c ON c.encounter = ?.encounter`
    : '';
  const [people] = await duck.rows<{ last: number | null }>('SELECT max(person) AS last FROM person');
  const parts = Math.max(1, Math.ceil(snapshot.rowCount('line') / snapshot.buckets / linesAtOnce));
  const width = Math.ceil(((people?.last ?? 0) + 1) / parts);
  for (let bucket = 0; bucket < snapshot.buckets; bucket++) {
    await duck.useBucket(bucket);
    for (let part = 0; part < parts; part++) {
      const own = `WHERE ?.person BETWEEN ${part * width} AND ${(part + 1) * width - 1}`;
      const stream = await duck.connection.stream(statement(`${only} ${own}`, from));
      for await (const rows of stream.yieldRowObjectJson()) yield rows as unknown as HistoryRow[];
    }
  }
}
