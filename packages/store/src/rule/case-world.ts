// A few records as the relations that the SQL reader expects, in a DuckDB of their own.
import { dimensionTables, type LakeType, lakeTables, madeTables, referenceTables } from '@hengjian/domain';
import type { Row, RuleTree } from '@hengjian/language';
import type { CaseWorld } from '@hengjian/workflows';
import { derivedViews } from '../lake/derived-views.ts';
import { type Duck, openDuck } from '../lake/duck.ts';
import { markEncounters, markedSql, markingOf } from '../lake/encounter-marks.ts';

const types: Record<LakeType, string> = {
  id: 'BIGINT',
  int: 'BIGINT',
  text: 'VARCHAR',
  bool: 'BOOLEAN',
  fen: 'BIGINT',
  quantity: 'BIGINT',
  price: 'BIGINT',
  day: 'INTEGER',
  instant: 'BIGINT',
};

const literal = (value: unknown): string =>
  value === null || value === undefined ? 'NULL' : typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

export const openWorld = (): Promise<Duck> => openDuck({ threads: 1, memoryLimitMb: 500 });

async function fill(duck: Duck, table: string, columns: { [c: string]: LakeType }, rows: readonly Row[]): Promise<void> {
  const names = Object.keys(columns);
  await duck.run(
    `CREATE OR REPLACE TABLE memory.main."${table}" (${names.map((n) => `"${n}" ${types[columns[n] as LakeType]}`).join(', ')})`,
  );
  if (rows.length > 0)
    await duck.run(
      `INSERT INTO memory.main."${table}" VALUES ${rows.map((row) => `(${names.map((n) => literal(row[n])).join(', ')})`).join(', ')}`,
    );
}

/** Where the rows of a lake's table stand: its name is a view that marks them. */
export const unmarked = (table: string): string => `unmarked_${table}`;

/** `rules`: those whose exemptions the records are marked with. */
export async function fillWorld(duck: Duck, world: CaseWorld, rules: readonly RuleTree[] = []): Promise<void> {
  const marking = markingOf(rules);
  for (const [table, columns] of Object.entries(lakeTables)) await fill(duck, unmarked(table), columns, world.tables[table] ?? []);
  if (marking) await duck.run(markEncounters(marking, unmarked));
  for (const table of Object.keys(lakeTables))
    await duck.run(`CREATE OR REPLACE VIEW memory.main."${table}" AS ${markedSql(table, `FROM ${unmarked(table)}`, marking)}`);
  for (const [table, columns] of Object.entries({ ...referenceTables, ...madeTables }))
    await fill(duck, table, columns, world.tables[table] ?? []);
  for (const table of ['person', 'provider', 'practitioner', 'item'] as const)
    await fill(duck, table, dimensionTables[table], world.dimensions[table]);
  for (const view of derivedViews()) await duck.run(view);
}
