// The lake's records under the marks of exemptions that look at whole encounters. Encounters are looked at once for all rules.
import { derivedRecords } from '@hengjian/catalog';
import { type EncounterMarks, MARKS, marksOf, marksSql, type RuleTree } from '@hengjian/language';
import { quoted } from './duck.ts';

export interface Marking {
  readonly marks: EncounterMarks;
  /** Tables whose records are decided by their marks; of the others only what is found asks for them. */
  readonly deciding: ReadonlySet<string>;
}

/** What these rules ask for; undefined where none looks at encounters. */
export function markingOf(rules: readonly RuleTree[]): Marking | undefined {
  const marks = marksOf(rules);
  if (marks.size === 0) return undefined;
  const baseOf = (table: string) => derivedRecords[table]?.from ?? table;
  const deciding = rules
    .filter(({ exemptions }) => exemptions.some(({ acts, encounter }) => encounter && acts !== 'finding'))
    .flatMap(({ reads, shape }) => [reads, ...(shape.kind === 'pair' ? [shape.right.reads] : [])].map(baseOf));
  return { marks, deciding: new Set(deciding) };
}

const MARKED = 'memory.main.marked_encounter';
/** Statement that looks at the encounters. `relation`: a table's records without marks. */
export const markEncounters = ({ marks }: Marking, relation: (table: string) => string): string =>
  `CREATE OR REPLACE TABLE ${MARKED} AS ${marksSql(marks, relation)}`;

/**
 * SELECT of a table's records with their marks. A join is what a scan that asks every record needs; a subquery costs nothing where the
 * column is not asked for.
 */
export function markedSql(table: string, records: string, marking: Marking | undefined): string {
  if (!marking) return `SELECT *, NULL::VARCHAR AS ${MARKS} FROM (${records})`;
  if (marking.deciding.has(table))
    return `SELECT t.*, m.${MARKS} FROM (${records}) t LEFT JOIN ${MARKED} m ON m.encounter = t.${quoted('encounter')}`;
  return `SELECT t.*, (SELECT m.${MARKS} FROM ${MARKED} m WHERE m.encounter = t.${quoted('encounter')}) AS ${MARKS} FROM (${records}) t`;
}
