// The same rules for two public JavaScript rule engines. A row rule's tree is written over as each engine's manual says: conditions where
// the engine has them, operations (json-logic) and dynamic facts (json-rules-engine) of ours where it has none. Knowledge rows are looked
// up for them, nothing is explained or priced.
import { compile, type Expression, isCall, operators, type Point, type Row, type RuleTree, scopeOf, type Value } from '@hengjian/language';
import type { BookRule } from '@hengjian/workflows';

export interface Engine {
  readonly name: string;
  /** Whether the record violates the rule by this knowledge row. */
  violates(rule: BookRule, record: Row, point: Point): boolean | Promise<boolean>;
}

/** In scope and violating, as one condition. */
const conditionOf = (rule: RuleTree): Expression => ({
  op: 'and',
  args: [scopeOf(rule), (rule.shape as Extract<RuleTree['shape'], { kind: 'row' }>).when],
});

const leafName = (e: Expression): string => (e as { name: string }).name;

/** Undefined where the engine is not installed: it is a development dependency of this workspace alone. */
async function installed(name: string): Promise<{ [key: string]: unknown } | undefined> {
  try {
    return (await import(name)) as { [key: string]: unknown };
  } catch {
    return undefined;
  }
}

export async function jsonLogic(rules: readonly BookRule[]): Promise<Engine | undefined> {
  const found = await installed('json-logic-js');
  if (!found) return undefined;
  const logic = found.default as { apply(rule: unknown, data: unknown): unknown; add_operation(name: string, work: unknown): void };
  for (const { name, strict, evaluate } of Object.values(operators))
    logic.add_operation(`our_${name}`, (...args: Value[]) =>
      strict && args.includes(null) ? null : (evaluate as (...args: Value[]) => Value)(...args),
    );
  const written = (e: Expression): unknown => {
    if (e.op === 'literal') return (e as { value: unknown }).value;
    if (e.op === 'field') return { var: `t.${leafName(e)}` };
    if (e.op === 'param') return { var: `p.${leafName(e)}` };
    if (!isCall(e)) throw new Error(`json-logic: ${e.op}`);
    return { [e.op === 'and' || e.op === 'or' ? e.op : `our_${e.op}`]: e.args.map(written) };
  };
  const trees = new Map(rules.map((rule) => [rule, written(conditionOf(rule.compiled.rule))]));
  return {
    name: 'json-logic-js 2.0.5',
    violates: (rule, t, point) => logic.apply(trees.get(rule), { t, p: point.params }) === true,
  };
}

interface RulesEngine {
  addRule(rule: object): void;
  addFact(name: string, value: (params: unknown, almanac: { factValue(name: string): Promise<never> }) => unknown): void;
  run(facts: object): Promise<{ events: readonly unknown[] }>;
}

const comparing: { readonly [op: string]: string } = {
  eq: 'equal',
  lt: 'lessThan',
  le: 'lessThanInclusive',
  gt: 'greaterThan',
  ge: 'greaterThanInclusive',
};

/** One engine a rule: which rules a record concerns is known before, as for the others. */
export async function jsonRules(rules: readonly BookRule[]): Promise<Engine | undefined> {
  const found = await installed('json-rules-engine');
  if (!found) return undefined;
  const { Engine } = found as { Engine: new (rules: object[], options: object) => RulesEngine };
  const engines = new Map(
    rules.map((rule) => {
      const engine = new Engine([], { allowUndefinedFacts: true });
      let dynamic = 0;
      const fact = (e: Expression): string => {
        if (e.op === 'field') return `t_${leafName(e)}`;
        if (e.op === 'param') return `p_${leafName(e)}`;
        const name = `d_${dynamic++}`;
        const value = compile(e);
        engine.addFact(name, async (_, almanac) => value(await almanac.factValue('context')));
        return name;
      };
      const written = (e: Expression): object => {
        if (isCall(e) && e.op === 'and') return { all: e.args.map(written) };
        if (isCall(e) && e.op === 'or') return { any: e.args.map(written) };
        const operator = isCall(e) ? comparing[e.op] : undefined;
        const [a, b] = isCall(e) ? e.args : [];
        if (operator && a && b?.op === 'literal') return { fact: fact(a), operator, value: (b as { value: unknown }).value };
        // it takes an unknown limit for a small one, and two unknown values for equal ones
        const known = (name: string) => ({ fact: name, operator: 'notIn', value: [null, undefined] });
        if (operator && a && b) {
          const [left, right] = [fact(a), fact(b)];
          return { all: [known(left), known(right), { fact: left, operator, value: { fact: right } }] };
        }
        return { fact: fact(e), operator: 'equal', value: true };
      };
      engine.addRule({ conditions: { all: [written(conditionOf(rule.compiled.rule))] }, event: { type: rule.compiled.rule.id } });
      return [rule, engine];
    }),
  );
  return {
    name: 'json-rules-engine 7.3.1',
    async violates(rule, record, point) {
      const facts: { [name: string]: unknown } = { context: { record, point } };
      for (const name in record) facts[`t_${name}`] = record[name];
      for (const name in point.params) facts[`p_${name}`] = point.params[name];
      return ((await engines.get(rule)?.run(facts))?.events.length ?? 0) > 0;
    },
  };
}
