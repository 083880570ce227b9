// Which encounters an import concerns: before a delta is made, those it must read; after merging, those that came out different.
import { type LakeTable, SECONDS_PER_DAY } from '@hengjian/domain';
import { layered } from '../lake/layers.ts';
import { BUCKETS } from '../lake/layout.ts';
import { MERGE_ORDER, originals } from './bucket-merge.ts';
import { writeParquet } from './bucket-net.ts';
import type { ImportContext } from './context.ts';
import { bucketFiles, lineFolder, traceFolder } from './lines.ts';

/** Numbers of people and providers of whom something is copied into their records and has changed. */
const otherCopies = `(person IN (SELECT id FROM changed_person WHERE NOT fresh) OR provider IN (SELECT id FROM changed_provider WHERE NOT fresh))`;

/** About how many stored lines carry a copy that changed. */
export async function linesWithOtherCopies({ duck, snapshot }: ImportContext): Promise<number> {
  const [row] = await duck.rows<{ n: number; of: number }>(
    `SELECT count(*) FILTER (${otherCopies}) AS n, count(*) AS "of" FROM dict_encounter`,
  );
  return row && row.of > 0 ? Math.ceil((row.n / row.of) * snapshot.rowCount('line')) : 0;
}

/**
 * `affected(encounter)`: what a delta over these buckets must read to net its rows right. Those the extract names, those whose copies
 * changed, and those tied to them by reversals of a settlement in another encounter: the state of one hangs on its neighbours.
 */
export async function nameAffected(
  context: ImportContext,
  buckets: readonly number[],
  rows: ReadonlyMap<LakeTable, ReadonlySet<number>>,
): Promise<void> {
  const { duck, snapshot } = context;
  const own = `person % ${BUCKETS} IN (${buckets.join(', ')})`;
  const streamed = (
    [
      ['line', lineFolder(context)],
      ['trace', traceFolder(context)],
    ] as const
  ).flatMap(([table, folder]) => {
    const present = buckets.filter((bucket) => rows.get(table)?.has(bucket));
    return present.length > 0 ? [`SELECT encounter FROM read_parquet(${bucketFiles(folder, ...present)}, hive_partitioning = false)`] : [];
  });
  const staged = (['encounter', 'settlement', 'diagnosis', 'operation'] as const).map(
    (table) => `SELECT e.id FROM s_${originals[table].wire} s JOIN dict_encounter e ON e.no = s.mdtrt_id WHERE e.${own}`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE affected AS SELECT DISTINCT encounter FROM (
       ${[...staged, ...streamed].join(' UNION ALL ')} UNION ALL SELECT id FROM dict_encounter WHERE ${otherCopies} AND ${own}) t(encounter)`,
  );
  const old = ['settlement', 'aside/settlement'].flatMap((kind) => layered(snapshot, kind, ['encounter', 'reversalOf'], buckets) ?? []);
  const reversals = [
    ...old.map((sql) => `SELECT * FROM (${sql}) WHERE "reversalOf" IS NOT NULL`),
    `SELECT t.encounter, s.init_setl_id FROM s_setl s JOIN dict_settlement t ON t.no = s.setl_id WHERE s.init_setl_id IS NOT NULL`,
  ];
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE tied AS SELECT DISTINCT f.encounter AS a, t.encounter AS b FROM (${reversals.join(' UNION ALL ')}) f
       JOIN dict_settlement t ON t.no = f."reversalOf" JOIN dict_encounter d ON d.id = f.encounter JOIN dict_encounter e ON e.id = t.encounter
      WHERE f.encounter <> t.encounter AND d.person = e.person AND d.${own}`,
  );
  // neighbours come out different, and hang on neighbours of their own
  for (let step = 0; step < 2; step += 1)
    await duck.run(
      `INSERT INTO affected SELECT DISTINCT n FROM (SELECT b AS n FROM tied SEMI JOIN affected ON encounter = a UNION ALL SELECT a FROM tied SEMI JOIN affected ON encounter = b)
         WHERE n NOT IN (SELECT encounter FROM affected)`,
    );
}

/**
 * `touched(encounter)` of the pass: encounters with new or other content, those a changed reversal ties to them, and those whose
 * person or provider changed.
 */
export async function nameTouched({ duck, version }: ImportContext): Promise<void> {
  const content = MERGE_ORDER.flatMap((table) => [
    `SELECT encounter FROM m_${table} WHERE "recordedIn" = ${version}`,
    `SELECT encounter FROM x_${table}`,
  ]).join(' UNION ALL ');
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE touched AS
       WITH c AS (SELECT DISTINCT encounter FROM (${content})),
         links AS (SELECT encounter, "reversalOf" FROM m_settlement WHERE "reversalOf" IS NOT NULL UNION ALL SELECT encounter, "reversalOf" FROM x_settlement WHERE "reversalOf" IS NOT NULL),
         tied AS (SELECT f.encounter AS a, t.encounter AS b FROM links f JOIN m_settlement t ON t."settlementNo" = f."reversalOf" WHERE f.encounter <> t.encounter)
       SELECT DISTINCT encounter FROM (FROM c UNION ALL SELECT b FROM tied SEMI JOIN c ON c.encounter = a UNION ALL SELECT a FROM tied SEMI JOIN c ON c.encounter = b
         UNION ALL SELECT encounter FROM m_encounter WHERE ${otherCopies})`,
  );
}

/**
 * The pass's touched encounters and the days their records touch: what a review of changes redoes. The first import changes
 * everything and writes none.
 */
export async function writeChanges(context: ImportContext, bucket: number | null): Promise<void> {
  const { version, snapshot } = context;
  if (snapshot.version === 0) return;
  await writeParquet(
    context,
    'changes',
    bucket,
    `WITH d AS (SELECT encounter, min("occurredAt") // ${SECONDS_PER_DAY} AS a, max("occurredAt") // ${SECONDS_PER_DAY} AS b FROM m_line JOIN touched USING (encounter) GROUP BY encounter)
     SELECT e.encounter, e.person, e.provider, CAST(least(e."begunDay", e."settledDay", d.a) AS INTEGER) AS "fromDay",
       CAST(greatest(e."begunDay", e."settledDay", d.b) AS INTEGER) AS "toDay", ${version} AS version
       FROM touched JOIN n_encounter e USING (encounter) LEFT JOIN d USING (encounter) ORDER BY e.person, e.encounter`,
    { replaces: false },
  );
}

/** Encounters with lines ordered by practitioners of whom something changed: nothing of them is copied, but rules look them up. */
export async function writeChangesOfPractitioners(context: ImportContext): Promise<void> {
  const { duck, version, snapshot, firstNew } = context;
  const known = `SELECT id FROM changed_practitioner WHERE id < ${firstNew.practitioner}`;
  const lines = layered(snapshot, 'line', ['encounter', 'person', 'provider', 'practitioner', 'day']);
  const encounters = layered(snapshot, 'encounter', ['encounter', 'person', 'provider', 'practitioner', 'begunDay']);
  if (!lines || !encounters || (await duck.rows(`${known} LIMIT 1`)).length === 0) return;
  await writeParquet(
    context,
    'changes',
    null,
    `SELECT encounter, person, provider, min(day) AS "fromDay", max(day) AS "toDay", ${version} AS version
       FROM (${lines} UNION ALL ${encounters}) t WHERE practitioner IN (${known}) GROUP BY encounter, person, provider ORDER BY person, encounter`,
    { replaces: false, name: 'changes-practitioner' },
  );
}
