// The records of the people of all named partitions, taken out of the bucket once for all rules: among these few every rule looks for
// what closures decide, and evidence is found. All of a partition's records lie with one person, and so do those a pair links them with.
import { derivedRecords } from '@hengjian/catalog';
import { lakeTables } from '@hengjian/domain';
import { derivedSql, type PlannedRule, plainKeys, quoted, type Schema, usedColumns } from '@hengjian/language';
import { besideOf } from '../lake/derived-views.ts';
import { type Duck, inFullPieces } from '../lake/duck.ts';

/** A rule beside the relation of what it named. `from`: where its records can be looked up by their keys, if not in its table. */
export interface Named {
  readonly planned: PlannedRule;
  readonly named: string;
  readonly from?: string | undefined;
  /** The relation says whose each record is (`person`). */
  readonly personal: boolean;
}

const isBucketed = (table: string): boolean => table in lakeTables;
/** The table that records are made from: of a derived record its own, else the table itself. */
const baseOf = (table: string): string => derivedRecords[table]?.from ?? table;
const lake = (table: string): string => `memory.main.${quoted(table)}`;

/** By what evidence names a record, whatever the rule reads. */
const naming = ['line', 'encounter', 'settlement'];

export class Near {
  private readonly duck: Duck;
  private readonly rules: readonly PlannedRule[];
  private readonly schema: Schema;
  /** Tables of which a copy with all used columns stands in memory, under its own name. */
  private readonly copied: readonly string[];

  constructor(duck: Duck, rules: readonly PlannedRule[], schema: Schema, copied: readonly string[]) {
    this.duck = duck;
    this.rules = rules;
    this.schema = schema;
    this.copied = copied;
  }

  /** Relation of the few records of a table. */
  readonly table = (name: string): string =>
    isBucketed(baseOf(name)) && name in this.schema.tables ? `memory.near.${quoted(name)}` : quoted(name);

  /** Nobody yet. */
  async begin(): Promise<void> {
    await this.duck.run('CREATE OR REPLACE TEMP TABLE near_person (person INTEGER)');
  }

  /** SELECT of people whose records will be looked at. */
  async add(people: string): Promise<void> {
    await this.duck.run(`INSERT INTO near_person ${people}`);
  }

  /** Takes the records out, once all rules have named. */
  async take(asked: readonly Named[]): Promise<void> {
    const { duck, schema } = this;
    const people = this.peopleOf(asked);
    if (people.length > 0) await this.add(people.join(' UNION ALL '));
    await duck.run('CREATE SCHEMA IF NOT EXISTS memory.near');
    await duck.run('CREATE OR REPLACE TABLE memory.near.people AS SELECT DISTINCT person FROM near_person');
    const read = new Set(
      asked.flatMap(({ planned: { rule } }) => [rule.reads, ...(rule.shape.kind === 'pair' ? [rule.shape.right.reads] : [])]),
    );
    for (const table of new Set([...naming, ...[...read].map(baseOf).filter(isBucketed)])) {
      const from = this.copied.includes(table) ? `temp.main.${quoted(table)}` : lake(table);
      const columns = this.columns(table).map(quoted).join(', ');
      await duck.run(
        `CREATE OR REPLACE TABLE memory.near.${quoted(table)} AS ${inFullPieces(`SELECT ${columns} FROM ${from} SEMI JOIN memory.near.people USING (person)`)}`,
      );
    }
    for (const table of read) {
      const derived = derivedRecords[table];
      if (!derived || !isBucketed(derived.from)) continue;
      const few = (name: string) => (name === derived.from ? this.table(name) : lake(name));
      const columns = new Set(this.columns(derived.from));
      const own = (column: string) => column in (schema.tables[derived.from]?.columns ?? {});
      // what is counted with its like is counted among all
      const sql = derived.counted
        ? `SELECT * FROM ${lake(table)} SEMI JOIN memory.near.people USING (person)`
        : derivedSql(derived, schema, few, besideOf(table, few, schema), (column) => columns.has(column) || !own(column));
      await duck.run(`CREATE OR REPLACE VIEW ${this.table(table)} AS ${sql}`);
    }
  }

  async drop(): Promise<void> {
    await this.duck.run('DROP SCHEMA IF EXISTS memory.near CASCADE');
  }

  private columns(table: string): string[] {
    return usedColumns(this.rules, table, this.schema, derivedRecords);
  }

  /** SELECTs of the people of each rule's named partitions, by the best column of their keys that belongs to one person. */
  private peopleOf(asked: readonly Named[]): string[] {
    const { schema } = this;
    const wanted = new Map<string, { relation: string; field: string; values: string[] }>();
    for (const { planned, named, from, personal } of asked) {
      const table = baseOf(planned.rule.reads);
      const own = plainKeys(planned).filter(({ field }) => schema.tables[table]?.personal?.includes(field));
      const by = personal ? { key: 'person', field: 'person' } : (own.find(({ field }) => field === 'person') ?? own[0]);
      if (!by) throw new Error(`${planned.rule.id}: its partitions are not of one person`);
      // the number of an encounter is looked up among encounters, not among their many lines
      const home = isBucketed(by.field) ? by.field : table;
      const relation = from ?? (this.copied.includes(home) ? `temp.main.${quoted(home)}` : lake(home));
      const key = `${relation}.${by.field}`;
      const found = wanted.get(key) ?? { relation, field: by.field, values: [] };
      found.values.push(`SELECT ${by.key} AS k_value FROM ${named}`);
      wanted.set(key, found);
    }
    return [...wanted.values()].map(({ relation, field, values }) => {
      const all = values.join(' UNION ALL ');
      if (field === 'person') return `SELECT k_value AS person FROM (${all})`;
      return `SELECT person FROM ${relation} a SEMI JOIN (${all}) n ON a.${quoted(field)} = n.k_value`;
    });
  }
}
