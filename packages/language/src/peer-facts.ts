/** The numbers of a subject among its peers, and how they are told: shared by both readers. */
import type { Value } from './expression.ts';
import type { PeerShape, RuleTree } from './rule.ts';

/** What both readers know of a subject and its peers. */
export interface PeerNumbers {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly volume: number | null;
  /** Others to compare with. */
  readonly peers: number;
  /** robust: twice the median and four times the spread; plain: n and the sum, and the spread times n. null without comparison. */
  readonly center: number | null;
  readonly spread: number | null;
  readonly score: number | null;
  /** Peers with a smaller value. */
  readonly below: number | null;
  /** Least, tenths and largest value of all of the group. */
  readonly tenths: readonly number[] | null;
  readonly threshold: number | null;
  readonly limit: number | null;
}

/** Facts that every peer rule has, by name and form; a rule's sentence may use them. */
export const peerFacts = (shape: PeerShape): { [name: string]: RuleTree['facts'][string]['form'] } => ({
  value: shape.value.form,
  numerator: shape.value.parts ?? shape.value.form,
  ...(shape.value.denominator && { denominator: shape.value.parts ?? shape.value.form }),
  volume: 'int',
  peers: 'int',
  center: shape.value.form,
  spread: shape.value.form,
  score: 'score',
  threshold: 'score',
  limit: shape.value.form,
  percentile: 'int',
  tenths: 'spread',
});

/** The numbers as people read them: median (or mean) and spread in the value's unit, halves up. */
export function peerFactValues(shape: PeerShape, n: PeerNumbers): { [name: string]: Value } {
  const robust = shape.statistic === 'robust';
  const all = n.peers + 1;
  const rounded = (x: number | null, by: number) => (x === null ? null : Math.floor((2 * x + by) / (2 * by)));
  return {
    value: n.value,
    numerator: n.numerator,
    denominator: n.denominator,
    volume: n.volume,
    peers: n.peers,
    center: rounded(n.center, robust ? 2 : all),
    spread: rounded(n.spread, robust ? 4 : all),
    score: n.score,
    threshold: n.threshold,
    limit: n.limit,
    percentile: n.below === null ? null : Math.floor((100 * n.below) / n.peers),
    tenths: n.tenths,
  };
}
