/**
 * Everything that can be said of a rule without a record: faults of form with their place, units, conditions that never or always
 * hold, parameters out of their range, a division by what can be zero, and how it stands beside the rules in force.
 */
import { type Expression, isCall } from '../expression.ts';
import type { RuleTree } from '../rule.ts';
import type { Schema } from '../schema.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { conditionFaults } from './conditions.ts';
import { type CheckIssue, issue } from './issue.ts';
import { never } from './logic.ts';
import { relationFaults } from './relations.ts';
import { formFaults } from './structure.ts';
import { atValues, poolOf, standards } from './terms.ts';
import { unitFaults } from './units.ts';

/** What is wrong (`error`) or worth a look (`warning`). With faults of form the rest is not asked. */
export function checkRuleDeeply(rule: RuleTree, schema: Schema, words: Vocabulary, others: readonly RuleTree[] = []): CheckIssue[] {
  const faults = formFaults(rule, schema);
  if (faults.length > 0) return faults;
  return [
    ...unitFaults(rule, words),
    ...parameterFaults(rule),
    ...divisionFaults(rule, words),
    ...conditionFaults(rule, words),
    ...relationFaults(rule, others, words),
  ];
}

function parameterFaults(rule: RuleTree): CheckIssue[] {
  return Object.entries(rule.parameters).flatMap(([name, { standard, title, minimum, maximum }]) => {
    const facts = { title, standard, minimum: minimum ?? null, maximum: maximum ?? null };
    if (minimum !== undefined && maximum !== undefined && minimum > maximum)
      return [issue('error', 'parameterBounds', `parameters.${name}`, facts)];
    if (typeof standard !== 'number') return [];
    return standard < (minimum ?? -Infinity) || standard > (maximum ?? Infinity)
      ? [issue('error', 'parameterRange', `parameters.${name}`, facts)]
      : [];
  });
}

/**
 * Only a comparison with peers divides, and there a subject whose denominator is zero takes no part in both readers. A denominator
 * that can be nothing but zero leaves nobody to compare.
 */
function divisionFaults(rule: RuleTree, words: Vocabulary): CheckIssue[] {
  if (rule.shape.kind !== 'peer' || !rule.shape.value.denominator) return [];
  return alwaysZero(atValues(rule.shape.value.denominator, standards(rule)), rule, words) ? [issue('error', 'zeroDivision', 'value')] : [];
}

function alwaysZero(e: Expression, rule: RuleTree, words: Vocabulary): boolean {
  if (e.op === 'literal') return Number((e as { value: unknown }).value) <= 0;
  if (!isCall(e)) return false;
  const [first] = e.args;
  if (e.op === 'count' || e.op === 'countKnown') return first !== undefined && never(first, poolOf(rule, words));
  if (e.op === 'sum' || e.op === 'sumKnown') return first?.op === 'literal' && alwaysZero(first, rule, words);
  return e.op === 'multiply' && e.args.some((arg) => arg.op === 'literal' && (arg as { value: unknown }).value === 0);
}
