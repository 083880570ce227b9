// One bucket: what the lake holds and what the extract brings become one set of originals, `m_<table>`.
import type { WireTableName } from '@hengjian/catalog';
import { type LakeTable, OPEN_INSTANT } from '@hengjian/domain';
import { fileList, quoted } from '../lake/duck.ts';
import { BUCKETS } from '../lake/layout.ts';
import type { ImportContext } from './context.ts';
import { bucketFiles } from './lines.ts';
import type { Merged } from './references.ts';
import { dropDuplicates } from './stage.ts';
import { sameValues } from './wire-sql.ts';

interface Original {
  wire: WireTableName;
  key: readonly string[];
  /** Content beside the key, under lake names: what is compared, kept and netted. */
  content: readonly string[];
  /** Column numbered here, where the key alone does not number it already. */
  numbered?: 'line';
  /** SELECT of key and content from the staged rows of one bucket. */
  incoming(bucket: number, context: ImportContext): string;
}

const flag = (column: string) => `CASE ${column} WHEN '1' THEN true WHEN '0' THEN false END`;
const ofBucket = (bucket: number) => `e.person % ${BUCKETS} = ${bucket}`;

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
    ],
    incoming: (
      bucket,
    ) => `SELECT e.id AS encounter, m.mdtrt_id AS "encounterNo", e.person AS person, v.id AS provider, d.id AS practitioner,
      m.med_type AS "medicalKind", m.begntime AS "begunAt", coalesce(least(m.endtime, ${OPEN_INSTANT}), ${OPEN_INSTANT}) AS "endedAt", m.dise_codg AS "diseaseCode",
      m.dept_codg AS department, m.bedno AS bed, m.dscg_way AS "dischargeWay", m.insutype AS "insuranceCode", ${flag('m.out_area_flag')} AS "outOfArea",
      m.matn_stas AS maternity, ${flag('m.internet_flag')} AS internet
      FROM s_mdtrt m JOIN dict_encounter e ON e.no = m.mdtrt_id JOIN dict_provider v ON v.no = m.fixmedins_code LEFT JOIN dict_practitioner d ON d.no = m.dr_codg
      WHERE ${ofBucket(bucket)}`,
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
      bucket,
    ) => `SELECT t.id AS settlement, s.setl_id AS "settlementNo", e.id AS encounter, s.setl_time AS "settledAt", s.med_type AS "medicalCode",
      s.clr_way AS "clearingWay", s.medfee_sumamt AS "totalFen", s.inscp_amt AS "inScopeFen", s.fund_pay_sumamt AS "fundFen", s.hifp_pay AS "poolFen",
      s.acct_pay AS "accountFen", s.maf_pay AS "aidFen", s.psn_cash_pay AS "cashFen", s.insutype AS "insuranceCode", ${flag('s.refd_setl_flag')} AS reversed,
      s.init_setl_id AS "reversalOf"
      FROM s_setl s JOIN dict_settlement t ON t.no = s.setl_id JOIN dict_encounter e ON e.id = t.encounter WHERE ${ofBucket(bucket)}`,
  },
  diagnosis: {
    wire: 'diag',
    key: ['encounter', 'code', 'kind', 'serial'],
    content: ['main'],
    incoming: (
      bucket,
    ) => `SELECT e.id AS encounter, s.diag_code AS code, s.inout_diag_type AS kind, s.diag_srt_no AS serial, ${flag('s.maindiag_flag')} AS main
      FROM s_diag s JOIN dict_encounter e ON e.no = s.mdtrt_id WHERE ${ofBucket(bucket)}`,
  },
  operation: {
    wire: 'oprn',
    key: ['encounter', 'code', 'occurredAt'],
    content: ['main', 'finishedAt', 'surgeon', 'anaesthetist', 'incision'],
    incoming: (bucket) => `SELECT e.id AS encounter, s.oprn_code AS code, s.oprn_time AS "occurredAt", ${flag('s.main_oprn_flag')} AS main,
      s.oprn_end_time AS "finishedAt", s.oper_dr_code AS surgeon, s.anst_dr_code AS anaesthetist, s.incs_grp AS incision
      FROM s_oprn s JOIN dict_encounter e ON e.no = s.mdtrt_id WHERE ${ofBucket(bucket)}`,
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
      bucket,
      context,
    ) => `SELECT l.r, l.encounter, l.feedetl_sn AS "lineNo", l.settlement, i.id AS item, p.id AS practitioner, l.fee_ocur_time AS "occurredAt",
      l.list_type AS "listType", l.med_chrgitm_type AS "feeCategory", l.bilg_dept_codg AS department, l.rx_no AS "prescriptionNo", l.prd_days AS "supplyDays",
      l.cnt AS "originalQuantity", l.pric AS "unitPrice", l.det_item_fee_sumamt AS "originalAmountFen", l.inscp_amt AS "originalInScopeFen",
      l.init_feedetl_sn AS "refundOfLineNo", l.sin_dos AS "singleDose", l.used_frqu AS frequency
      FROM read_parquet(${bucketFiles(`${context.scratch}/lines`, bucket)}, hive_partitioning = false) l
      JOIN dict_item i ON i.no = l.med_list_codg LEFT JOIN dict_practitioner p ON p.no = l.bilg_dr_codg`,
  },
};

/** Original columns of a table, number first. */
export const originalColumns = (table: LakeTable): string[] => {
  const { numbered, key, content } = originals[table];
  return [...(numbered ? [numbered] : []), ...key, ...content];
};

/**
 * Makes `m_<table>` for a bucket: untouched old rows, new rows, new content of old rows (their number stays). What changed keeps its
 * former content in `x_<table>`. `hasRows`: the extract brings rows for this bucket.
 */
export async function mergeBucket(context: ImportContext, table: LakeTable, bucket: number, hasRows: boolean): Promise<Merged> {
  const { duck, snapshot, version, counters } = context;
  const { key, content, numbered, wire } = originals[table];
  const list = (columns: readonly string[], from = '') => columns.map((c) => `${from}${quoted(c)}`).join(', ');
  const files = [...snapshot.files(table, bucket), ...snapshot.asideFiles(table, bucket)];
  const columns = originalColumns(table);

  const incoming = originals[table].incoming(bucket, context);
  await duck.run(`CREATE OR REPLACE TEMP TABLE i_${table} AS ${hasRows ? incoming : `${emptyLine(table, incoming)}`}`);
  if (numbered && hasRows)
    await dropDuplicates(
      duck,
      wire,
      `i_${table}`,
      key,
      content,
      `concat_ws('/', (SELECT no FROM dict_encounter d WHERE d.id = s.encounter), s."lineNo")`,
    );
  const number = numbered ? `${counters[numbered] - 1} + row_number() OVER (ORDER BY ${list(key, 'i.')}) AS ${quoted(numbered)}, ` : '';

  if (files.length === 0) {
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE m_${table} AS SELECT ${number}${list([...key, ...content], 'i.')}, ${version} AS "recordedIn" FROM i_${table} i`,
    );
    await duck.run(`CREATE OR REPLACE TEMP TABLE x_${table} AS FROM m_${table} LIMIT 0`);
  } else {
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE o_${table} AS SELECT ${list(columns)}, "recordedIn" FROM read_parquet(${fileList(files)}, union_by_name = true)`,
    );
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE c_${table} AS SELECT ${list([...key, ...content], 'i.')}${numbered ? `, o.${numbered}` : ''}, o."recordedIn" IS NULL AS fresh
         FROM i_${table} i LEFT JOIN o_${table} o ON ${sameValues(key, 'i', 'o')}
        WHERE o."recordedIn" IS NULL OR NOT (${sameValues(content, 'i', 'o')})`,
    );
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE x_${table} AS SELECT o.*, ${version} AS "replacedIn" FROM o_${table} o JOIN c_${table} c ON NOT c.fresh AND ${sameValues(key, 'o', 'c')}`,
    );
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE m_${table} AS
         SELECT ${list(columns)}, "recordedIn" FROM o_${table} o WHERE NOT EXISTS (SELECT 1 FROM x_${table} x WHERE ${sameValues(key, 'x', 'o')})
         UNION ALL SELECT ${list(columns)}, ${version} FROM c_${table} WHERE NOT fresh
         UNION ALL SELECT ${number}${list([...key, ...content], 'i.')}, ${version} FROM c_${table} i WHERE fresh`,
    );
    await duck.run(`DROP TABLE o_${table}`);
  }
  const [count] = await duck.rows<{ arrived: number; now: number; changed: number }>(
    `SELECT (SELECT count(*) FROM i_${table}) AS arrived, (SELECT count(*) FROM m_${table} WHERE "recordedIn" = ${version}) AS now, (SELECT count(*) FROM x_${table}) AS changed`,
  );
  await duck.run(`DROP TABLE i_${table}`);
  const { arrived = 0, now = 0, changed = 0 } = count ?? {};
  if (numbered) counters[numbered] += now - changed;
  return { added: now - changed, changed, skipped: arrived - now };
}

/** The shape of an empty bucket: scratch files of it do not exist. */
const emptyLine = (table: LakeTable, incoming: string): string => {
  if (table !== 'line') return `${incoming} LIMIT 0`;
  const types: Record<string, string> = {
    r: 'BIGINT',
    encounter: 'INTEGER',
    lineNo: 'VARCHAR',
    settlement: 'INTEGER',
    item: 'INTEGER',
    practitioner: 'INTEGER',
    occurredAt: 'BIGINT',
    supplyDays: 'INTEGER',
    originalQuantity: 'BIGINT',
    unitPrice: 'BIGINT',
    originalAmountFen: 'BIGINT',
    originalInScopeFen: 'BIGINT',
  };
  return `SELECT ${['r', ...originals.line.key, ...originals.line.content].map((c) => `NULL::${types[c] ?? 'VARCHAR'} AS ${quoted(c)}`).join(', ')} LIMIT 0`;
};
