// One pass (a bucket, or for a delta the encounters concerned): what the lake holds and what the extract brings become one set of
// originals, `m_<table>`.
import type { WireTableName } from '@hengjian/catalog';
import { type LakeTable, OPEN_INSTANT } from '@hengjian/domain';
import { quoted } from '../lake/duck.ts';
import { layered } from '../lake/layers.ts';
import { BUCKETS } from '../lake/layout.ts';
import type { ImportContext } from './context.ts';
import { bucketFiles, lineFolder, traceFolder } from './lines.ts';
import type { Merged } from './references.ts';
import { dropDuplicates, rejectWhere } from './stage.ts';
import { sameValues } from './wire-sql.ts';

interface Original {
  wire: WireTableName;
  key: readonly string[];
  /** Content beside the key, under lake names: what is compared, kept and netted. */
  content: readonly string[];
  /** Column numbered here, where the key alone does not number it already. */
  numbered?: 'line';
  /** SELECT of key and content from the staged rows of these buckets. */
  incoming(buckets: readonly number[], context: ImportContext): string;
}

const flag = (column: string) => `CASE ${column} WHEN '1' THEN true WHEN '0' THEN false END`;
const ofBuckets = (buckets: readonly number[]) => `e.person % ${BUCKETS} IN (${buckets.join(', ')})`;

export const originals: Record<LakeTable, Original> = {
  encounter: {
    wire: 'mdtrt',
    key: ['encounter'],
    content: [
      'encounterNo',
      'person',
      'provider',
      'practitioner',
      'medicalKind',
      'begunAt',
      'endedAt',
      'diseaseCode',
      'department',
      'bed',
      'dischargeWay',
      'insuranceCode',
      'outOfArea',
      'maternity',
      'internet',
      'statedStayDays',
      'sentGroup',
      'birthWeightGrams',
    ],
    incoming: (
      buckets,
    ) => `SELECT e.id AS encounter, m.mdtrt_id AS "encounterNo", e.person AS person, v.id AS provider, d.id AS practitioner,
      m.med_type AS "medicalKind", m.begntime AS "begunAt", coalesce(least(m.endtime, ${OPEN_INSTANT}), ${OPEN_INSTANT}) AS "endedAt", m.dise_codg AS "diseaseCode",
      m.dept_codg AS department, m.bedno AS bed, m.dscg_way AS "dischargeWay", m.insutype AS "insuranceCode", ${flag('m.out_area_flag')} AS "outOfArea",
      m.matn_stas AS maternity, ${flag('m.internet_flag')} AS internet, m.act_ipt_days AS "statedStayDays",
      m.drg_codg AS "sentGroup", m.nwb_bir_wt AS "birthWeightGrams"
      FROM s_mdtrt m JOIN dict_encounter e ON e.no = m.mdtrt_id JOIN dict_provider v ON v.no = m.fixmedins_code LEFT JOIN dict_practitioner d ON d.no = m.dr_codg
      WHERE ${ofBuckets(buckets)}`,
  },
  settlement: {
    wire: 'setl',
    key: ['settlement'],
    content: [
      'settlementNo',
      'encounter',
      'settledAt',
      'medicalCode',
      'clearingWay',
      'totalFen',
      'inScopeFen',
      'fundFen',
      'poolFen',
      'accountFen',
      'aidFen',
      'cashFen',
      'insuranceCode',
      'reversed',
      'reversalOf',
    ],
    incoming: (
      buckets,
    ) => `SELECT t.id AS settlement, s.setl_id AS "settlementNo", e.id AS encounter, s.setl_time AS "settledAt", s.med_type AS "medicalCode",
      s.clr_way AS "clearingWay", s.medfee_sumamt AS "totalFen", s.inscp_amt AS "inScopeFen", s.fund_pay_sumamt AS "fundFen", s.hifp_pay AS "poolFen",
      s.acct_pay AS "accountFen", s.maf_pay AS "aidFen", s.psn_cash_pay AS "cashFen", s.insutype AS "insuranceCode", ${flag('s.refd_setl_flag')} AS reversed,
      s.init_setl_id AS "reversalOf"
      FROM s_setl s JOIN dict_settlement t ON t.no = s.setl_id JOIN dict_encounter e ON e.id = t.encounter WHERE ${ofBuckets(buckets)}`,
  },
  diagnosis: {
    wire: 'diag',
    key: ['encounter', 'code', 'kind', 'serial'],
    content: ['main'],
    incoming: (
      buckets,
    ) => `SELECT e.id AS encounter, s.diag_code AS code, s.inout_diag_type AS kind, s.diag_srt_no AS serial, ${flag('s.maindiag_flag')} AS main
      FROM s_diag s JOIN dict_encounter e ON e.no = s.mdtrt_id WHERE ${ofBuckets(buckets)}`,
  },
  operation: {
    wire: 'oprn',
    key: ['encounter', 'code', 'occurredAt'],
    content: ['main', 'finishedAt', 'surgeon', 'anaesthetist', 'incision'],
    incoming: (buckets) => `SELECT e.id AS encounter, s.oprn_code AS code, s.oprn_time AS "occurredAt", ${flag('s.main_oprn_flag')} AS main,
      least(s.oprn_end_time, ${OPEN_INSTANT}) AS "finishedAt", s.oper_dr_code AS surgeon, s.anst_dr_code AS anaesthetist, s.incs_grp AS incision
      FROM s_oprn s JOIN dict_encounter e ON e.no = s.mdtrt_id WHERE ${ofBuckets(buckets)}`,
  },
  line: {
    wire: 'feedetl',
    key: ['encounter', 'lineNo', 'settlement'],
    content: [
      'item',
      'practitioner',
      'occurredAt',
      'listType',
      'feeCategory',
      'department',
      'prescriptionNo',
      'supplyDays',
      'uploadDelaySeconds',
      'originalQuantity',
      'unitPrice',
      'originalAmountFen',
      'originalInScopeFen',
      'refundOfLineNo',
      'singleDose',
      'frequency',
    ],
    numbered: 'line',
    incoming: (
      buckets,
      context,
    ) => `SELECT l.r, l.encounter, l.feedetl_sn AS "lineNo", l.settlement, i.id AS item, p.id AS practitioner, l.fee_ocur_time AS "occurredAt",
      l.list_type AS "listType", l.med_chrgitm_type AS "feeCategory", l.bilg_dept_codg AS department, l.rx_no AS "prescriptionNo", l.prd_days AS "supplyDays", CAST(l.updt_time - l.fee_ocur_time AS INTEGER) AS "uploadDelaySeconds",
      l.cnt AS "originalQuantity", l.pric AS "unitPrice", l.det_item_fee_sumamt AS "originalAmountFen", l.inscp_amt AS "originalInScopeFen",
      l.init_feedetl_sn AS "refundOfLineNo", l.sin_dos AS "singleDose", l.used_frqu AS frequency
      FROM read_parquet(${bucketFiles(lineFolder(context), ...buckets)}, hive_partitioning = false) l
      JOIN dict_item i ON i.no = l.med_list_codg LEFT JOIN dict_practitioner p ON p.no = l.bilg_dr_codg`,
  },
  trace: {
    wire: 'trac',
    key: ['encounter', 'lineNo', 'code'],
    content: ['split'],
    incoming: (
      buckets,
      context,
    ) => `SELECT l.r, l.encounter, l.feedetl_sn AS "lineNo", l.drug_trac_codg AS code, ${flag('l.trdn_flag')} AS split
      FROM read_parquet(${bucketFiles(traceFolder(context), ...buckets)}, hive_partitioning = false) l`,
  },
};

/** Original columns of a table, number first. */
export const originalColumns = (table: LakeTable): string[] => {
  const { numbered, key, content } = originals[table];
  return [...(numbered ? [numbered] : []), ...key, ...content];
};

/** Encounters and settlements first: whether a line counts as settled depends on them. */
export const MERGE_ORDER: readonly LakeTable[] = ['encounter', 'settlement', 'diagnosis', 'operation', 'line', 'trace'];

const list = (columns: readonly string[], from = '') => columns.map((c) => `${from}${quoted(c)}`).join(', ');

/**
 * Makes `m_<table>` for a pass: untouched old rows, new rows, new content of old rows (their number stays). What changed keeps its
 * former content in `x_<table>`. `withRows`: the buckets of the pass that the extract brings rows for.
 */
export async function mergeBuckets(
  context: ImportContext,
  table: LakeTable,
  buckets: readonly number[],
  withRows: readonly number[],
): Promise<Merged> {
  await context.duck.run(`DROP VIEW IF EXISTS m_${table}`);
  const old = await oldRows(context, table, buckets);
  if (old === undefined) return mergeNew(context, table, buckets, withRows.length > 0 ? withRows : undefined);
  if (withRows.length === 0) return mergeOld(context, table, old);
  return mergeBoth(context, table, withRows, old);
}

/**
 * SELECT of a table's originals as the lake holds them; undefined where it has none. For a delta only the encounters concerned, and
 * `old_count` notes how many rows of them stand where. A trace code of a number that two settlements use stands in the files once for
 * each of their lines.
 */
async function oldRows(context: ImportContext, table: LakeTable, buckets: readonly number[]): Promise<string | undefined> {
  const { duck, snapshot, delta } = context;
  const columns = [...originalColumns(table), 'recordedIn', 'setAside'];
  const parts = [table, `aside/${table}`].flatMap((kind) => layered(snapshot, kind, columns, buckets) ?? []);
  if (parts.length === 0) return undefined;
  const select = (from: string) =>
    `SELECT ${table === 'trace' ? 'DISTINCT ' : ''}${list(originalColumns(table))}, "recordedIn" FROM ${from}`;
  if (!delta) return select(`(${parts.join(' UNION ALL ')})`);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE old_${table} AS ${parts.map((part) => `SELECT * FROM (${part}) SEMI JOIN affected USING (encounter)`).join(' UNION ALL ')}`,
  );
  await duck.run(
    `INSERT INTO old_count SELECT '${table}', encounter, "setAside" IS NOT NULL, count(*) FROM old_${table} GROUP BY encounter, "setAside" IS NOT NULL`,
  );
  return select(`old_${table}`);
}

/** A view over the rows kept in order of writing: numbers follow the order of their encounter and time. */
async function asView(context: ImportContext, table: LakeTable, number: string): Promise<void> {
  await context.duck.run(`CREATE TEMP VIEW m_${table} AS SELECT ${number}* FROM r_${table}`);
}

/** New rows in the order in which they are numbered. */
const inOrder = (table: LakeTable) => (table === 'line' ? 'ORDER BY encounter, "occurredAt", "lineNo", settlement' : '');

async function mergeNew(
  context: ImportContext,
  table: LakeTable,
  buckets: readonly number[],
  withRows: readonly number[] | undefined,
): Promise<Merged> {
  const { duck, version, counters } = context;
  const { key, content, numbered, incoming } = originals[table];
  const columns = [...key, ...content];
  let rows = withRows ? incoming(withRows, context) : emptyRows(table, incoming(buckets, context));
  if (withRows && streamedWithNumbers(context, table)) {
    await duck.run(`CREATE OR REPLACE TEMP TABLE i_${table} AS ${rows}`);
    await checkStreamed(context, table);
    rows = `FROM i_${table}`;
  }
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE r_${table} AS SELECT ${list(columns)}, ${version} AS "recordedIn" FROM (${rows}) ${inOrder(table)}`,
  );
  await duck.run(`CREATE OR REPLACE TEMP TABLE x_${table} AS FROM r_${table} LIMIT 0`);
  await asView(context, table, numbered ? `${counters[numbered]} + rowid AS ${quoted(numbered)}, ` : '');
  const added = (await duck.rows<{ n: number }>(`SELECT count(*) AS n FROM r_${table}`))[0]?.n ?? 0;
  if (numbered) counters[numbered] += added;
  return { added, changed: 0, skipped: 0 };
}

async function mergeOld(context: ImportContext, table: LakeTable, old: string): Promise<Merged> {
  await context.duck.run(`CREATE OR REPLACE TEMP TABLE r_${table} AS ${old}`);
  await context.duck.run(`CREATE OR REPLACE TEMP TABLE x_${table} AS FROM r_${table} LIMIT 0`);
  await asView(context, table, '');
  return { added: 0, changed: 0, skipped: 0 };
}

async function mergeBoth(context: ImportContext, table: LakeTable, withRows: readonly number[], old: string): Promise<Merged> {
  const { duck, version, counters } = context;
  const { key, content, numbered, incoming } = originals[table];
  await duck.run(`CREATE OR REPLACE TEMP TABLE i_${table} AS ${incoming(withRows, context)}`);
  if (streamedWithNumbers(context, table)) await checkStreamed(context, table);
  await duck.run(`CREATE OR REPLACE TEMP TABLE o_${table} AS ${old}`);
  const arrived = (await duck.rows<{ n: number }>(`SELECT count(*) AS n FROM i_${table}`))[0]?.n ?? 0;
  if (table === 'line') await dropStaleUnsettled(context);
  // c: rows that are new or whose content differs, with the number of the row they replace.
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE c_${table} AS SELECT ${list([...key, ...content], 'i.')}${numbered ? `, o.${numbered}` : ''}, o."recordedIn" IS NULL AS fresh
       FROM i_${table} i LEFT JOIN o_${table} o ON ${sameValues(key, 'i', 'o')}
      WHERE o."recordedIn" IS NULL OR NOT (${sameValues(content, 'i', 'o')})`,
  );
  if (table === 'line') await settleUnsettled(context);
  const replaced = numbered ? `x.${numbered} = o.${numbered}` : sameValues(key, 'x', 'o');
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE x_${table} AS SELECT o.*, ${version} AS "replacedIn" FROM o_${table} o SEMI JOIN (FROM c_${table} WHERE NOT fresh) x ON ${replaced}`,
  );
  const number = numbered
    ? `CAST(${counters[numbered] - 1} + row_number() OVER (ORDER BY encounter, "occurredAt", "lineNo", settlement) AS BIGINT) AS ${quoted(numbered)}, `
    : '';
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE r_${table} AS
       SELECT ${list(originalColumns(table))}, "recordedIn" FROM o_${table} o ANTI JOIN x_${table} x ON ${replaced}
       UNION ALL SELECT ${list(originalColumns(table))}, ${version} FROM c_${table} WHERE NOT fresh
       UNION ALL SELECT ${number}${list([...key, ...content])}, ${version} FROM c_${table} WHERE fresh`,
  );
  await asView(context, table, '');
  const [count] = await duck.rows<{ added: number; changed: number }>(
    `SELECT count(*) FILTER (fresh) AS added, count(*) FILTER (NOT fresh) AS changed FROM c_${table}`,
  );
  await duck.run(`DROP TABLE o_${table}; DROP TABLE i_${table}; DROP TABLE c_${table}`);
  const { added = 0, changed = 0 } = count ?? {};
  if (numbered) counters[numbered] += added;
  return { added, changed, skipped: arrived - added - changed };
}

/** Staged tables were checked whole; streamed ones are checked bucket by bucket, lines only where something is wrong with them. */
const streamedWithNumbers = (context: ImportContext, table: LakeTable) => (table === 'line' && context.rowNumbers) || table === 'trace';

async function checkStreamed(context: ImportContext, table: LakeTable): Promise<void> {
  const { wire, key, content } = originals[table];
  const subject = `concat_ws('/', (SELECT no FROM dict_encounter d WHERE d.id = s.encounter), s."lineNo"${table === 'trace' ? ', s.code' : ''})`;
  if (table === 'trace')
    await rejectWhere(
      context.duck,
      wire,
      'i_trace',
      `NOT EXISTS (SELECT 1 FROM m_line l WHERE l.encounter = s.encounter AND l."lineNo" = s."lineNo")`,
      'reference',
      'feedetl_sn',
      subject,
    );
  await dropDuplicates(context.duck, wire, `i_${table}`, key, content, subject);
}

/** A line that came unsettled and comes again with its settlement is the same line: the settled one replaces it. */
const settleUnsettled = (context: ImportContext): Promise<void> =>
  context.duck.run(
    `UPDATE c_line SET line = u.line, fresh = false FROM (
       SELECT o.line, c.encounter, c."lineNo", c.settlement FROM c_line c JOIN o_line o ON o.settlement IS NULL AND o.encounter = c.encounter AND o."lineNo" = c."lineNo"
        WHERE c.fresh AND c.settlement IS NOT NULL QUALIFY row_number() OVER (PARTITION BY o.line ORDER BY c.settlement) = 1) u
      WHERE c_line.encounter = u.encounter AND c_line."lineNo" = u."lineNo" AND c_line.settlement = u.settlement`,
  );

/** An old extract brought again must not revive a line as unsettled that has been settled since (by a settlement that stands). */
const dropStaleUnsettled = (context: ImportContext): Promise<void> =>
  context.duck.run(
    `DELETE FROM i_line i WHERE i.settlement IS NULL AND EXISTS (SELECT 1 FROM o_line o JOIN n_settlement n ON n.settlement = o.settlement
       WHERE n."setAside" IS NULL AND o.encounter = i.encounter AND o."lineNo" = i."lineNo")`,
  );

const streamedTypes: Record<string, string> = {
  encounter: 'INTEGER',
  settlement: 'INTEGER',
  item: 'INTEGER',
  practitioner: 'INTEGER',
  occurredAt: 'BIGINT',
  supplyDays: 'INTEGER',
  originalQuantity: 'BIGINT',
  unitPrice: 'BIGINT',
  originalAmountFen: 'BIGINT',
  originalInScopeFen: 'BIGINT',
  split: 'BOOLEAN',
};
/** The shape of an empty bucket: a streamed table has no scratch files for it. */
const emptyRows = (table: LakeTable, incoming: string): string =>
  table !== 'line' && table !== 'trace'
    ? `${incoming} LIMIT 0`
    : `SELECT ${[...originals[table].key, ...originals[table].content].map((c) => `NULL::${streamedTypes[c] ?? 'VARCHAR'} AS ${quoted(c)}`).join(', ')} LIMIT 0`;
