// Registers beside the claims (inventories, circulated prescriptions, equipment, benefits, approvals): one file each, the last content of a key.
import type { RegionCodes, WireTableName } from '@hengjian/catalog';
import { type ReferenceTable, referenceTables } from '@hengjian/domain';
import { quoted } from '../lake/duck.ts';
import { filesFrom } from '../lake/file-columns.ts';
import { referenceColumnsOf, sqlTypeOf } from '../lake/layout.ts';
import { writeParquet } from './bucket-net.ts';
import type { ImportContext } from './context.ts';
import { extend, mapped } from './dictionaries.ts';
import type { Merged } from './references.ts';
import { sameValues } from './wire-sql.ts';

interface Reference {
  wire: WireTableName;
  key: readonly string[];
  /** Order of the rows in the file. */
  by: string;
  /** Item and practitioner codes that only this table may name. */
  names?: { item?: string; practitioner?: string };
  /** SELECT of every column from the staged rows. */
  incoming(region: RegionCodes): string;
}

const monthOf = (period: string) =>
  `CAST(CAST(coalesce(try_strptime(${period}, '%Y-%m'), try_strptime(${period}, '%Y%m')) AS DATE) - DATE '1970-01-01' AS INTEGER)`;

export const references: Record<ReferenceTable, Reference> = {
  inventory: {
    wire: 'inv',
    key: ['provider', 'item', 'period'],
    by: 'provider, item, period',
    names: { item: 'med_list_codg' },
    incoming: () => `SELECT v.id AS provider, i.id AS item, ${monthOf('s.period')} AS month, s.period, s.begn_cnt AS "openingQuantity",
      s.purc_cnt AS "purchasedQuantity", s.sel_cnt AS "soldQuantity", s.loss_cnt AS "lostQuantity", s.end_cnt AS "closingQuantity"
      FROM s_inv s JOIN dict_provider v ON v.no = s.fixmedins_code JOIN dict_item i ON i.no = s.med_list_codg`,
  },
  prescription: {
    wire: 'rx',
    key: ['prescriptionNo', 'item'],
    by: 'person, "prescriptionNo", item',
    names: { item: 'med_list_codg', practitioner: 'bilg_dr_codg' },
    incoming:
      () => `SELECT s.rx_no AS "prescriptionNo", p.id AS person, v.id AS provider, d.id AS practitioner, i.id AS item, s.rx_date AS "issuedDay",
      s.vali_enddate AS "validTo", s.cnt AS quantity
      FROM s_rx s JOIN dict_person p ON p.no = s.psn_no JOIN dict_provider v ON v.no = s.fixmedins_code JOIN dict_item i ON i.no = s.med_list_codg
        LEFT JOIN dict_practitioner d ON d.no = s.bilg_dr_codg`,
  },
  equipment: {
    wire: 'equip',
    key: ['provider', 'item'],
    by: 'provider, item',
    names: { item: 'med_list_codg' },
    incoming:
      () => `SELECT v.id AS provider, i.id AS item, s.equip_cnt AS "unitCount", s.lic_no AS licence, s.begndate AS "validFrom", s.enddate AS "validTo"
      FROM s_equip s JOIN dict_provider v ON v.no = s.fixmedins_code JOIN dict_item i ON i.no = s.med_list_codg`,
  },
  benefit: {
    wire: 'benefit',
    key: ['person', 'insurance', 'validFrom'],
    by: 'person, insurance, "validFrom"',
    incoming: (
      region,
    ) => `SELECT * FROM (SELECT p.id AS person, CAST(coalesce(${mapped('s.insutype', region.insurance)}, 'other') AS VARCHAR) AS insurance,
      s.trt_stas AS state, s.begndate AS "validFrom", s.enddate AS "validTo", s.insutype FROM s_benefit s JOIN dict_person p ON p.no = s.psn_no)
      QUALIFY row_number() OVER (PARTITION BY person, insurance, "validFrom" ORDER BY insutype) = 1`,
  },
  chronicApproval: {
    wire: 'opsp',
    key: ['person', 'diseaseCode', 'validFrom'],
    by: 'person, "diseaseCode", "validFrom"',
    incoming: () => `SELECT p.id AS person, s.opsp_dise_code AS "diseaseCode", s.quot_amt AS "quotaFen", s.begndate AS "validFrom",
      s.enddate AS "validTo" FROM s_opsp s JOIN dict_person p ON p.no = s.psn_no`,
  },
};

/** Takes in every reference table that the extract brings. */
export async function importReferenceTables(context: ImportContext): Promise<Map<WireTableName, Merged>> {
  const merged = new Map<WireTableName, Merged>();
  for (const table of Object.keys(referenceTables) as ReferenceTable[])
    if (context.sources.has(references[table].wire)) merged.set(references[table].wire, await importReference(context, table));
  return merged;
}

/** Former content of changed rows goes to `superseded/<table>`. */
async function importReference(context: ImportContext, table: ReferenceTable): Promise<Merged> {
  const { duck, snapshot, version, region } = context;
  const { wire, key, by, incoming, names = {} } = references[table];
  for (const [noun, column] of Object.entries(names))
    await extend(context, noun as 'item' | 'practitioner', `SELECT DISTINCT ${column} AS no FROM s_${wire}`);
  const columns = referenceColumnsOf(table);
  const list = columns.map(([name]) => quoted(name)).join(', ');
  const cast = columns.map(([name, type]) => `CAST(${quoted(name)} AS ${sqlTypeOf(name, type)}) AS ${quoted(name)}`).join(', ');
  await duck.run(`CREATE TABLE i_${table} AS SELECT ${cast} FROM (${incoming(region)})`);
  const files = snapshot.filesOf(table);
  await duck.run(
    files.length === 0
      ? `CREATE TABLE o_${table} AS SELECT *, 0 AS "recordedIn" FROM i_${table} LIMIT 0`
      : `CREATE TABLE o_${table} AS SELECT ${list}, "recordedIn" FROM ${filesFrom(files)}`,
  );
  await duck.run(
    `CREATE TABLE c_${table} AS SELECT i.*, o."recordedIn" IS NULL AS fresh FROM i_${table} i LEFT JOIN o_${table} o ON ${sameValues(key, 'i', 'o')}
      WHERE o."recordedIn" IS NULL OR NOT (${sameValues(
        columns.map(([name]) => name),
        'i',
        'o',
      )})`,
  );
  const [count] = await duck.rows<{ arrived: number; added: number; changed: number }>(
    `SELECT (SELECT count(*) FROM i_${table}) AS arrived, count(*) FILTER (fresh) AS added, count(*) FILTER (NOT fresh) AS changed FROM c_${table}`,
  );
  const { arrived = 0, added = 0, changed = 0 } = count ?? {};
  if (added + changed > 0) {
    const same = sameValues(key, 'o', 'c');
    await writeParquet(
      context,
      table,
      null,
      `SELECT * FROM (SELECT ${list}, "recordedIn" FROM o_${table} o ANTI JOIN c_${table} c ON ${same}
         UNION ALL SELECT ${list}, ${version} FROM c_${table}) ORDER BY ${by}`,
    );
    await writeParquet(
      context,
      `superseded/${table}`,
      null,
      `SELECT o.*, ${version} AS "replacedIn" FROM o_${table} o SEMI JOIN c_${table} c ON ${same}`,
      { replaces: false },
    );
  }
  await duck.run(`DROP TABLE i_${table}; DROP TABLE o_${table}; DROP TABLE c_${table}`);
  return { added, changed, skipped: arrived - added - changed };
}
