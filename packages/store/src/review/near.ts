// The records among which those of the named partitions are looked for: of the people of these partitions alone, taken out of the
// bucket once for all rules. All of a partition's records lie with one person, and so do those that a pair links them with.
import { derivedRecords } from '@hengjian/catalog';
import { lakeTables } from '@hengjian/domain';
import { derivedSql, type PlannedRule, plainKeys, quoted, type Schema } from '@hengjian/language';
import { besideOf } from '../lake/derived-views.ts';
import type { Duck } from '../lake/duck.ts';

/** A rule beside the relation of what it named. */
export interface Named {
  readonly planned: PlannedRule;
  readonly named: string;
}

const isBucketed = (table: string): boolean => table in lakeTables;
/** The table that records are made from: of a derived record its own, else the table itself. */
const baseOf = (table: string): string => derivedRecords[table]?.from ?? table;
const lake = (table: string): string => `memory.main.${quoted(table)}`;

/** Makes the relations, and gives the function that names them: a table of the lake in, the few records of it out. */
export async function nearRecords(duck: Duck, rules: readonly Named[], schema: Schema): Promise<(table: string) => string> {
  await duck.run('CREATE SCHEMA IF NOT EXISTS memory.near');
  await duck.run(
    `CREATE OR REPLACE TABLE memory.near.people AS SELECT DISTINCT person FROM (${peopleOf(rules, schema).join(' UNION ALL ')})`,
  );
  const read = new Set(
    rules.flatMap(({ planned: { rule } }) => [rule.reads, ...(rule.shape.kind === 'pair' ? [rule.shape.right.reads] : [])]),
  );
  const near = (table: string): string => (isBucketed(baseOf(table)) && read.has(table) ? `memory.near.${quoted(table)}` : quoted(table));
  for (const table of new Set([...read].map(baseOf).filter(isBucketed)))
    await duck.run(
      `CREATE OR REPLACE TABLE memory.near.${quoted(table)} AS SELECT * FROM ${lake(table)} SEMI JOIN memory.near.people USING (person)`,
    );
  for (const table of read) {
    const derived = derivedRecords[table];
    if (!derived || !isBucketed(derived.from)) continue;
    const few = (name: string) => (name === derived.from ? `memory.near.${quoted(name)}` : lake(name));
    // what is counted with its like is counted among all
    const sql = derived.counted
      ? `SELECT * FROM ${lake(table)} SEMI JOIN memory.near.people USING (person)`
      : derivedSql(derived, schema, few, besideOf(table, few, schema));
    await duck.run(`CREATE OR REPLACE VIEW memory.near.${quoted(table)} AS ${sql}`);
  }
  return near;
}

/** SELECTs of the people of each rule's named partitions, by the first column of their keys that belongs to one person. */
function peopleOf(rules: readonly Named[], schema: Schema): string[] {
  const wanted = new Map<string, { table: string; field: string; values: string[] }>();
  for (const { planned, named } of rules) {
    const table = baseOf(planned.rule.reads);
    const own = plainKeys(planned).find(({ field }) => schema.tables[table]?.personal?.includes(field));
    if (!own) throw new Error(`${planned.rule.id}: its partitions are not of one person`);
    const by = `${table}.${own.field}`;
    const found = wanted.get(by) ?? { table, field: own.field, values: [] };
    found.values.push(`SELECT ${own.key} AS k_value FROM ${named}`);
    wanted.set(by, found);
  }
  return [...wanted.values()].map(({ table, field, values }) => {
    const all = values.join(' UNION ALL ');
    if (field === 'person') return `SELECT k_value AS person FROM (${all})`;
    return `SELECT person FROM ${lake(table)} a SEMI JOIN (${all}) n ON a.${quoted(field)} = n.k_value`;
  });
}
