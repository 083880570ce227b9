/** Faults of form, with their place: what `checkRule` finds, sorted so that it can be said in any language, and folds in a circle. */
import { checkRule } from '../check.ts';
import { type Expression, isCall } from '../expression.ts';
import type { RuleTree } from '../rule.ts';
import type { Schema } from '../schema.ts';
import { type CheckIssue, issue } from './issue.ts';

/** What `checkRule` says, by its words. */
const said: readonly [RegExp, string, readonly string[]][] = [
  [/^no table «(.*)»$/, 'noTable', ['name']],
  [/^no column «(.*)» in (.*)$/, 'noField', ['name', 'table']],
  [/^no parameter «(.*)»$/, 'noParameter', ['name']],
  [/^no fold «(.*)»$/, 'noFold', ['name']],
  [/^no (?:operator|node) «(.*)»$/, 'noOperator', ['name']],
  [/^no fact «(.*)»$/, 'noFact', ['name']],
  [/^«(.*)» argument (\d+) is (\w+), not (\w+)$/, 'argumentType', ['name', 'n', 'found', 'wanted']],
  [/^«(.*)» takes (\d+) arguments, not (\d+)$/, 'argumentCount', ['name', 'wanted', 'found']],
  [/^«(.*)» mixes (.*)$/, 'mixedTypes', ['name', 'types']],
  [/^is (\w+), not (\w+)$/, 'wrongType', ['found', 'wanted']],
  [/^«(.*)» asks a whole partition/, 'aggregateInRecord', ['name']],
];

/** One problem of `checkRule` with its place and facts. */
export function structured(problem: string): CheckIssue {
  const at = problem.indexOf(': ');
  const [place, text] = at < 0 ? ['', problem] : [problem.slice(0, at), problem.slice(at + 2)];
  for (const [pattern, code, names] of said) {
    const match = pattern.exec(text);
    if (match) return issue('error', code, place, Object.fromEntries(names.map((name, i) => [name, match[i + 1]])));
  }
  return issue('error', 'malformed', place, { problem: text });
}

const MOST_DEEP = 200;
const depth = (e: Expression): number => (isCall(e) ? 1 + Math.max(0, ...e.args.map(depth)) : 1);

/** Folds are worked out from records alone: one that refers to another, or to itself, has no value. */
function foldCircles(rule: RuleTree): CheckIssue[] {
  const folds = 'stream' in rule.shape ? (rule.shape.stream?.folds ?? {}) : {};
  const named = (e: Expression): string[] => (isCall(e) ? e.args.flatMap(named) : e.op === 'fold' ? [(e as { name: string }).name] : []);
  const refers = new Map(Object.entries(folds).map(([name, use]) => [name, use.args.flatMap(named)]));
  const issues: CheckIssue[] = [];
  for (const [name, others] of refers) {
    const path = circle(name, refers);
    if (path) issues.push(issue('error', 'foldCircle', `folds.${name}`, { path: path.join(' → ') }));
    else if (others.length > 0) issues.push(issue('error', 'foldOfFold', `folds.${name}`, { name: others[0] }));
  }
  return issues;
}

function circle(start: string, refers: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const walk = (at: string, path: readonly string[]): string[] | undefined => {
    for (const next of refers.get(at) ?? []) {
      if (next === start) return [...path, next];
      if (!path.includes(next)) {
        const found = walk(next, [...path, next]);
        if (found) return found;
      }
    }
    return undefined;
  };
  return walk(start, [start]);
}

/** Every expression of a rule with its place. */
export function expressionsOf(rule: RuleTree): [place: string, e: Expression][] {
  const { shape, money, inQuestion } = rule;
  const found: [string, Expression | undefined][] = [
    ['on', rule.on],
    ['where', rule.where],
    ...rule.key.map((e, i): [string, Expression] => [`key[${i}]`, e]),
    ...rule.exemptions.map((x): [string, Expression] => [`exemptions.${x.id}`, x.when]),
    ...Object.entries(rule.facts).map(([name, { value }]): [string, Expression] => [`facts.${name}`, value]),
  ];
  if ('when' in shape) found.push(['when', shape.when]);
  if ('stream' in shape && shape.stream) {
    found.push(['stream.order', shape.stream.order]);
    for (const [name, use] of Object.entries(shape.stream.folds))
      for (const [i, e] of use.args.entries()) found.push([`folds.${name}[${i}]`, e]);
  }
  if (shape.kind === 'pair') found.push(['right.where', shape.right.where], ['on', shape.on]);
  if (shape.kind === 'peer')
    found.push(['value', shape.value.numerator], ['value', shape.value.denominator], ['volume', shape.volume.of], ['also', shape.also]);
  if (money.kind === 'amount') found.push(['money', money.amount]);
  if (money.kind === 'excess') found.push(['money', money.quantity], ['money', money.limit]);
  if (money.kind === 'daysBeyond') found.push(['money', money.day], ['money', money.days], ['money', money.limit]);
  if (money.kind === 'priceAbove') found.push(['money', money.price]);
  if (money.kind === 'sumLess') found.push(['money', money.less], ['money', money.amount]);
  if (inQuestion.kind === 'allButFirst') found.push(['inQuestion', inQuestion.where], ['inQuestion', inQuestion.by]);
  return found.flatMap(([place, e]) => (e ? [[place, e] as [string, Expression]] : []));
}

/** Faults of form. An expression too deep to be walked is refused before anything walks it. */
export function formFaults(rule: RuleTree, schema: Schema): CheckIssue[] {
  const deep = expressionsOf(rule).find(([, e]) => depth(e) > MOST_DEEP);
  if (deep) return [issue('error', 'tooDeep', deep[0])];
  return [...checkRule(rule, schema).map(structured), ...foldCircles(rule)];
}
