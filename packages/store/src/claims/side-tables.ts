// What is stored beside the net tables: inventories of providers, columns that the contract does not know, and what has changed.
import { wireTables } from '@hengjian/catalog';
import { SECONDS_PER_DAY } from '@hengjian/domain';
import { fileList, quoted } from '../lake/duck.ts';
import { sideTables } from '../lake/layout.ts';
import { writeParquet } from './bucket-net.ts';
import type { ImportContext } from './context.ts';
import { extend } from './dictionaries.ts';
import type { Merged } from './references.ts';
import { rawColumn, rawRows } from './stage.ts';
import { sameValues } from './wire-sql.ts';

const names = sideTables.inventory.map(([name]) => name);
const key = ['provider', 'item', 'period'];

/** Stocks by provider, item and period: one file, the last content of each key; former content goes to `superseded/inventory`. */
export async function importInventory(context: ImportContext): Promise<Merged> {
  const { duck, snapshot, version } = context;
  await extend(context, 'item', 'SELECT DISTINCT med_list_codg AS no FROM s_inv');
  await duck.run(
    `CREATE TABLE i_inventory AS SELECT v.id AS provider, i.id AS item, s.period, s.begn_cnt AS "openingQuantity", s.purc_cnt AS "purchasedQuantity",
       s.sel_cnt AS "soldQuantity", s.loss_cnt AS "lostQuantity", s.end_cnt AS "closingQuantity"
       FROM s_inv s JOIN dict_provider v ON v.no = s.fixmedins_code JOIN dict_item i ON i.no = s.med_list_codg`,
  );
  const files = snapshot.filesOf('inventory').map((file) => file.path);
  await duck.run(
    files.length === 0
      ? `CREATE TABLE o_inventory AS SELECT *, 0 AS "recordedIn" FROM i_inventory LIMIT 0`
      : `CREATE TABLE o_inventory AS SELECT ${names.map(quoted).join(', ')}, "recordedIn" FROM read_parquet(${fileList(files)})`,
  );
  await duck.run(
    `CREATE TABLE c_inventory AS SELECT i.*, o.provider IS NULL AS fresh FROM i_inventory i LEFT JOIN o_inventory o ON ${sameValues(key, 'i', 'o')}
      WHERE o.provider IS NULL OR NOT (${sameValues(names, 'i', 'o')})`,
  );
  const [count] = await duck.rows<{ arrived: number; added: number; changed: number }>(
    `SELECT (SELECT count(*) FROM i_inventory) AS arrived, count(*) FILTER (fresh) AS added, count(*) FILTER (NOT fresh) AS changed FROM c_inventory`,
  );
  const { arrived = 0, added = 0, changed = 0 } = count ?? {};
  if (added + changed > 0) {
    await writeParquet(
      context,
      'inventory',
      null,
      `SELECT * FROM (SELECT ${names.map(quoted).join(', ')}, "recordedIn" FROM o_inventory o ANTI JOIN c_inventory c ON ${sameValues(key, 'o', 'c')}
         UNION ALL SELECT ${names.map(quoted).join(', ')}, ${version} FROM c_inventory) ORDER BY provider, item, period`,
    );
    await writeParquet(
      context,
      'superseded/inventory',
      null,
      `SELECT o.*, ${version} AS "replacedIn" FROM o_inventory o SEMI JOIN c_inventory c ON ${sameValues(key, 'o', 'c')}`,
      undefined,
      false,
    );
  }
  return { added, changed, skipped: arrived - added - changed };
}

/** Columns that the contract does not know, as text, with the key of their row: one file an import and table. */
export async function keepUnknownColumns(context: ImportContext): Promise<void> {
  for (const source of context.sources.values()) {
    if (source.unknown.length === 0) continue;
    // Names as printed; a blank or repeated one gets its place.
    const seen = new Set<string>();
    const columns = source.unknown.map(({ name, at }) => {
      const free = name.trim() === '' || seen.has(name.toLowerCase()) ? `${name}#${at + 1}` : name;
      seen.add(free.toLowerCase());
      return { free, at };
    });
    const keys = wireTables[source.table].key.filter((k) => source.known.some(({ column }) => column.name === k));
    const extra = columns.map(({ at }) => `CAST(${rawColumn(source, at)} AS VARCHAR) AS ${quoted(`x${at}`)}`);
    const raw = rawRows(source, false, extra);
    await context.duck.run(`DROP TABLE IF EXISTS bad_${source.table}; DROP TABLE IF EXISTS badscan_${source.table}`);
    await writeParquet(
      context,
      `extra/${source.table}`,
      null,
      `SELECT ${keys.map((k) => `${quoted(k)} AS ${quoted(`key_${k}`)}`).join(', ')}, ${columns.map(({ free, at }) => `${quoted(`x${at}`)} AS ${quoted(free)}`).join(', ')} FROM (${raw})`,
      undefined,
      false,
    );
  }
}

/**
 * Encounters of the bucket with new or other content, or whose person or provider changed, and the days their records touch: what an
 * incremental review redoes. The first import changes everything and writes none.
 */
export async function writeChanges(context: ImportContext, bucket: number): Promise<void> {
  const { version, snapshot } = context;
  if (snapshot.version === 0) return;
  const touched = ['encounter', 'settlement', 'diagnosis', 'operation', 'line', 'trace']
    .flatMap((table) => [`SELECT encounter FROM m_${table} WHERE "recordedIn" = ${version}`, `SELECT encounter FROM x_${table}`])
    .join(' UNION ALL ');
  const copied = `SELECT encounter FROM n_encounter WHERE person IN (SELECT id FROM changed_person) OR provider IN (SELECT id FROM changed_provider)`;
  await writeParquet(
    context,
    'changes',
    bucket,
    `WITH t AS (SELECT DISTINCT encounter FROM (${touched} UNION ALL ${copied})),
       d AS (SELECT encounter, min("occurredAt") // ${SECONDS_PER_DAY} AS a, max("occurredAt") // ${SECONDS_PER_DAY} AS b FROM m_line JOIN t USING (encounter) GROUP BY encounter)
     SELECT e.encounter, e.person, e.provider, CAST(least(e."begunDay", e."settledDay", d.a) AS INTEGER) AS "fromDay",
       CAST(greatest(e."begunDay", e."settledDay", d.b) AS INTEGER) AS "toDay", ${version} AS version
       FROM t JOIN n_encounter e USING (encounter) LEFT JOIN d USING (encounter) ORDER BY e.person, e.encounter`,
    undefined,
    false,
  );
}
