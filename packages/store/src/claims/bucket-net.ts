// One bucket's originals become net rows with everything a review reads copied into them, and are written as Parquet.
import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { feeParts } from '@hengjian/catalog';
import { type LakeTable, lakeTables, OPEN_INSTANT, SECONDS_PER_DAY } from '@hengjian/domain';
import { literal, quoted } from '../lake/duck.ts';
import { layoutOf } from '../lake/file-columns.ts';
import { BUCKETS, bookkeeping, columnsOf, sourceColumns, sqlTypeOf } from '../lake/layout.ts';
import type { ImportContext } from './context.ts';
import { mapped, mappedOften } from './dictionaries.ts';
import { fundShares, lineNetting, lineValues } from './netting-sql.ts';

const dayOf = (instant: string) => `CAST(${instant} // ${SECONDS_PER_DAY} AS INTEGER)`;

/** Copied columns that come from the encounter (alias e) and its person and provider. */
const copied = [
  'sex',
  'birthDay',
  'deathDay',
  'setting',
  'insurance',
  'level',
  'providerKind',
  'begunAt',
  'endedAt',
  'maternity',
  'internet',
  'outOfArea',
];
const copies = (except: readonly string[] = []) =>
  copied
    .filter((c) => !except.includes(c))
    .map((c) => `e.${quoted(c)}`)
    .join(', ');

/** `n_encounter`: encounters with what their settlements, diagnoses and lines say. */
function encounterNetting(context: ImportContext): string {
  const { region } = context;
  const insurance = (code: string) =>
    `CAST(coalesce(${mapped('e."medicalKind"', region.insuranceByMedicalKind)}, ${mapped(code, region.insurance)}) AS VARCHAR)`;
  return `CREATE OR REPLACE TEMP TABLE n_encounter AS
  WITH live AS (SELECT * FROM n_settlement WHERE "setAside" IS NULL),
  counted AS (SELECT encounter, count(*) AS "all" FROM n_settlement GROUP BY encounter),
  -- Nearly every encounter has one settlement: only the others need an ordered list.
  several AS (SELECT encounter, string_agg("settlementNo", ';' ORDER BY "settlementNo") AS nos FROM live
    WHERE encounter IN (SELECT encounter FROM live GROUP BY encounter HAVING count(*) > 1) GROUP BY encounter),
  summed AS (
    SELECT encounter, count(*) AS live, min("settlementNo") AS no, max("settledAt") AS "settledAt",
      ${['totalFen', 'inScopeFen', 'fundFen'].map((c) => `CASE WHEN count(${quoted(c)}) = count(*) THEN CAST(sum(${quoted(c)}) AS BIGINT) END AS ${quoted(c)}`).join(', ')}
    FROM live GROUP BY encounter),
  paid AS (
    SELECT c.encounter, c."all", coalesce(s.live, 0) AS live, coalesce(v.nos, s.no) AS "settlementNos", s."settledAt", f."insuranceCode", f."medicalCode",
      s."totalFen", s."inScopeFen", s."fundFen"
    FROM counted c LEFT JOIN summed s USING (encounter) LEFT JOIN live f ON f.encounter = s.encounter AND f."settlementNo" = s.no LEFT JOIN several v ON v.encounter = s.encounter),
  dated AS (
    SELECT encounter, ${dayOf('"occurredAt"')} AS day, bool_and(coalesce(part = 'care', false)) AS idle, bool_and(known) AS known
    FROM (SELECT encounter, "occurredAt", "feeCategory" IS NOT NULL AS known, ${mappedOften('"feeCategory"', region.feePart)} AS part FROM v_line
      WHERE "setAside" IS NULL AND encounter IN (SELECT e.encounter FROM m_encounter e WHERE ${mapped('e."medicalKind"', region.setting)} = 'inpatient'))
    GROUP BY ALL),
  -- days in a row differ from their rank by the same number
  runs AS (SELECT encounter, idle, day - row_number() OVER (PARTITION BY encounter, idle ORDER BY day) AS run, known FROM dated),
  idled AS (
    SELECT encounter, CASE WHEN bool_and(known) THEN CAST(coalesce(max(days) FILTER (idle), 0) AS INTEGER) END AS "idleDays"
    FROM (SELECT encounter, idle, count(*) AS days, bool_and(known) AS known FROM runs GROUP BY encounter, idle, run) GROUP BY encounter),
  spent AS (
    SELECT encounter, ${feeParts.map((p) => `CASE WHEN bool_and(known) THEN CAST(coalesce(sum("amountFen") FILTER (part = ${literal(p)}), 0) AS BIGINT) END AS ${quoted(`${p}Fen`)}`).join(', ')}
    FROM (SELECT encounter, "amountFen", "feeCategory" IS NOT NULL AS known, ${mappedOften('"feeCategory"', region.feePart)} AS part FROM v_line WHERE "setAside" IS NULL) GROUP BY encounter),
  open AS (
    SELECT encounter, CAST(sum("amountFen") AS BIGINT) AS "amountFen", CASE WHEN count("inScopeFen") = count(*) THEN CAST(sum("inScopeFen") AS BIGINT) END AS "inScopeFen",
      max("occurredAt") AS "occurredAt"
    FROM v_line WHERE settlement IS NULL AND "setAside" IS NULL GROUP BY encounter),
  main AS (SELECT encounter, arg_min(code, (CASE WHEN kind = '2' THEN 0 ELSE 1 END, coalesce(serial, 2147483647), code)) AS code FROM m_diagnosis WHERE main GROUP BY encounter),
  known AS (SELECT m.* REPLACE (coalesce(m."medicalKind", s."medicalCode") AS "medicalKind"), s."all", s.live, s."settlementNos", s."settledAt", s."insuranceCode" AS "paidInsuranceCode",
      s."totalFen", s."inScopeFen", s."fundFen" FROM m_encounter m LEFT JOIN paid s USING (encounter))
  SELECT e.encounter, e."encounterNo", e.person, e.provider, e.practitioner, e."medicalKind", e."begunAt", e."endedAt", e."diseaseCode", e.department, e.bed,
    e."dischargeWay", e."statedStayDays", e."sentGroup", e."birthWeightGrams", i."idleDays", e."insuranceCode", e."outOfArea", e.maternity, e.internet, e."recordedIn",
    ${dayOf('e."begunAt"')} AS "begunDay", ${dayOf('e."endedAt"')} AS "endedDay",
    coalesce(${dayOf('e."settledAt"')}, ${dayOf('o."occurredAt"')}, ${dayOf('e."begunAt"')}) AS "settledDay", coalesce(e."settlementNos", '') AS "settlementNos", d.code AS "mainDiagnosis",
    coalesce(e."totalFen", o."amountFen") AS "totalFen", CASE WHEN e.live > 0 THEN e."inScopeFen" ELSE o."inScopeFen" END AS "inScopeFen", e."fundFen", ${feeParts.map((p) => `t.${quoted(`${p}Fen`)}`).join(', ')},
    p.address, p.sex, p."birthDay", p."deathDay", CAST(${mapped('e."medicalKind"', region.setting)} AS VARCHAR) AS setting,
    coalesce(${insurance('coalesce(e."paidInsuranceCode", e."insuranceCode")')}, p.insurance) AS insurance, v.level, v.kind AS "providerKind",
    CASE WHEN e."all" > 0 AND e.live = 0 AND o.encounter IS NULL THEN 'reversed' END AS "setAside"
  FROM known e LEFT JOIN open o USING (encounter) LEFT JOIN main d USING (encounter) LEFT JOIN spent t USING (encounter) LEFT JOIN idled i USING (encounter)
    JOIN dim_person p ON p.person = e.person JOIN dim_provider v ON v.provider = e.provider`;
}

/** SELECTs of every column of a table's file, from the bucket's tables. */
function fileRows(context: ImportContext): Record<LakeTable, string> {
  const { region } = context;
  return {
    encounter: 'SELECT * FROM n_encounter',
    settlement: `SELECT s.settlement, s."settlementNo", s.encounter, e."encounterNo", e.person, e.provider, s."settledAt", ${dayOf('s."settledAt"')} AS "settledDay",
      coalesce(s."medicalCode", e."medicalKind") AS "medicalKind", s."clearingWay", s."totalFen", s."inScopeFen", s."fundFen", s."poolFen", s."accountFen", s."aidFen", s."cashFen", a."linesFen",
      s."medicalCode", s."insuranceCode", s.reversed, s."reversalOf", s."setAside", s."recordedIn",
      CAST(coalesce(${mapped('coalesce(s."medicalCode", e."medicalKind")', region.setting)}, e.setting) AS VARCHAR) AS setting,
      CAST(coalesce(${mapped('coalesce(s."medicalCode", e."medicalKind")', region.insuranceByMedicalKind)}, ${mapped('s."insuranceCode"', region.insurance)}, e.insurance) AS VARCHAR) AS insurance,
      ${copies(['setting', 'insurance'])} FROM n_settlement s JOIN n_encounter e USING (encounter)
      LEFT JOIN (SELECT settlement, CAST(sum("originalAmountFen") AS BIGINT) AS "linesFen" FROM m_line GROUP BY settlement) a ON a.settlement = s.settlement`,
    diagnosis: `SELECT d.encounter, e.person, e.provider, d.code, d.main, d.kind, d.serial, e."settledDay", ${copies()}, e."setAside", d."recordedIn"
      FROM m_diagnosis d JOIN n_encounter e USING (encounter)`,
    operation: `SELECT o.encounter, e.person, e.provider, o.code, o.main, o."occurredAt", ${dayOf('o."occurredAt"')} AS day, least(o."finishedAt", ${OPEN_INSTANT}) AS "finishedAt",
      o.surgeon, o.anaesthetist, o.incision, e."mainDiagnosis", CAST(row_number() OVER (PARTITION BY o.encounter ORDER BY o."occurredAt", o.code) AS INTEGER) AS serial,
      e."settledDay", ${copies()}, e."setAside", o."recordedIn" FROM m_operation o JOIN n_encounter e USING (encounter)`,
    line: `SELECT l.line, l."lineNo", l.encounter, e."encounterNo", l.settlement, e.person, e.provider, l.item, l.practitioner, l."occurredAt", ${dayOf('l."occurredAt"')} AS day,
      coalesce(${dayOf('l."settledAt"')}, ${dayOf('l."occurredAt"')}) AS "settledDay", CAST(${mappedOften('l."listType"', region.itemKind)} AS VARCHAR) AS kind, l."feeCategory", l.department,
      l."prescriptionNo", l."supplyDays", l."uploadDelaySeconds", l.quantity, l."unitPrice", l."amountFen", l."inScopeFen", s."fundFen", l."originalQuantity", l."originalAmountFen",
      e."diseaseCode", ${copies()}, l."originalInScopeFen", l."refundOfLineNo", l."listType", l."singleDose", l.frequency, l."setAside", l."recordedIn"
      FROM v_line l JOIN n_encounter e USING (encounter) LEFT JOIN share s ON s.line = l.line`,
    // A code that came again on a refund of its encounter went back to the shelf.
    trace: `WITH l AS (SELECT * FROM v_line SEMI JOIN m_trace t USING (encounter, "lineNo")),
      back AS (SELECT t.encounter, t.code, max(l."occurredAt") AS "backAt" FROM m_trace t JOIN l USING (encounter, "lineNo")
        WHERE l."setAside" = 'refund' GROUP BY t.encounter, t.code)
      SELECT l.line, t."lineNo", t.encounter, e."encounterNo", l.settlement, t.code, t.split, l.item, l."occurredAt", ${dayOf('l."occurredAt"')} AS day,
        coalesce(${dayOf('l."settledAt"')}, ${dayOf('l."occurredAt"')}) AS "settledDay", CAST(${mappedOften('l."listType"', region.itemKind)} AS VARCHAR) AS kind,
        l.quantity, l."unitPrice", l."amountFen", s."fundFen", e.person, e.provider, ${copies()}, t."recordedIn",
        CASE WHEN l.line IS NULL THEN 'noLine' WHEN l."setAside" IS NOT NULL THEN l."setAside" WHEN l."occurredAt" <= b."backAt" THEN 'refunded' END AS "setAside"
      FROM m_trace t JOIN n_encounter e USING (encounter) LEFT JOIN l ON l.encounter = t.encounter AND l."lineNo" = t."lineNo"
        LEFT JOIN share s ON s.line = l.line LEFT JOIN back b ON b.encounter = t.encounter AND b.code = t.code`,
  };
}

/** Order of rows within a file, and the days that its manifest row names. */
const order: Record<LakeTable, { by: string; day?: string }> = {
  line: { by: 'person, day, line', day: 'settledDay' },
  encounter: { by: 'person, "begunDay", encounter' },
  settlement: { by: 'person, "settledDay", settlement' },
  diagnosis: { by: 'person, encounter, serial, code, kind' },
  operation: { by: 'person, day, encounter, serial' },
  trace: { by: 'person, encounter, "lineNo", code, settlement' },
};

/** Nets `m_…` of the bucket into temporary tables; its settlements are netted already (`n_settlement`). */
export async function netBucket(context: ImportContext): Promise<void> {
  const { duck, region } = context;
  for (const statement of [...lineNetting, ...lineValues]) await duck.run(statement);
  await duck.run(fundShares(region.casePaidClearingWays));
  await duck.run(encounterNetting(context));
}

/**
 * Writes net rows, rows set aside and superseded rows of the pass, and what could not be matched: the files of a bucket, or (null) a
 * delta of the touched encounters, which takes the place of what older files say of them.
 */
export async function writeBucket(context: ImportContext, bucket: number | null): Promise<void> {
  const { delta, version } = context;
  const rows = fileRows(context);
  const whole = (sql: string) =>
    delta ? `SELECT *, person % ${BUCKETS} AS bucket, ${version} AS layer FROM (${sql}) SEMI JOIN touched USING (encounter)` : sql;
  const first = delta ? 'bucket, ' : '';
  for (const table of Object.keys(lakeTables) as LakeTable[]) {
    const columns = [...columnsOf(table), ...sourceColumns[table], ...bookkeeping]
      .map(([name, type]) => `CAST(${quoted(name)} AS ${sqlTypeOf(name, type)}) AS ${quoted(name)}`)
      .join(', ');
    const { by, day } = order[table];
    const all = whole(`SELECT ${columns} FROM (${rows[table]})`);
    const [live, aside] = delta ? await replacedRows(context, table) : [0, 0];
    const more = { ...(day && { day }), replaces: !delta };
    await writeParquet(context, table, bucket, `FROM (${all}) WHERE "setAside" IS NULL ORDER BY ${first}${by}`, {
      ...more,
      replacedRows: live,
    });
    await writeParquet(context, `aside/${table}`, bucket, `FROM (${all}) WHERE "setAside" IS NOT NULL ORDER BY ${first}${by}`, {
      ...more,
      replacedRows: aside,
    });
    await writeSuperseded(context, table, bucket);
  }
  await writeParquet(
    context,
    'unmatched',
    bucket,
    whole(`SELECT 'refund' AS kind, o.line, v.settlement, v.encounter, e.person, o."over" AS quantity FROM leftover o JOIN v_line v USING (line) JOIN n_encounter e USING (encounter)
     UNION ALL SELECT 'reversal', NULL, s.settlement, s.encounter, e.person, NULL FROM n_settlement s JOIN n_encounter e USING (encounter) WHERE s."setAside" = 'reversal-unmatched'`),
    { replaces: !delta },
  );
  if (delta)
    await writeParquet(
      context,
      'replaced',
      null,
      `SELECT DISTINCT encounter, ${version} AS version FROM old_count SEMI JOIN touched USING (encounter) ORDER BY encounter`,
      { replaces: false },
    );
}

/** How many stored rows of a table, and of those set aside, belong to the touched encounters. */
async function replacedRows({ duck }: ImportContext, table: LakeTable): Promise<[number, number]> {
  const [row] = await duck.rows<{ live: number; aside: number }>(
    `SELECT coalesce(sum(n) FILTER (NOT aside), 0)::BIGINT AS live, coalesce(sum(n) FILTER (aside), 0)::BIGINT AS aside
       FROM old_count SEMI JOIN touched USING (encounter) WHERE tbl = ${literal(table)}`,
  );
  return [row?.live ?? 0, row?.aside ?? 0];
}

/** Former content of rows that this import changed: kept, never overwritten. */
async function writeSuperseded(context: ImportContext, table: string, bucket: number | null): Promise<void> {
  if (context.snapshot.version > 0) await writeParquet(context, `superseded/${table}`, bucket, `FROM x_${table}`, { replaces: false });
}

/**
 * Version 2 encodings and no dictionary for columns of many values: on a city's lines a quarter less to write, a third smaller, and a
 * quarter less to read than DuckDB's defaults.
 */
export const PARQUET = 'FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 1000, ROW_GROUP_SIZE 122880';

interface Writing {
  /** Column whose least and greatest value the manifest names. */
  day?: string;
  /** The former file of this kind and bucket goes. Standard: it does. */
  replaces?: boolean;
  replacedRows?: number;
  /** Name of the file, where kind and bucket do not make one of its own. */
  name?: string;
}

/** Writes a file of this import unless it would be empty and take nothing's place. */
export async function writeParquet(
  context: ImportContext,
  kind: string,
  bucket: number | null,
  rows: string,
  { day, replaces = true, replacedRows = 0, name = kind.replaceAll('/', '-') }: Writing = {},
): Promise<void> {
  if (replaces) context.replaced.push({ kind, bucket });
  const place = bucket === null ? context.pass : String(bucket).padStart(2, '0');
  const file = path.join(context.target, `${name}${place === '' ? '' : `-${place}`}.parquet`);
  const [result] = await context.duck.rows<{ Count: number }>(`COPY (${rows}) TO ${literal(file)} (${PARQUET})`);
  const count = result?.Count ?? 0;
  if (count === 0 && replacedRows === 0) return rmSync(file, { force: true });
  const [days] = day
    ? await context.duck.rows<{ a: number | null; b: number | null }>(
        `SELECT min(${quoted(day)}) AS a, max(${quoted(day)}) AS b FROM read_parquet(${literal(file)})`,
      )
    : [];
  context.written.push({
    path: path.relative(context.lakeFolder, file),
    kind,
    bucket,
    rows: count,
    bytes: statSync(file).size,
    fromDay: days?.a ?? null,
    toDay: days?.b ?? null,
    replacedRows,
    layout: layoutOf(kind),
  });
}
