/** What is known of values before any condition: the values of closed lists, and counts that are never below zero. */
import { type Expression, isCall, type Value } from '../expression.ts';
import type { RuleTree } from '../rule.ts';
import { tableOf } from '../units.ts';
import { isClosed, type Vocabulary, valuesName } from '../vocabulary.ts';

export interface Pool {
  /** All values the term can have, where they are known. */
  values(e: Expression): Set<number | string | boolean> | undefined;
  /** The least it can be. */
  least(e: Expression): number;
}

const counts: readonly string[] = ['count', 'countKnown', 'countDistinct', 'countDistinctKnown', 'coveredDays', 'size'];

export function poolOf(rule: RuleTree, words: Vocabulary): Pool {
  return {
    values(e) {
      if (e.op === 'listed') return new Set([true, false]);
      if (e.op !== 'field' || isCall(e)) return undefined;
      const { name, of } = e as { name: string; of?: 'right' };
      const table = tableOf(rule, of);
      if (words.types[table]?.[name] === 'bool') return new Set([true, false]);
      const named = valuesName(words, table, name);
      if (!named || !isClosed(words, table, name)) return undefined;
      const number = words.types[table]?.[name] === 'int';
      return new Set(Object.keys(words.values[named] ?? {}).map((v) => (number ? Number(v) : v)));
    },
    least: (e) => (isCall(e) && counts.includes(e.op) ? 0 : -Infinity),
  };
}

/** The expression with the rule's own parameters at their values; whole numbers are worked out. */
export function atValues(e: Expression, values: { readonly [name: string]: Value }): Expression {
  if (e.op === 'param' && !isCall(e)) {
    const { name } = e as { name: string };
    const value = values[name];
    return value === undefined ? e : ({ op: 'literal', value } as Expression);
  }
  if (!isCall(e)) return e;
  const args = e.args.map((arg) => atValues(arg, values));
  const numbers = args.map((arg) => (arg.op === 'literal' ? (arg as { value: Value }).value : undefined));
  if (['add', 'subtract', 'multiply'].includes(e.op) && numbers.every((n) => typeof n === 'number')) {
    const [a, b] = numbers as [number, number];
    const value = e.op === 'add' ? a + b : e.op === 'subtract' ? a - b : a * b;
    if (Number.isSafeInteger(value)) return { op: 'literal', value };
  }
  // the values of a list parameter are told apart like any others
  const list = numbers[1];
  if (e.op === 'memberOf' && Array.isArray(list))
    return { op: 'in', args: [args[0] as Expression, ...list.map((value): Expression => ({ op: 'literal', value }))] };
  return { op: e.op, args };
}

/** Parameters at their standard values, less those that knowledge rows give. */
export const standards = (rule: RuleTree): { readonly [name: string]: Value } =>
  Object.fromEntries(
    Object.entries(rule.parameters)
      .filter(([name]) => !rule.knowledgeParams.includes(name))
      .map(([name, { standard }]) => [name, standard as Value]),
  );
