/**
 * Peer statistics in whole numbers, decided once. Values are whole numbers (ratios: millionths, halves up); twice the median and four
 * times the MAD are sums of two values of an ordered list, so halves never arise; scores are thousandths. SQL
 * (`planner/peer.ts`) computes the same integers; the functions here are the oracle over all records, and turn integers into what
 * people read.
 */

import type { CompiledRule, Member, PartitionAnswer } from './answer.ts';
import { compareKeys } from './compare.ts';
import { type Compiled, type Context, compile } from './compile.ts';
import type { Expression, Value } from './expression.ts';
import type { PeerNumbers } from './peer-facts.ts';
import type { PeerShape, RuleTree } from './rule.ts';

/** Millionths of a ratio. */
export const RATIO_SCALE = 1_000_000;
/** 0.6745 of the modified z-score, in ten-thousandths; times two and ten for twice the value over four times the MAD in thousandths. */
export const MODIFIED_Z = 1349;
/** So many records are shown as evidence. */
export const TOP_RECORDS = 20;

export const peerOf = (rule: RuleTree): PeerShape | undefined => (rule.shape.kind === 'peer' ? rule.shape : undefined);

/** Ranks (from 1) at which the least, the tenths and the largest of n ordered values stand. */
const tenthRanks = (n: number): number[] => Array.from({ length: 11 }, (_, d) => 1 + Math.floor(((n - 1) * d) / 10));

const safe = (value: bigint): number | null =>
  value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= -BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : null;

/** The whole square root, rounded down. */
function squareRoot(x: bigint): bigint {
  if (x < 2n) return x;
  let r = BigInt(Math.floor(Math.sqrt(Number(x))));
  while (r * r > x) r -= 1n;
  while ((r + 1n) * (r + 1n) <= x) r += 1n;
  return r;
}

/** Twice the median of ordered whole numbers: the sum of the two in the middle. */
const twiceMedian = (ordered: readonly number[]): number =>
  (ordered[Math.floor((ordered.length - 1) / 2)] as number) + (ordered[Math.floor(ordered.length / 2)] as number);

interface Group {
  n: number;
  center: number;
  ordered: number[];
  spread: (absolute: number, relative: number) => bigint;
  score: (value: number, spread: bigint) => number | null;
}

/** Median and MAD: |2v − 2m| × 0.6745 × 2 over 4 MAD, halves away from zero. */
function robust(ordered: number[]): Group {
  const m2 = twiceMedian(ordered);
  const mad4 = twiceMedian(ordered.map((v) => Math.abs(2 * v - m2)).sort((a, b) => a - b));
  // biome-ignore lint/complexity/useMathMinMax: Math.max knows no bigint
  const largest = (...values: bigint[]) => values.reduce((a, b) => (b > a ? b : a));
  return {
    n: ordered.length,
    center: m2,
    ordered,
    spread: (absolute, relative) => largest(BigInt(mad4), 4n * BigInt(absolute), (2n * BigInt(m2) * BigInt(relative)) / 10_000n),
    score: (value, spread) => {
      const away = BigInt(2 * value - m2);
      if (spread === 0n) return away === 0n ? 0 : null;
      const size = (2n * BigInt(MODIFIED_Z) * (away < 0n ? -away : away) + spread) / (2n * spread);
      return safe(away < 0n ? -size : size);
    },
  };
}

/** Mean and standard deviation (of the whole group): (nv − S) over the root of nQ − S², rounded towards zero. `center` is S, spread the root. */
function plain(ordered: number[]): Group {
  const n = BigInt(ordered.length);
  const sum = ordered.reduce((total, v) => total + BigInt(v), 0n);
  const squares = ordered.reduce((total, v) => total + BigInt(v) * BigInt(v), 0n);
  return {
    n: ordered.length,
    center: Number(sum),
    ordered,
    spread: (absolute, relative) => {
      const least = [n * BigInt(absolute), (sum * BigInt(relative)) / 10_000n].reduce((a, b) => (b > a ? b : a));
      const own = n * squares - sum * sum;
      return own > least * least ? own : least * least;
    },
    score: (value, spread) => {
      const away = n * BigInt(value) - sum;
      if (spread === 0n) return away === 0n ? 0 : null;
      const size = squareRoot((1_000_000n * away * away) / spread);
      return safe(away < 0n ? -size : size);
    },
  };
}

const or3 = (a: boolean | null, b: boolean | null) => (a === true || b === true ? true : a === null || b === null ? null : false);
const and3 = (a: boolean | null, b: boolean | null) => (a === false || b === false ? false : a === null || b === null ? null : true);

interface Subject {
  key: Value[];
  group: string;
  members: Member[];
  lead: Member;
}

/** Every subject that takes part, judged against its peers. `members` are all records of the rule (folds already walked). */
export function decidePeers(compiled: CompiledRule, members: readonly Member[]): PartitionAnswer[] {
  const shape = peerOf(compiled.rule) as PeerShape;
  const subjects = subjectsOf(compiled, members, shape.of.map(compile));
  const valued = subjects.flatMap((subject) => {
    const asked = { ...subject.lead.context, members: subject.members };
    const number = (e: Expression | undefined) => (e === undefined ? null : (compile(e)(asked) as number | null));
    const [volume, minimum] = [number(shape.volume.of), number(shape.volume.minimum)];
    if (volume !== null && minimum !== null && volume < minimum) return [];
    const [numerator, denominator] = [number(shape.value.numerator), number(shape.value.denominator)];
    const value = shape.value.denominator ? ratio(numerator, denominator) : numerator;
    const known = !subject.key.includes(null) && volume !== null && minimum !== null && value !== null;
    return [{ subject, asked, number, volume, numerator, denominator, value, known }];
  });
  const groups = new Map<string, Group>();
  for (const name of new Set(valued.map((v) => v.subject.group))) {
    const values = valued.filter((v) => v.known && v.subject.group === name).map((v) => v.value as number);
    if (values.length > 0) groups.set(name, (shape.statistic === 'robust' ? robust : plain)(values.sort((a, b) => a - b)));
  }
  return valued.map((v) => judge(compiled, shape, v, v.known ? groups.get(v.subject.group) : undefined));
}

/** Millionths, halves up; unknown where nothing is divided by or something is negative. */
function ratio(numerator: number | null, denominator: number | null): number | null {
  if (numerator === null || denominator === null || numerator < 0 || denominator <= 0) return null;
  return safe((2n * BigInt(numerator) * BigInt(RATIO_SCALE) + BigInt(denominator)) / (2n * BigInt(denominator)));
}

function subjectsOf(compiled: CompiledRule, members: readonly Member[], of: readonly Compiled[]): Subject[] {
  const subjects = new Map<string, { key: Value[]; group: string; members: Member[] }>();
  for (const member of members) {
    const peers = of.map((e) => e(member.context));
    const key = [...compiled.key.map((k) => k(member.context)), ...peers];
    const name = JSON.stringify(key);
    const subject = subjects.get(name);
    if (subject) subject.members.push(member);
    else subjects.set(name, { key, group: JSON.stringify(peers), members: [member] });
  }
  return [...subjects.values()].map((subject) => ({
    ...subject,
    lead: subject.members.reduce((a, b) => (b.context.point.index > a.context.point.index ? b : a)),
  }));
}

interface Valued {
  subject: Subject;
  asked: Context;
  number: (e: Expression | undefined) => number | null;
  volume: number | null;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
}

function judge(compiled: CompiledRule, shape: PeerShape, v: Valued, group: Group | undefined): PartitionAnswer {
  const { subject, value, number } = v;
  const [threshold, limit, least] = [number(shape.threshold), number(shape.limit?.value), number(shape.minimumPeers)];
  const peers = group ? group.n - 1 : 0;
  const compared = group !== undefined && least !== null && peers >= least && peers > 0;
  const spread = compared ? group.spread(number(shape.floor.absolute) ?? 0, number(shape.floor.relative) ?? 0) : null;
  const score = compared && spread !== null && value !== null ? group.score(value, spread) : null;
  const sign = shape.direction === 'above' ? 1 : -1;
  const out = score === null || threshold === null ? null : sign * score >= threshold;
  const over = group === undefined || value === null || limit === null ? null : sign * value > sign * limit;
  const also = shape.also ? (compile(shape.also)(v.asked) as boolean | null) : true;
  const answer = group === undefined ? null : and3(together(shape, out, over), also);
  const ordered = compared ? group.ordered : [];
  const numbers: PeerNumbers = {
    numerator: v.numerator,
    denominator: v.denominator,
    value,
    volume: v.volume,
    peers,
    center: compared ? group.center : null,
    spread: spread === null ? null : safe(shape.statistic === 'robust' ? spread : squareRoot(spread)),
    score,
    below: compared && value !== null ? ordered.filter((other) => other < value).length : null,
    tenths: compared ? tenthRanks(ordered.length).map((rank) => ordered[rank - 1] as number) : null,
    threshold,
    limit,
  };
  const facts = Object.fromEntries(Object.entries(compiled.rule.facts).map(([name, fact]) => [name, compile(fact.value)(v.asked)]));
  const lastDay = Math.max(...subject.members.map((m) => Number(m.context.record.settledDay)));
  return {
    key: subject.key,
    answer: answer === null ? 'notEvaluated' : answer ? 'hit' : 'clear',
    members: subject.members,
    lead: subject.lead,
    inQuestion: [],
    matched: [],
    peer: { numbers, facts, lastDay, top: answer === true ? topRecords(compiled, shape, subject.members) : [] },
  };
}

/** Comparison and fixed limit as the shape puts them together. */
function together({ limit }: PeerShape, out: boolean | null, over: boolean | null): boolean | null {
  if (!limit) return out;
  if (limit.combine === 'or') return or3(over, out);
  return and3(over, out ?? (limit.alone ? true : null));
}

function topRecords(compiled: CompiledRule, shape: PeerShape, members: readonly Member[]): Member[] {
  const adds = compile(shape.contributes);
  const weight = (m: Member) => (adds(m.context) ?? 0) as number;
  return members
    .filter((m) => m.scope === true)
    .sort((a, b) => weight(b) - weight(a) || compareKeys(compiled.tie, a.context.record, b.context.record))
    .filter((m, i) => i === 0 || (i < TOP_RECORDS && weight(m) > 0));
}
