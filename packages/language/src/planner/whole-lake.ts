/**
 * Rules that look beyond one person. The lake lies in buckets by person, and most partitions lie in one bucket; those of a
 * provider, a practitioner, a trace code do not. Such rules run in a pass of their own over all buckets: the same SQL names the
 * partitions, the same closures decide them.
 */
import { type Expression, isCall } from '../expression.ts';
import type { RuleTree } from '../rule.ts';
import type { Schema, TableSchema } from '../schema.ts';
import { streamOf } from './columns.ts';

/** A column by itself, and nothing made of it: only that surely keeps the records of one person together. */
const columnOf = (e: Expression): string | undefined =>
  !isCall(e) && e.op === 'field' && (e as { of?: string }).of !== 'right' ? (e as { name: string }).name : undefined;

const staysPersonal = (key: readonly Expression[], table: TableSchema): boolean =>
  key.some((e) => table.personal?.includes(columnOf(e) ?? ''));

/**
 * Whether partitions (or streams, or the links of a pair) of a rule may hold records of several persons, so that no bucket holds
 * them whole. Follows from the keys alone; in doubt true, which costs time and never a finding.
 */
export function reachesBeyondPerson(rule: RuleTree, schema: Schema): boolean {
  const table = schema.tables[rule.reads];
  if (!table) throw new Error(`${rule.id}: no table ${rule.reads}`);
  if (rule.shape.kind === 'peer' || !staysPersonal(rule.key, table)) return true;
  const stream = streamOf(rule);
  if (stream && !staysPersonal(stream.key, table)) return true;
  if (rule.shape.kind !== 'pair') return false;
  const right = schema.tables[rule.shape.right.reads];
  // a dimension stands whole beside every bucket
  if (!right?.personal) return false;
  return !rule.shape.link.some(([l, r]) => {
    const name = columnOf(l);
    return name !== undefined && name === columnOf(r) && table.personal?.includes(name) && right.personal?.includes(name);
  });
}
