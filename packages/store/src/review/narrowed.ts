// The lake as a review of changes sees it: only the people whose records are new or other, with all of their records.
import { type LakeTable, lakeTables } from '@hengjian/domain';
import type { Narrowing } from '@hengjian/workflows';
import { type Duck, fileList } from '../lake/duck.ts';
import type { LakeConnection, LakeSnapshot } from '../lake/lake.ts';

/** Tables that hold records of people; only these are narrowed. */
const personal = (Object.keys(lakeTables) as LakeTable[]).filter((table) => 'person' in lakeTables[table]);

/** `touched(person)`: whom the narrowing names. The connection's views must show all buckets. */
export async function namePeople(duck: Duck, snapshot: LakeSnapshot, { sinceVersion, settledWithin }: Narrowing): Promise<void> {
  const changes = snapshot.changedSince(sinceVersion);
  const within = settledWithin.map(({ from, to }) => `"settledDay" BETWEEN ${from} AND ${to}`).join(' OR ');
  const sources = [
    ...(changes === null ? ['SELECT person FROM person'] : []),
    ...(changes?.length ? [`SELECT person FROM read_parquet(${fileList(changes)})`] : []),
    // every record of care hangs on an encounter and is reported on a day of its lines, settlements or its own
    ...(within ? ['line', 'encounter', 'settlement'].map((table) => `SELECT person FROM "${table}" WHERE ${within}`) : []),
  ];
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE touched AS SELECT DISTINCT person FROM (${sources.join(' UNION ALL ') || 'SELECT 0::INTEGER AS person WHERE false'})`,
  );
}

/** How many lines these people have. */
export async function touchedLines(snapshot: LakeSnapshot, narrowing: Narrowing): Promise<number> {
  const duck = await snapshot.connect();
  try {
    await namePeople(duck, snapshot, narrowing);
    const [row] = await duck.rows<{ n: number }>('SELECT count(*) AS n FROM "line" SEMI JOIN touched USING (person)');
    return row?.n ?? 0;
  } finally {
    duck.close();
  }
}

/**
 * Takes the records of these people out of the buckets that the views show, once: every rule then reads the few instead of finding
 * them anew. The views show the copy until they are pointed elsewhere.
 */
export async function narrowBuckets(duck: LakeConnection): Promise<void> {
  for (const table of personal) {
    await duck.run(`CREATE OR REPLACE TABLE "narrowed_${table}" AS SELECT * FROM memory.main."${table}" SEMI JOIN touched USING (person)`);
    await duck.run(`CREATE OR REPLACE VIEW memory.main."${table}" AS SELECT * FROM "narrowed_${table}"`);
  }
}
