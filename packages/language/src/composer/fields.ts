import type { Comparison, ConditionGroup } from './form.ts';

export type ComparisonPart = Comparison;

/** Every comparison of a condition, from left to right. */
export const comparisonsOf = (group: ConditionGroup): Comparison[] =>
  group.parts.flatMap((part) => (part.kind === 'group' ? comparisonsOf(part) : [part]));
