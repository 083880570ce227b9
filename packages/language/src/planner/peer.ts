/** A peer rule as SQL: every subject with its numbers and its answer, in the whole-number arithmetic of `peer.ts`. */
import { aggregateOf } from '../check.ts';
import { type Expression, field, isCall } from '../expression.ts';
import { MODIFIED_Z, RATIO_SCALE, TOP_RECORDS } from '../peer.ts';
import type { PeerShape } from '../rule.ts';
import type { Schema } from '../schema.ts';
import { toSql } from '../sql.ts';
import { type PlannedRule, quoted } from './columns.ts';
import { keyedSql, memberNames } from './members.ts';
import type { Reading } from './partitions.ts';

const shapeOf = ({ rule }: PlannedRule): PeerShape => {
  if (rule.shape.kind !== 'peer') throw new Error(`${rule.id}: not compared with peers`);
  return rule.shape;
};
const ofColumns = (shape: PeerShape) => shape.of.map((_, i) => `of${i}`);
/** Columns that name a subject. */
const subjectColumns = (planned: PlannedRule) => [...planned.rule.key.map((_, i) => `key${i}`), ...ofColumns(shapeOf(planned))];

/** Members with the keys of their subject. */
function membersSql(planned: PlannedRule, schema: Schema, read: Reading, among?: string): string {
  const of = shapeOf(planned).of.map((e, i) => `${toSql(e, memberNames)} AS of${i}`);
  return `SELECT *, ${of.join(', ')} FROM (${keyedSql(planned, schema, among ? { ...read, among } : read)})`;
}

const differentEncounters = JSON.stringify({ op: 'countDistinct', args: [field('encounter')] } satisfies Expression);
/** The same as the aggregate gives, where `k_alone` tells of which encounters there is one record: most. */
const COUNTED_ENCOUNTERS =
  '(CASE WHEN NOT bool_or(k_scope IS NULL OR "encounter" IS NULL) THEN count(*) FILTER (WHERE k_scope AND k_alone) + count(DISTINCT "encounter") FILTER (WHERE k_scope AND NOT k_alone) END)';

/** Aggregates as columns a0… of the subject; what is left of an expression is asked of one subject beside its parameters. */
class Lifted {
  readonly columns: string[] = [];
  /** Parts of the key, which a subject has one value of. */
  private readonly parts: Map<string, string>;

  private readonly alone: boolean;

  constructor(planned: PlannedRule, alone: boolean) {
    this.alone = alone;
    const named = (list: readonly Expression[], name: string) => list.map((e, i) => [JSON.stringify(e), `${name}${i}`] as const);
    this.parts = new Map([...named(planned.rule.key, 'key'), ...named(shapeOf(planned).of, 'of')]);
  }

  /** SQL over `g` (subjects) and `k` (their parameters). */
  sql(e: Expression): string {
    return toSql(this.lift(e), { field: (n) => `g.${n}`, param: (n) => `k.${quoted(`p_${n}`)}` });
  }

  private lift(e: Expression): Expression {
    const part = this.parts.get(JSON.stringify(e));
    if (part) return { op: 'field', name: part };
    if (!isCall(e)) return e;
    if (!aggregateOf(e.op)) return { op: e.op, args: e.args.map((arg) => this.lift(arg)) };
    const sql = this.alone && JSON.stringify(e) === differentEncounters ? COUNTED_ENCOUNTERS : toSql(e, memberNames);
    const at = this.columns.indexOf(sql);
    if (at < 0) this.columns.push(sql);
    return { op: 'field', name: `a${at < 0 ? this.columns.length - 1 : at}` };
  }
}

/** Subjects with everything the tree says of one alone: parts, value, volume, bounds, facts. Too small ones take no part. */
function valuedSql(planned: PlannedRule, schema: Schema, read: Reading): string {
  const shape = shapeOf(planned);
  const keys = subjectColumns(planned);
  const lifted = new Lifted(planned, read.alone !== undefined);
  const number = (e: Expression | undefined) => (e ? lifted.sql(e) : 'NULL::BIGINT');
  const [numerator, denominator] = [number(shape.value.numerator), number(shape.value.denominator)];
  const columns = {
    k_numerator: numerator,
    k_denominator: denominator,
    k_volume: number(shape.volume.of),
    k_minimum: number(shape.volume.minimum),
    k_threshold: number(shape.threshold),
    k_limit: number(shape.limit?.value),
    k_least: number(shape.minimumPeers),
    k_absolute: shape.floor.absolute ? `coalesce(${number(shape.floor.absolute)}, 0)` : '0',
    k_relative: shape.floor.relative ? `coalesce(${number(shape.floor.relative)}, 0)` : '0',
    k_also: shape.also ? lifted.sql(shape.also) : 'TRUE',
    ...Object.fromEntries(Object.entries(planned.rule.facts).map(([name, fact]) => [quoted(`fact_${name}`), lifted.sql(fact.value)])),
  };
  const named = Object.entries(columns).map(([name, sql]) => `${sql} AS ${name}`);
  const aggregates = lifted.columns.map((sql, i) => `${sql} AS a${i}`);
  // what is a part of the key and of the group of peers alike is grouped by once
  const parts = [...planned.rule.key, ...shape.of].map((e) => JSON.stringify(e));
  const first = keys.map((_, i) => keys[parts.indexOf(parts[i] as string)] as string);
  const told = keys.map((c, i) => (first[i] === c ? c : `${first[i]} AS ${c}`));
  const subjects = `SELECT ${[...told, ...aggregates, 'max(k_point) AS k_point', 'max("settledDay") AS k_last'].join(', ')} FROM (${membersSql(planned, schema, read)}) GROUP BY ${[...new Set(first)].join(', ')}`;
  const valued = `SELECT ${keys.map((c) => `g.${c}`).join(', ')}, g.k_point, g.k_last, ${named.join(', ')} FROM (${subjects}) g JOIN point k ON k.point = g.k_point`;
  const value = shape.value.denominator
    ? `CASE WHEN k_numerator >= 0 AND k_denominator > 0 THEN ((2 * k_numerator::HUGEINT * ${RATIO_SCALE} + k_denominator) // (2 * k_denominator::HUGEINT))::BIGINT END`
    : 'k_numerator';
  const lost = keys.map((c) => `${c} IS NULL`).join(' OR ');
  return `SELECT *, NOT (${lost} OR k_volume IS NULL OR k_minimum IS NULL OR k_value IS NULL) AS k_known FROM (SELECT *, ${value} AS k_value FROM (${valued}) WHERE (k_volume >= k_minimum) IS NOT FALSE)`;
}

/** Centre and spread of every group, from the ordered values alone: exact, and no list of values is held in memory. */
function groupsSql(shape: PeerShape): { with: string[]; spread: string; score: string } {
  const of = ofColumns(shape).join(', ');
  const middle = (rank: string, value: string) =>
    `sum((CASE WHEN ${rank} = (k_count + 1) // 2 THEN ${value} ELSE 0 END) + (CASE WHEN ${rank} = k_count // 2 + 1 THEN ${value} ELSE 0 END))::BIGINT`;
  const tenths = Array.from({ length: 11 }, (_, d) => `max(k_value) FILTER (WHERE k_rank = 1 + ((k_count - 1) * ${d}) // 10)`);
  const common = `${of}, any_value(k_count) AS k_all, [${tenths.join(', ')}] AS k_tenths`;
  if (shape.statistic === 'robust') {
    const away = `SELECT r.*, c.k_center, row_number() OVER (PARTITION BY ${ofColumns(shape)
      .map((c) => `r.${c}`)
      .join(', ')} ORDER BY abs(2 * k_value - k_center)) AS k_away FROM ranked r JOIN centre c USING (${of}) WHERE r.k_known`;
    return {
      with: [
        `centre AS (SELECT ${common}, ${middle('k_rank', 'k_value')} AS k_center FROM ranked WHERE k_known GROUP BY ${of})`,
        `mad AS (SELECT ${of}, ${middle('k_away', 'abs(2 * k_value - k_center)')} AS k_mad FROM (${away}) GROUP BY ${of})`,
        `grouped AS (SELECT centre.*, k_mad, NULL::HUGEINT AS k_squares FROM centre JOIN mad USING (${of}))`,
      ],
      spread: 'greatest(k_mad::HUGEINT, 4 * k_absolute::HUGEINT, (2 * k_center::HUGEINT * k_relative) // 10000)',
      score: `CASE WHEN k_spread > 0 THEN sign(2 * k_value - k_center) * ((${2 * MODIFIED_Z} * abs(2 * k_value::HUGEINT - k_center) + k_spread) // (2 * k_spread)) WHEN 2 * k_value = k_center THEN 0 END`,
    };
  }
  return {
    with: [
      `grouped AS (SELECT ${common}, sum(k_value)::HUGEINT AS k_center, NULL::BIGINT AS k_mad, sum(k_value::HUGEINT * k_value) AS k_squares FROM ranked WHERE k_known GROUP BY ${of})`,
    ],
    spread:
      'greatest(k_all * k_squares - k_center * k_center, greatest(k_all * k_absolute::HUGEINT, (k_center * k_relative) // 10000) * greatest(k_all * k_absolute::HUGEINT, (k_center * k_relative) // 10000))',
    score: `CASE WHEN k_spread > 0 THEN sign(k_all * k_value - k_center) * ${rootSql('(1000000 * (k_all * k_value::HUGEINT - k_center) * (k_all * k_value::HUGEINT - k_center)) // k_spread')} WHEN k_all * k_value = k_center THEN 0 END`,
  };
}

/** The whole square root, rounded down: the root of the floating number, then put right by whole numbers. */
const rootSql = (x: string): string =>
  `list_transform([${x}], x -> list_transform([floor(sqrt(x::DOUBLE))::HUGEINT], r -> CASE WHEN r * r > x THEN r - 1 WHEN (r + 1) * (r + 1) <= x THEN r + 1 ELSE r END)[1])[1]`;

/**
 * One row a subject that takes part: `key…`, `of…`, `k_answer` (TRUE, FALSE, NULL not evaluated), the numbers of `PeerNumbers`,
 * `fact_…`, `k_point`, `k_last`.
 */
export function peerSql(planned: PlannedRule, schema: Schema, read: Reading = {}): string {
  const shape = shapeOf(planned);
  const of = ofColumns(shape);
  const over = `PARTITION BY ${of.join(', ')}, k_known`;
  const ranked = `SELECT *, row_number() OVER (${over} ORDER BY k_value) AS k_rank, rank() OVER (${over} ORDER BY k_value) - 1 AS k_below, count(*) OVER (${over}) AS k_count FROM (${valuedSql(planned, schema, read)})`;
  const groups = groupsSql(shape);
  // by equal values alone, or every subject would be held against every group
  const own = of.map((c, i) => (i === 0 ? `CASE WHEN r.k_known THEN r.${c} END = g.${c}` : `r.${c} = g.${c}`));
  const joined = `SELECT r.*, g.* EXCLUDE (${of.join(', ')}) FROM ranked r LEFT JOIN grouped g ON ${own.join(' AND ')}`;
  const compared = `SELECT *, coalesce(k_all - 1, 0) AS k_peers, coalesce(k_all - 1 >= k_least AND k_all > 1, FALSE) AS k_compared FROM (${joined})`;
  const spread = `SELECT *, CASE WHEN k_compared THEN ${groups.spread} END AS k_spread FROM (${compared})`;
  const scored = `SELECT *, (CASE WHEN k_compared THEN ${groups.score} END)::BIGINT AS k_score FROM (${spread})`;
  const [beyond, passed] =
    shape.direction === 'above' ? ['k_score >= k_threshold', 'k_value > k_limit'] : ['-k_score >= k_threshold', 'k_value < k_limit'];
  const answer = `CASE WHEN k_known THEN (${togetherSql(shape, beyond, passed)}) AND k_also END AS k_answer`;
  const shown = [
    'k_numerator, k_denominator, k_value, k_volume, k_threshold, k_limit, k_peers, k_score, k_point, k_last',
    'CASE WHEN k_compared THEN k_center::BIGINT END AS k_center',
    `(${shape.statistic === 'robust' ? 'k_spread' : rootSql('k_spread')})::BIGINT AS k_spread`,
    'CASE WHEN k_compared THEN k_below END AS k_below',
    "CASE WHEN k_compared THEN array_to_string(k_tenths, ',') END AS k_tenths",
    ...Object.keys(planned.rule.facts).map((name) => quoted(`fact_${name}`)),
  ];
  return `WITH ranked AS MATERIALIZED (${ranked}), ${groups.with.join(', ')} SELECT ${subjectColumns(planned).join(', ')}, ${shown.join(', ')}, ${answer} FROM (${scored})`;
}

/** Comparison and fixed limit as the shape puts them together. */
function togetherSql({ limit }: PeerShape, beyond: string, passed: string): string {
  if (!limit) return beyond;
  if (limit.combine === 'or') return `(${passed}) OR (${beyond})`;
  return `(${passed}) AND ${limit.alone ? `coalesce(${beyond}, TRUE)` : `(${beyond})`}`;
}

/** Of each subject in `hits` (a relation with the columns of `peerSql` and `k_no`) the few records that add most: member columns, `k_no` and `k_place` (1 the largest). */
export function peerTopSql(planned: PlannedRule, schema: Schema, hits: string, read: Reading = {}): string {
  const shape = shapeOf(planned);
  const on = subjectColumns(planned).map((c) => `b.${c} IS NOT DISTINCT FROM h.${c}`);
  const tie = (schema.tables[planned.rule.reads]?.tie ?? []).map((n) => `${quoted(n)} NULLS FIRST`);
  // folds look at the whole of a stream, whatever subject its records belong to
  const own = membersSql(planned, schema, read, planned.rule.shape.kind === 'peer' && planned.rule.shape.stream ? undefined : hits);
  const members = `SELECT b.*, h.k_no FROM (${own}) b JOIN ${hits} h ON ${on.join(' AND ')} WHERE b.k_scope`;
  const weight = `coalesce(${toSql(shape.contributes, memberNames)}, 0)`;
  const order = [`${weight} DESC`, ...tie].join(', ');
  return `SELECT *, row_number() OVER (PARTITION BY k_no ORDER BY ${order}) AS k_place FROM (${members}) QUALIFY k_place = 1 OR (k_place <= ${TOP_RECORDS} AND ${weight} > 0)`;
}
