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
import { relationFaults } from './relations.ts';
import { formFaults } from './structure.ts';
import { unitFaults } from './units.ts';

/** What is wrong (`error`) or worth a look (`warning`). With faults of form the rest is not asked. */
export function checkRuleDeeply(rule: RuleTree, schema: Schema, words: Vocabulary, others: readonly RuleTree[] = []): CheckIssue[] {
  const faults = formFaults(rule, schema);
  if (faults.length > 0) return faults;
  return [
    ...unitFaults(rule, words),
    ...parameterFaults(rule),
    ...divisionFaults(rule),
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

/** A ratio is divided where a comparison with peers is asked: its denominator must be kept above zero by the volume asked for. */
function divisionFaults(rule: RuleTree): CheckIssue[] {
  if (rule.shape.kind !== 'peer' || !rule.shape.value.denominator) return [];
  const { value, volume } = rule.shape;
  const least = leastOf(volume.minimum, rule);
  const counted = JSON.stringify(value.denominator) === JSON.stringify(volume.of);
  // a sum of amounts is as good as positive only where it is the volume itself
  return counted && least !== undefined && least >= 1 ? [] : [issue('warning', 'zeroDivision', 'value')];
}

function leastOf(e: Expression, rule: RuleTree): number | undefined {
  if (isCall(e)) return undefined;
  if (e.op === 'literal') return Number((e as { value: unknown }).value);
  const own = e.op === 'param' ? rule.parameters[(e as { name: string }).name] : undefined;
  return own && typeof own.standard === 'number' ? (own.minimum ?? own.standard) : undefined;
}
