/** Rules whose parameters need not be looked up: what is the same on all of a rule's points stands in its tree as a literal. */
import type { Expression, Scalar } from '../expression.ts';
import type { Point, RuleTree } from '../rule.ts';
import type { PlannedRule } from './columns.ts';
import { sharesScan } from './shared-scan.ts';

type Constants = ReadonlyMap<string, Point['params'][string]>;

/** Parameters that have one known value on every one of these points that a record can meet. */
function constantsOf(rule: RuleTree, all: readonly Point[]): Constants {
  // the edition's parameters by themselves are met where a rule asks for no row of knowledge, or of a list whether there is one
  const byRow = rule.knowledge !== undefined && rule.knowledge.mode !== 'list';
  const points = byRow ? all.filter(({ codes }) => Object.keys(codes).length > 0) : all;
  const [first] = points;
  const names = [...Object.keys(rule.parameters), ...rule.knowledgeParams];
  const texts = (value: unknown) => JSON.stringify(value ?? null);
  const same = names.filter((name) => points.every((point) => texts(point.params[name]) === texts(first?.params[name])));
  return new Map(same.flatMap((name) => (first && first.params[name] != null ? [[name, first.params[name]]] : [])));
}

/** A node of a tree (or anything that holds some) with these parameters put in. */
function put(node: unknown, constants: Constants): unknown {
  if (Array.isArray(node)) return node.map((one) => put(one, constants));
  if (typeof node !== 'object' || node === null) return node;
  const { op, name, args } = node as { op?: string; name?: string; args?: readonly Expression[] };
  const value = op === 'param' ? constants.get(name as string) : undefined;
  if (value !== undefined && !Array.isArray(value)) return { op: 'literal', value: value as Scalar };
  const [text, list] = args ?? [];
  const prefixes = op === 'startsWithAny' && list?.op === 'param' ? constants.get((list as { name: string }).name) : undefined;
  // asked of each by itself: trying a list element by element takes several times as long
  if (Array.isArray(prefixes) && prefixes.length > 0) {
    const asked = prefixes.map(
      (prefix): Expression => ({ op: 'startsWith', args: [put(text, constants) as Expression, { op: 'literal', value: prefix }] }),
    );
    return asked.length === 1 ? asked[0] : { op: 'or', args: asked };
  }
  return Object.fromEntries(Object.entries(node).map(([key, one]) => [key, put(one, constants)]));
}

/**
 * The rule as the SQL reader had better plan it: it says the same of every record that meets one of these points. Rules of a shared scan
 * stay as they are: several share a question as long as its numbers are looked up.
 */
export function settled<R extends PlannedRule & { readonly points: readonly Point[] }>(planned: R): R {
  if (sharesScan(planned)) return planned;
  const constants = constantsOf(planned.rule, planned.points);
  if (constants.size === 0) return planned;
  const { rule } = planned;
  const parts = ['on', 'where', 'exemptions', 'key', 'shape', 'facts'] as const;
  const written = parts.filter((part) => rule[part]).map((part) => [part, put(rule[part], constants)]);
  return { ...planned, rule: { ...rule, ...Object.fromEntries(written) } };
}
