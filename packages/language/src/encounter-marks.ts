/**
 * Exemptions that look at the encounter as a whole: which diagnoses, operations, ways of care it has. Both readers mark the records of
 * the encounters in question with the exemptions' ids beforehand; the rules then ask a record for the mark, like any column.
 */

import type { Tables } from './closure-reader.ts';
import { compile, type Row } from './compile.ts';
import { coalesce, type Expression, field, holds, right } from './expression.ts';
import { type EncounterConditions, noPoint, type RuleTree } from './rule.ts';
import { type SqlNames, toSql } from './sql.ts';

/** The column of marks: `;X-1;X-2;`, unknown where the encounter has none. No file has it; readers write it. */
export const MARKS = 'exemptions';

/** Whether the encounter of the record (of a pair also: of the other) is under this exemption. */
export const underExemption = (id: string, side: 'left' | 'right' = 'left'): Expression =>
  holds(coalesce(side === 'left' ? field(MARKS) : right(MARKS), ''), `;${id};`);

/** Exemptions by id, each with the encounters it speaks of. */
export type EncounterMarks = ReadonlyMap<string, EncounterConditions>;

export const marksOf = (rules: Iterable<RuleTree>): EncounterMarks =>
  new Map([...rules].flatMap((rule) => rule.exemptions.flatMap(({ id, encounter }) => (encounter ? [[id, encounter] as const] : []))));

const names: SqlNames = { field: (column) => `"${column}"`, param: () => 'NULL' };
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** SELECT of encounters with their marks. `relation` writes a table of the encounters that are looked at. */
export function marksSql(marks: EncounterMarks, relation: (table: string) => string): string {
  const each = [...marks].map(([id, groups]) => {
    const met = groups.map(
      (any) => `(${any.map(({ of, when }) => `SELECT encounter FROM ${relation(of)} WHERE ${toSql(when, names)}`).join(' UNION ')})`,
    );
    return `SELECT encounter, ${text(id)} AS mark FROM (${met.join(' INTERSECT ')})`;
  });
  return `SELECT encounter, ';' || string_agg(mark, ';' ORDER BY mark) || ';' AS ${MARKS} FROM (${each.join(' UNION ALL ')}) WHERE encounter IS NOT NULL GROUP BY encounter`;
}

/** The records, those of marked encounters with their marks. The same tables where nothing is marked. */
export function withMarks(tables: Tables, marks: EncounterMarks): Tables {
  const marked = new Map<Row[string], string>();
  for (const [id, groups] of [...marks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const met = groups.map((any) => new Set(any.flatMap(({ of, when }) => encountersWhere(tables[of] ?? [], when))));
    const [first = new Set(), ...others] = met;
    for (const encounter of first)
      if (others.every((set) => set.has(encounter))) marked.set(encounter, `${marked.get(encounter) ?? ';'}${id};`);
  }
  if (marked.size === 0) return tables;
  const mark = (record: Row): Row => {
    const own = marked.get(record.encounter ?? null);
    return own === undefined ? record : { ...record, [MARKS]: own };
  };
  return Object.fromEntries(Object.entries(tables).map(([table, records]) => [table, records.map(mark)]));
}

function encountersWhere(records: readonly Row[], when: Expression): Row[string][] {
  const asked = compile(when);
  return records.flatMap((record) => {
    const { encounter } = record;
    return encounter !== null && encounter !== undefined && asked({ record, point: noPoint }) === true ? [encounter] : [];
  });
}
