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

/** Writes the files of people, providers, practitioners and items, old rows and new. */
export async function writeDimensions(context: ImportContext): Promise<void> {
  for (const table of Object.keys(dimensionTables) as DimensionTable[]) {
    const columns = [...dimensionColumnsOf(table), ...dimensionSource[table]]
      .map(([name, type]) => {
        const value = name === table ? 'd.id' : name === numberColumn[table] ? 'd.no' : table === 'item' ? 'NULL' : `t.${quoted(name)}`;
        return `CAST(${value} AS ${sqlTypeOf(name, type)}) AS ${quoted(name)}`;
      })
      .join(', ');
    const join = table === 'item' ? '' : `LEFT JOIN dim_${table} t ON t.${quoted(table)} = d.id`;
    const recorded = table === 'item' ? `${context.version}` : `t."recordedIn"`;
    await writeParquet(
      context,
      `dimension/${table}`,
      null,
      `SELECT ${columns}, ${recorded} AS "recordedIn" FROM dict_${table} d ${join} ORDER BY d.id`,
    );
    if (table !== 'item') await writeParquet(context, `superseded/${table}`, null, `FROM superseded_${table}`, undefined, false);
  }
}
