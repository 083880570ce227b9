/** Expressions → closures. Compiled once per edition; evaluating allocates nothing but what an operator returns. */
import { aggregateOf, operatorOf, TreeError } from './check.ts';
import { type Expression, isCall, type Value } from './expression.ts';
import type { Operator } from './operator.ts';
import type { Point } from './rule.ts';

export type Row = { readonly [column: string]: Value };

/** What an expression sees while one record is asked. */
export interface Context {
  record: Row;
  right?: Row;
  point: Point;
  folds?: { readonly [name: string]: Value };
  listed?: boolean | undefined;
  /** The partition's members, for aggregates. */
  members?: readonly { readonly context: Context; readonly scope: boolean | null }[];
}

export type Compiled = (context: Context) => Value;

/** Trees are frozen, so one closure serves for the life of a tree. */
const compiled = new WeakMap<Expression, Compiled>();

/** The closure of a tree, made once. Throws TreeError on an unknown operator or node; check trees before (`checkRule`). */
export function compile(e: Expression): Compiled {
  const known = compiled.get(e);
  if (known) return known;
  const made = make(e);
  compiled.set(e, made);
  return made;
}

function make(e: Expression): Compiled {
  if (!isCall(e)) return compileLeaf(e as Exclude<Expression, { args: unknown }>);
  const args = e.args.map(compile);
  const aggregate = aggregateOf(e.op);
  if (aggregate)
    return ({ members }) =>
      aggregate.evaluate((members ?? []).map(({ context, scope }) => ({ scope, args: args.map((arg) => arg(context)) })));
  const operator = operatorOf(e.op);
  if (!operator) throw new TreeError(`no operator «${e.op}»`);
  if (!operator.strict) return compileLoose(e.op, operator, args);
  const [, ...rest] = e.args;
  return rest.length > 1 && rest.every(isKnown)
    ? compileAmong(
        operator,
        args[0] as Compiled,
        rest.map((e) => (e as Literal).value),
      )
    : compileStrict(operator, args);
}

type Literal = { readonly op: 'literal'; readonly value: Value };
const isKnown = (e: Expression): boolean => e.op === 'literal' && (e as Literal).value !== null;

/** All but the first argument are known beforehand, as in a list of codes. */
const compileAmong =
  ({ evaluate }: Operator, first: Compiled, rest: readonly Value[]): Compiled =>
  (c) => {
    const value = first(c);
    return value === null ? null : evaluate(value, ...rest);
  };

function compileStrict({ evaluate }: Operator, args: Compiled[]): Compiled {
  const [a, b] = args as [Compiled, Compiled];
  if (args.length === 1)
    return (c) => {
      const x = a(c);
      return x === null ? null : evaluate(x);
    };
  if (args.length === 2)
    return (c) => {
      const x = a(c);
      if (x === null) return null;
      const y = b(c);
      return y === null ? null : evaluate(x, y);
    };
  return (c) => {
    const values = args.map((arg) => arg(c));
    return values.includes(null) ? null : evaluate(...values);
  };
}

/** `and`, `or` and `choose` stop as soon as the answer is certain. */
function compileLoose(op: string, { evaluate }: Operator, args: Compiled[]): Compiled {
  if (op === 'and' || op === 'or') {
    const certain = op === 'or';
    return (c) => {
      let answer: boolean | null = !certain;
      for (const arg of args) {
        const value = arg(c);
        if (value === certain) return certain;
        if (value === null) answer = null;
      }
      return answer;
    };
  }
  if (op === 'choose') {
    const [when, then, otherwise] = args as [Compiled, Compiled, Compiled];
    return (c) => {
      const value = when(c);
      return value === null ? null : value ? then(c) : otherwise(c);
    };
  }
  return (c) => evaluate(...args.map((arg) => arg(c)));
}

function compileLeaf(e: Exclude<Expression, { args: unknown }>): Compiled {
  if (e.op === 'literal') {
    const { value } = e as { value: Value };
    return () => value;
  }
  if (e.op === 'listed') return (c) => c.listed ?? null;
  const { name } = e as { name: string };
  if (e.op === 'param') return (c) => c.point.params[name] ?? null;
  if (e.op === 'fold') return (c) => c.folds?.[name] ?? null;
  if (e.op === 'field') return fieldOf((e as { of?: 'right' }).of === 'right' ? 'right' : 'record', name);
  throw new TreeError(`no node «${(e as { op: string }).op}»`);
}

/**
 * The value of a column. Each column has code of its own, so that the engine learns where its records keep it; closures of one text
 * share what is learnt, and a column asked of by all of them is looked up anew each time. A page forbids code made from text
 * (the console's does): there the closure does.
 */
function fieldOf(side: 'record' | 'right', name: string): Compiled {
  const key = `${side} ${name}`;
  const known = fields.get(key);
  if (known) return known;
  const made = writtenOut(side, name) ?? (side === 'right' ? (c) => c.right?.[name] ?? null : (c) => c.record[name] ?? null);
  fields.set(key, made);
  return made;
}
const fields = new Map<string, Compiled>();

function writtenOut(side: 'record' | 'right', name: string): Compiled | undefined {
  if ('document' in globalThis) return undefined;
  return new Function('c', `return c.${side}?.[${JSON.stringify(name)}] ?? null`) as Compiled;
}
