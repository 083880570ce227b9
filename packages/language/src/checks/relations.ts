/** Two rules beside each other: one reports whatever the other does, or nobody can keep both. Only what is proven is said. */
import { foldOf } from '../check.ts';
import type { Expression } from '../expression.ts';
import { pairCondition, scopeOf } from '../partition.ts';
import type { RuleTree } from '../rule.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type CheckIssue, issue } from './issue.ts';
import { entails, never } from './logic.ts';
import { atValues, type Pool, poolOf, standards } from './terms.ts';

const and = (...args: Expression[]): Expression => ({ op: 'and', args });
const not = (e: Expression): Expression => ({ op: 'not', args: [e] });
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

interface Side {
  readonly rule: RuleTree;
  readonly scope: Expression;
  readonly asked: Expression;
  readonly at: (e: Expression) => Expression;
}

function sideOf(rule: RuleTree): Side | undefined {
  const values = standards(rule);
  const at = (e: Expression) => atValues(e, values);
  const { shape } = rule;
  if (shape.kind === 'peer') return undefined;
  return { rule, at, scope: at(scopeOf(rule)), asked: at(shape.kind === 'pair' ? pairCondition(rule) : shape.when) };
}

/** They judge the same records by the same rows: no rows at all, or those of one code. */
const sameRows = (a: RuleTree, b: RuleTree): boolean =>
  (!a.knowledge && !b.knowledge) || (a.code === b.code && same(a.knowledge, b.knowledge));
const sameKey = (a: Side, b: Side): boolean => same(a.rule.key.map(a.at), b.rule.key.map(b.at));

/** Proven: whatever `a` reports, `b` reports too. */
export function contains(a: RuleTree, b: RuleTree, words: Vocabulary): boolean {
  const [x, y] = [sideOf(a), sideOf(b)];
  if (!x || !y || a.reads !== b.reads || a.shape.kind !== b.shape.kind || !sameRows(a, b) || !same(a.on, b.on)) return false;
  const pool = poolOf(a, words);
  if (a.shape.kind === 'row') return sameKey(x, y) && entails(and(x.scope, x.asked), and(y.scope, y.asked), pool);
  if (!sameKey(x, y) || !entails(x.scope, y.scope, pool)) return false;
  if (a.shape.kind === 'pair') return pairContains(x, y, pool);
  // of a group or a stream every record counts, those of unknown population too: both populations must be one
  if (!same(x.scope, y.scope) || !sameStream(x, y)) return false;
  return entails(x.asked, y.asked, pool);
}

function sameStream(x: Side, y: Side): boolean {
  const [a, b] = [x.rule.shape, y.rule.shape];
  const streams = ['stream' in a ? a.stream : undefined, 'stream' in b ? b.stream : undefined];
  if (!streams[0] && !streams[1]) return true;
  if (!streams[0] || !streams[1]) return false;
  // a fold that looks at earlier answers differs where the answers do
  const told = Object.values(streams[0].folds).every((use) => foldOf(use.fold)?.exact === true);
  return told && same(streamAt(streams[0], x), streamAt(streams[1], y));
}
const streamAt = (stream: NonNullable<Extract<RuleTree['shape'], { kind: 'group' }>['stream']>, side: Side) => ({
  key: stream.key.map(side.at),
  order: side.at(stream.order),
  folds: Object.fromEntries(Object.entries(stream.folds).map(([name, use]) => [name, { fold: use.fold, args: use.args.map(side.at) }])),
});

const pairOf = (rule: RuleTree) => rule.shape as Extract<RuleTree['shape'], { kind: 'pair' }>;
const sameOther = (a: RuleTree, b: RuleTree): boolean => {
  const [x, y] = [pairOf(a), pairOf(b)];
  return x.right.reads === y.right.reads && x.right.role === y.right.role && x.right.none === y.right.none && same(x.link, y.link);
};

function pairContains(x: Side, y: Side, pool: Pool): boolean {
  const [a, b] = [pairOf(x.rule), pairOf(y.rule)];
  if (a.want !== b.want || !sameOther(x.rule, y.rule)) return false;
  if (a.want === 'present') return entails(and(x.scope, x.asked), y.asked, pool);
  // nothing fits `a`: then nothing may fit `b` either, for certain
  return entails(not(x.asked), not(y.asked), pool);
}

/** Proven: no record that both judge can be in order for both. */
export function contradicts(a: RuleTree, b: RuleTree, words: Vocabulary): boolean {
  if (a.reads !== b.reads || a.shape.kind !== b.shape.kind || !sameRows(a, b)) return false;
  const [x, y] = [sideOf(a), sideOf(b)];
  return x !== undefined && y !== undefined && clash(x, y, poolOf(a, words));
}

function clash(x: Side, y: Side, pool: Pool): boolean {
  const [a, b] = [x.rule, y.rule];
  if (!sameKey(x, y)) return false;
  const common = and(x.scope, y.scope);
  if (never(common, pool)) return false;
  if (a.shape.kind === 'pair') {
    const [p, q] = [pairOf(a), pairOf(b)];
    if (p.want === q.want || !sameOther(a, b)) return false;
    const [present, absent] = p.want === 'present' ? [x, y] : [y, x];
    return !never(and(common, present.asked), pool) && entails(absent.asked, present.asked, pool);
  }
  if (a.shape.kind !== 'row' && !(same(x.scope, y.scope) && sameStream(x, y))) return false;
  const inScope = (e: Expression) => (a.shape.kind === 'row' ? and(common, e) : e);
  // each alone can be kept, both together cannot
  const alone = [x, y].every((side) => !never(inScope(not(side.asked)), pool));
  return alone && never(inScope(and(not(x.asked), not(y.asked))), pool);
}

/** What stands beside the rules in force: the same again, one inside another, or against one. */
export function relationFaults(rule: RuleTree, others: readonly RuleTree[], words: Vocabulary): CheckIssue[] {
  return others.flatMap((other) => {
    if (other.id === rule.id) return [];
    const facts = { rule: other.id, title: other.title };
    const [inside, outside] = [contains(rule, other, words), contains(other, rule, words)];
    if (inside && outside) return [issue('warning', 'sameRule', 'when', facts)];
    if (inside) return [issue('warning', 'containedIn', 'when', facts)];
    if (outside) return [issue('warning', 'containsRule', 'when', facts)];
    return contradicts(rule, other, words) ? [issue('warning', 'contradicts', 'when', facts)] : [];
  });
}
