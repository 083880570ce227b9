// What is stored beside the net tables: columns that the contract does not know, and what has changed.
import { wireTables } from '@hengjian/catalog';
import { SECONDS_PER_DAY } from '@hengjian/domain';
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
