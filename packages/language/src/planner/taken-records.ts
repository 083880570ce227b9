/**
 * Which records a rule can take at all. Most rules that look beyond one person look at few of them, and comparisons of shares only add
 * up most charge items: what they need of the lake can be kept beside it, many times smaller.
 */
import { aggregateOf } from '../check.ts';
import type { Derived } from '../derived.ts';
import { type Expression, isCall, nodes } from '../expression.ts';
import type { RuleTree } from '../rule.ts';
import type { Schema } from '../schema.ts';
import { toSql } from '../sql.ts';
import { columnsOf, deciding, fieldsOf } from './columns.ts';
import { conjuncts } from './members.ts';

/** Records `t` of a table of the lake for which `where` (SQL) is true, of the items that knowledge rows name in `role`; of any where there is no role. */
export interface TakenRecords {
  readonly table: string;
  readonly where: string;
  readonly role: string | null;
}

type DerivedRecords = { readonly [table: string]: Derived };

/** The records that a rule reads on either side, and maybe more. Those of a list's rule are not told apart by what is listed. */
export function takenRecords(rule: RuleTree, schema: Schema, derived: DerivedRecords): TakenRecords[] {
  const taken = (reads: string, where: Expression | undefined, role: string | undefined): TakenRecords => {
    const made = derived[reads];
    const table = made?.from ?? reads;
    // what is counted with its like is counted among all
    const asked = made?.counted || !where ? [] : conjuncts(where).filter((e) => asksOwn(e, table, schema, made));
    const own = [...(made ? conjuncts(made.where) : []), ...asked];
    const names = { field: (n: string) => `t."${n}"`, param: () => 'NULL' };
    const sql = own.map((e) => `(${toSql(e, names)}) IS NOT FALSE`).join(' AND ');
    return { table, where: sql || 'TRUE', role: made?.counted ? null : (role ?? null) };
  };
  const { knowledge: use, shape } = rule;
  const named = use?.by === 'item' && use.mode !== 'list' ? use.role : undefined;
  // exemptions are counted: what they keep out is taken as well
  const left = taken(rule.reads, rule.where, named);
  return shape.kind === 'pair' ? [left, taken(shape.right.reads, shape.right.where, shape.right.role)] : [left];
}

/** Whether a condition asks a record of the table itself, and nothing that was put beside it. */
function asksOwn(e: Expression, table: string, schema: Schema, made: Derived | undefined): boolean {
  const added = new Set([made?.spread?.column, made?.counted?.column, ...(made?.beside ?? []).flatMap(({ take }) => Object.keys(take))]);
  return [...nodes(e)].every((node) => {
    if (isCall(node) || node.op === 'literal') return true;
    const { name, of } = node as { name: string; of?: string };
    return node.op === 'field' && !of && !added.has(name) && name in (schema.tables[table]?.columns ?? {});
  });
}

/** How lines that a rule's knowledge does not list may be put together: those alike in `by`, with the totals of `sums`. */
export interface SummedLines {
  readonly by: readonly string[];
  readonly sums: readonly string[];
  /** Column by which listed lines, and no others, add something. */
  readonly adds: string;
}

/**
 * A comparison of lines with listed ones (a share of costs) that asks of those not listed only what they add up to within an encounter:
 * its amounts stand in totals only, and all else is counted by different values. Undefined for any other rule.
 */
export function summedLines(rule: RuleTree, schema: Schema): SummedLines | undefined {
  const { shape, knowledge: use } = rule;
  if (rule.reads !== 'line' || shape.kind !== 'peer' || shape.stream || rule.exemptions.length > 0) return undefined;
  if (use?.by !== 'item' || use.mode !== 'list') return undefined;
  const sums = new Set<string>();
  const plain: Expression[] = [];
  const settle = (e: Expression): boolean => {
    if (!isCall(e)) return true;
    if (!aggregateOf(e.op)) return e.args.every(settle);
    const [of] = e.args as [Expression];
    if (e.op === 'countDistinct') return plain.push(of) > 0;
    const total = e.op === 'sum' ? totalled(of) : undefined;
    if (total) sums.add(total);
    return total !== undefined;
  };
  const { value, volume, minimumPeers, threshold, floor, limit, also } = shape;
  const told = [value.numerator, value.denominator, volume.of, volume.minimum, minimumPeers, threshold, floor.absolute, floor.relative];
  const facts = Object.values(rule.facts).map((fact) => fact.value);
  for (const e of [...told, limit?.value, also, ...facts]) if (e && !settle(e)) return undefined;
  // what adds most is looked for among listed lines: the others must add nothing
  const contributes = totalled(shape.contributes);
  if (!contributes || !isCall(shape.contributes)) return undefined;
  const apart = fieldsOf([...plain, rule.on, ...(rule.where ? [rule.where] : []), ...rule.key, ...shape.of], 'left');
  if ([...sums].some((column) => apart.has(column)) || apart.has('item')) return undefined;
  const known = fieldsOf(deciding(rule), 'left');
  const tie = new Set(schema.tables.line?.tie);
  const by = [...new Set(['encounter', 'person', 'settledDay', ...apart])];
  // every column that is read must be told by one of the two; those that only order records are not
  const read = columnsOf(rule, schema).filter((c) => c !== 'line' && !(tie.has(c) && !known.has(c)));
  return read.every((c) => by.includes(c) || sums.has(c) || c === contributes) ? { by, sums: [...sums], adds: contributes } : undefined;
}

/** The column that an expression is of a line that is listed; of one that is not it is that too, or nothing. */
function totalled(e: Expression): string | undefined {
  if (!isCall(e)) return e.op === 'field' && !(e as { of?: string }).of ? (e as { name: string }).name : undefined;
  const [condition, column, otherwise] = e.args;
  if (e.op !== 'choose' || condition?.op !== 'listed') return undefined;
  const none = otherwise?.op === 'literal' && (otherwise as { value: unknown }).value === 0;
  return none ? totalled(column as Expression) : undefined;
}
