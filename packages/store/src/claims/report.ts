// What an import says about itself beside the row counts: netting, and codes whose meaning no regional row tells.
import type { ImportReport, NettingCount } from '@hengjian/workflows';
import { quoted } from '../lake/duck.ts';
import type { ImportContext } from './context.ts';
import { mapped } from './dictionaries.ts';
import { bucketFiles, lineFolder } from './lines.ts';

/** Counts before the first bucket. */
export const emptyNetting = (): NettingCount => ({
  reversedSettlements: 0,
  reversedLines: 0,
  refundLines: 0,
  reducedLines: 0,
  emptiedLines: 0,
  unmatched: 0,
});

/** Adds the counts of the bucket whose tables are netted now. */
export async function addNetting(context: ImportContext, sum: NettingCount): Promise<void> {
  const [row] = await context.duck.rows<Record<keyof NettingCount, number>>(`SELECT
    (SELECT count(*) FROM n_settlement WHERE "setAside" IS NOT NULL) AS "reversedSettlements",
    (SELECT count(*) FROM v_line WHERE "setAside" = 'reversed') AS "reversedLines",
    (SELECT count(*) FROM v_line WHERE "setAside" = 'refund') AS "refundLines",
    (SELECT count(*) FROM reduced WHERE quantity > 0) AS "reducedLines",
    (SELECT count(*) FROM reduced WHERE quantity = 0) AS "emptiedLines",
    (SELECT count(*) FROM leftover) + (SELECT count(*) FROM n_settlement WHERE "setAside" = 'reversal-unmatched') AS unmatched`);
  for (const key of Object.keys(sum) as (keyof NettingCount)[]) sum[key] += row?.[key] ?? 0;
}

/** Codes of this extract that the region does not map, with the number of rows. */
export async function countUnknownCodes(context: ImportContext, perBucket: Map<number, number>): Promise<ImportReport['unknownCodes']> {
  const { region } = context;
  // A code that is mapped to null on purpose (gend 0) is known.
  const known = (table: Record<string, unknown>) => Object.fromEntries(Object.keys(table).map((code) => [code, 1]));
  const lines = `read_parquet(${bucketFiles(lineFolder(context), ...perBucket.keys())}, hive_partitioning = false)`;
  const fields: [string, string, Record<string, unknown>][] = [
    ['gend', 's_psn', region.sex],
    ['insutype', 's_psn', region.insurance],
    ['fixmedins_type', 's_fixmedins', region.providerKind],
    ['hosp_lv', 's_fixmedins', region.level],
    ['med_type', 's_mdtrt', region.setting],
    ['insutype', 's_mdtrt', region.insurance],
    ['med_type', 's_setl', region.setting],
    ['insutype', 's_setl', region.insurance],
    ...(perBucket.size > 0 ? [['list_type', lines, region.itemKind] as [string, string, Record<string, unknown>]] : []),
  ];
  const found: ImportReport['unknownCodes'] = [];
  for (const [field, from, table] of fields) {
    const name = quoted(field);
    const rows = await context.duck.rows<{ code: string; rows: number }>(
      `WITH c AS MATERIALIZED (SELECT ${name} AS code, count(*) AS n FROM ${from} WHERE ${name} IS NOT NULL GROUP BY 1)
       SELECT code, n AS "rows" FROM c WHERE ${mapped('code', known(table))} IS NULL ORDER BY code`,
    );
    const tableName = from.startsWith('s_') ? from.slice(2) : 'feedetl';
    for (const row of rows) found.push({ field: `${tableName}.${field}`, code: row.code, rows: row.rows });
  }
  return found;
}
