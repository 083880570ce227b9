/** How the subjects of a comparison with peers are spread, and where a threshold stands among them. */
import { atValues, type Expression, type FactForm, type PeerShape, peerOf, type RuleTree, type Value } from '@hengjian/language';

/** What a parameter is the threshold of: the score beside the peers, or the value itself. */
export interface Statistic {
  readonly fact: 'score' | 'value';
  readonly form: FactForm;
  readonly limit: Expression;
}

export interface Distribution {
  /** How its numbers are written: a score (thousandths), a ratio (millionths), fen … */
  readonly form: FactForm;
  readonly subjects: number;
  /** Stretches of equal width; the first also holds what is below it, the last what is above. */
  readonly bins: readonly { readonly from: number; readonly to: number; readonly subjects: number }[];
  /** Where each candidate value stands. */
  readonly places: readonly { readonly value: number; readonly at: number }[];
}

/** null: the rule compares with nobody, or the parameter decides something else (the least number of peers …). */
export function statisticOf(rule: RuleTree, parameter: string): Statistic | null {
  const shape = peerOf(rule);
  if (!shape) return null;
  const turnsOn = (e: Expression | undefined): e is Expression =>
    e !== undefined && JSON.stringify(atValues(e, { [parameter]: 0 })) !== JSON.stringify(atValues(e, { [parameter]: 1 }));
  if (turnsOn(shape.threshold)) return { fact: 'score', form: 'score', limit: shape.threshold };
  const limit = shape.limit?.value;
  return turnsOn(limit) ? { fact: 'value', form: shape.value.form, limit } : null;
}

/** No score is as low as this: with it as threshold everybody who can be compared stands out. */
const BELOW_ALL = -1_000_000_000_000;

/** The same rule without threshold, limit and further conditions. */
export function measuringTree(rule: RuleTree): RuleTree {
  const { limit: _, also: __, ...shape } = rule.shape as PeerShape;
  return { ...rule, shape: { ...shape, threshold: { op: 'literal', value: BELOW_ALL } } };
}

/** Each value of the parameter in the statistic's own unit; one that turns on more than parameters stands nowhere. */
export function whereValuesStand(
  rule: RuleTree,
  { limit }: Statistic,
  parameter: string,
  values: readonly number[],
  rows: readonly { readonly name: string; readonly value: Value }[],
): Distribution['places'] {
  const standards = Object.entries(rule.parameters).map(([name, { standard }]): [string, Value] => [name, standard as Value]);
  // the first row of a name counts, as in a review
  const others = new Map([...standards, ...rows.map(({ name, value }): [string, Value] => [name, value]).reverse()]);
  return values.flatMap((value) => {
    const place = atValues(limit, { ...Object.fromEntries(others), [parameter]: value });
    const at = place.op === 'literal' ? (place as { value: Value }).value : null;
    return typeof at === 'number' ? [{ value, at }] : [];
  });
}

const BINS = 40;

/** The middle 99 of a hundred subjects and every candidate in forty stretches; what lies beyond counts in the outermost. */
export function spreadOf({ form }: Pick<Statistic, 'form'>, measured: readonly number[], places: Distribution['places']): Distribution {
  const ordered = Float64Array.from(measured).sort();
  const rank = (share: number) => ordered[Math.round((ordered.length - 1) * share)];
  const marks = [rank(0.005), rank(0.995), ...places.map(({ at }) => at)].filter((x) => x !== undefined);
  if (marks.length === 0) return { form, subjects: 0, bins: [], places };
  const low = Math.min(...marks);
  const width = Math.max(1, Math.ceil((Math.max(...marks) - low + 1) / BINS));
  const counts = new Array<number>(BINS).fill(0);
  for (const value of ordered) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor((value - low) / width)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const bins = counts.map((subjects, i) => ({ from: low + i * width, to: low + (i + 1) * width, subjects }));
  return { form, subjects: ordered.length, bins, places };
}
