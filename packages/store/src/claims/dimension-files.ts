// Dimension files: one each, whole, with every numbered row (a practitioner or item only named by a line has no more than its number).
import { type DimensionTable, dimensionTables } from '@hengjian/domain';
import { quoted } from '../lake/duck.ts';
import { dimensionColumnsOf, dimensionSource, sqlTypeOf } from '../lake/layout.ts';
import { writeParquet } from './bucket-net.ts';
import type { ImportContext } from './context.ts';

const numberColumn: Record<DimensionTable, string> = {
  person: 'personNo',
  provider: 'providerNo',
  practitioner: 'practitionerNo',
  item: 'code',
};

/**
 * Writes the files of people, providers, practitioners and items: whole where a row changed or buckets are rewritten, else the new
 * rows beside the old ones.
 */
export async function writeDimensions(context: ImportContext): Promise<void> {
  const { duck, delta, firstNew, snapshot } = context;
  for (const table of Object.keys(dimensionTables) as DimensionTable[]) {
    const columns = [...dimensionColumnsOf(table), ...dimensionSource[table]]
      .map(([name, type]) => {
        const value = name === table ? 'd.id' : name === numberColumn[table] ? 'd.no' : table === 'item' ? 'NULL' : `t.${quoted(name)}`;
        return `CAST(${value} AS ${sqlTypeOf(name, type)}) AS ${quoted(name)}`;
      })
      .join(', ');
    const join = table === 'item' ? '' : `LEFT JOIN dim_${table} t ON t.${quoted(table)} = d.id`;
    const recorded = table === 'item' ? `${context.version}` : `t."recordedIn"`;
    const old = `d.id < ${firstNew[table]}`;
    const changed = table !== 'item' && (await duck.rows(`SELECT 1 FROM changed_${table} d WHERE ${old} LIMIT 1`)).length > 0;
    const beside = delta && !changed && snapshot.dimension(table).length > 0;
    await writeParquet(
      context,
      `dimension/${table}`,
      null,
      `SELECT ${columns}, ${recorded} AS "recordedIn" FROM dict_${table} d ${join} ${beside ? `WHERE NOT (${old})` : ''} ORDER BY d.id`,
      { replaces: !beside },
    );
    if (table !== 'item') await writeParquet(context, `superseded/${table}`, null, `FROM superseded_${table}`, { replaces: false });
  }
}
