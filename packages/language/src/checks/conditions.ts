/** Conditions that can never hold, or always do. */
import { type Expression, isCall } from '../expression.ts';
import { pairCondition, scopeOf } from '../partition.ts';
import type { RuleTree } from '../rule.ts';
import { sayExpression } from '../sentence/sentence.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type CheckIssue, issue } from './issue.ts';
import { never } from './logic.ts';
import { atValues, type Pool, poolOf, standards } from './terms.ts';

const both = (...parts: readonly (Expression | undefined)[]): Expression => ({ op: 'and', args: parts.filter((e) => e !== undefined) });
const trivial = (e: Expression | undefined): boolean => e === undefined || e.op === 'literal';

export function conditionFaults(rule: RuleTree, words: Vocabulary): CheckIssue[] {
  const pool = poolOf(rule, words);
  const values = standards(rule);
  const at = (e: Expression): Expression => atValues(e, values);
  const told = (e: Expression) => ({ zh: sayExpression(e, rule, words, 'zh'), en: sayExpression(e, rule, words, 'en') });
  const issues: CheckIssue[] = [];
  const asked = askedOf(rule);
  const scope = scopeOf(rule);
  if (!trivial(rule.where) && never(at(rule.where as Expression), pool))
    issues.push(issue('error', 'neverTakesPart', 'where', { said: told(rule.where as Expression) }));
  else if (!trivial(scope) && never(at(scope), pool)) issues.push(issue('error', 'allExempt', 'exemptions'));
  else if (asked && !trivial(asked)) {
    if (never(at(asked), pool)) issues.push(issue('error', 'neverHits', 'when', { said: told(asked) }));
    // the records of a group have no single population to stand beside its condition
    else if (rule.shape.kind !== 'group' && never(at(both(scope, asked)), pool))
      issues.push(issue('error', 'neverHitsInScope', 'when', { said: told(asked) }));
    else if (rule.shape.kind !== 'pair' && always(scope, asked, rule, pool, at))
      issues.push(issue('warning', 'alwaysHits', 'when', { said: told(asked) }));
  }
  for (const x of rule.exemptions)
    if (!trivial(x.when) && never(at(x.when), pool))
      issues.push(issue('warning', 'neverExempt', `exemptions.${x.id}`, { title: x.title, said: told(x.when) }));
  return [...issues, ...deadParts(rule, pool, at, told)];
}

/** What a hit needs beside the population. */
function askedOf(rule: RuleTree): Expression | undefined {
  const { shape } = rule;
  if (shape.kind === 'pair') return pairCondition(rule);
  return 'when' in shape ? shape.when : undefined;
}

/** Every record that takes part and can be judged is a hit. */
const always = (scope: Expression, asked: Expression, rule: RuleTree, pool: Pool, at: (e: Expression) => Expression): boolean => {
  const takesPart = rule.shape.kind === 'group' ? undefined : scope;
  return never(at(both(takesPart, { op: 'not', args: [asked] })), pool);
};

/** Of several alternatives one that can never hold says nothing. */
function deadParts(
  rule: RuleTree,
  pool: Pool,
  at: (e: Expression) => Expression,
  told: (e: Expression) => { zh: string; en: string },
): CheckIssue[] {
  const asked = askedOf(rule);
  const parts = [rule.where, asked].flatMap((e): [string, Expression][] =>
    e && isCall(e) && e.op === 'or' ? e.args.map((arg) => [e === asked ? 'when' : 'where', arg]) : [],
  );
  return parts.flatMap(([place, part]) =>
    !trivial(part) && never(at(part), pool) ? [issue('warning', 'partNever', place, { said: told(part) })] : [],
  );
}
