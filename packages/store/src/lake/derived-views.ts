import { derivedRecords, ruleSchema } from '@hengjian/catalog';
import { lakeTables } from '@hengjian/domain';
import { type Beside, besideSql, derivedSql, type PlannedRule, type Schema, takenBeside } from '@hengjian/language';
import { type Duck, quoted } from './duck.ts';

// the lake's own tables, and not the narrower copies that a review keeps under the same names
const lake = (name: string): string => `memory.main.${quoted(name)}`;
/** Registers and dimensions stand whole beside every bucket. */
const standsWhole = ({ reads }: Beside): boolean => !(reads in lakeTables);
const besideName = (table: string, place: number): string => `beside_${table}_${place}`;

/** Statements that make the derived records readable over whatever the lake's views point at. */
export const derivedViews = (): string[] =>
  Object.entries(derivedRecords).map(
    ([table, derived]) => `CREATE OR REPLACE VIEW ${lake(table)} AS ${derivedSql(derived, ruleSchema, lake)}`,
  );

/** What stands beside these derived records, worked out once for all that read them; their views read it from there. */
export async function settleBesides(duck: Duck, tables: Iterable<string>): Promise<void> {
  for (const table of new Set(tables)) {
    const derived = derivedRecords[table];
    if (!derived) continue;
    for (const [place, beside] of derived.beside.entries())
      if (standsWhole(beside))
        await duck.run(`CREATE OR REPLACE TABLE ${lake(besideName(table, place))} AS ${besideSql(beside, ruleSchema, lake)}`);
    await duck.run(`CREATE OR REPLACE VIEW ${lake(table)} AS ${derivedSql(derived, ruleSchema, lake, besideOf(table, lake, ruleSchema))}`);
  }
}

/** Relation that a rule reads a table from: of derived records with what it asks for beside them, and no more. */
export const relationFor =
  (planned: Pick<PlannedRule, 'rule'>, schema: Schema) =>
  (table: string): string =>
    derivedRecords[table] ? relationOver(planned, schema, lake)(table) : quoted(table);

/** The same, of tables that are read from these relations. */
export const relationOver =
  ({ rule }: Pick<PlannedRule, 'rule'>, schema: Schema, relation: (table: string) => string) =>
  (table: string): string => {
    const derived = derivedRecords[table];
    return derived
      ? `(${derivedSql(derived, schema, relation, besideOf(table, lake, schema), takenBeside(rule, table, derived, schema))})`
      : relation(table);
  };

/** Where `derivedSql` finds what `settleBesides` worked out. */
export const besideOf =
  (table: string, relation: (name: string) => string, schema: Schema) =>
  (beside: Beside, place: number): string =>
    standsWhole(beside) ? lake(besideName(table, place)) : `(${besideSql(beside, schema, relation)})`;
