// What is stored beside the net tables: columns that the contract does not know.
import { wireTables } from '@hengjian/catalog';
import { quoted } from '../lake/duck.ts';
import { writeParquet } from './bucket-net.ts';
import type { ImportContext } from './context.ts';
import { rawColumn, rawRows } from './stage.ts';

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
      { replaces: false },
    );
  }
}
