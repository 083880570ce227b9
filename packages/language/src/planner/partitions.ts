/** Partitions as SQL: answered, counted, named; and the records that the closure reader needs to decide the named ones. */
import { aggregateOf } from '../check.ts';
import { type Expression, field, isCall, literal, nodes } from '../expression.ts';
import { pairCondition } from '../partition.ts';
import type { Exemption, RuleTree } from '../rule.ts';
import type { Schema } from '../schema.ts';
import { type SqlNames, toSql } from '../sql.ts';
import { keyColumns, type PlannedRule, quoted, streamColumns, streamOf } from './columns.ts';
import { conjuncts, keyedSql, memberNames, membersSql, rightsSql, type Source, streamedSql } from './members.ts';

/** Where records are read from: the cut of several rules' lines, or relations in place of the lake's tables. */
export type Reading = Pick<Source, 'matched' | 'table' | 'alone'>;

/** A judged record as `l`, the other side of the pair as `r`. */
const pairNames: SqlNames = {
  ...memberNames,
  field: (n) => `l.${quoted(n)}`,
  right: (n) => `r.${quoted(`r_${n}`)}`,
  param: (n) => `l.${quoted(`p_${n}`)}`,
};

const or3 = (a: string): string => `CASE WHEN bool_or(${a}) THEN TRUE WHEN bool_or((${a}) IS NULL) THEN NULL ELSE FALSE END`;

/** Members with their own answer `k_answer` (row, sequence, pair). */
function answeredSql(planned: PlannedRule, schema: Schema, read: Reading = {}): string {
  const { rule } = planned;
  const { shape } = rule;
  const keyed = keyedSql(planned, schema, read);
  if (shape.kind !== 'pair') {
    if (shape.kind === 'group' || shape.kind === 'peer') throw new Error(`${rule.id}: a ${shape.kind} has no answer of a single record`);
    return `SELECT *, (k_scope AND ${toSql(shape.when, memberNames)}) AS k_answer FROM (${keyed})`;
  }
  const names = pairNames;
  const links = shape.link.map(([l], i) => ({ left: toSql(l, names), right: `r.r${i}` }));
  const join = [...links.map((x) => `${x.left} = ${x.right}`), ...(shape.right.role ? ['l.k_point = r.r_point'] : [])].join(' AND ');
  const lost = links.map((x) => `${x.left} IS NULL`).join(' OR ');
  const none = shape.right.none === 'unknown' ? 'NULL' : shape.right.none === 'clear' && shape.want === 'absent' ? 'TRUE' : 'FALSE';
  const there = `CASE WHEN ${lost} THEN NULL WHEN r.r0 IS NULL THEN ${none} ELSE (${toSql(pairCondition(rule), names)}) END`;
  const answer = shape.want === 'present' ? 'k_there' : '(NOT k_there)';
  const left = `SELECT row_number() OVER () AS k_left, * FROM (${keyed})`;
  return `WITH l AS MATERIALIZED (${left}), r AS (${rightsSql(planned, schema, read)}), j AS (SELECT k_left AS j_left, ${or3('k_one')} AS k_there FROM (SELECT l.k_left, ${there} AS k_one FROM l LEFT JOIN r ON ${join}) GROUP BY k_left) SELECT l.*, (k_scope AND ${answer}) AS k_answer FROM l JOIN j ON l.k_left = j.j_left`;
}

/**
 * One row a partition: its key columns, `k_answer` (TRUE hit, NULL not evaluated, FALSE clear), `k_first` and `k_last` settled day,
 * and the keys of its stream.
 */
export function partitionsSql(planned: PlannedRule, schema: Schema, read: Reading = {}): string {
  const { rule } = planned;
  const keys = keyColumns(rule);
  const streams = streamColumns(rule).filter((c) => !keys.includes(c));
  if (rule.shape.kind === 'group') return groupSql(planned, rule.shape.when, schema, read);
  const lost = rule.key.map((_, i) => `key${i} IS NULL`).join(' OR ') || 'FALSE';
  const rest = [...spanned, ...streams.map((c) => `any_value(${c}) AS ${c}`)];
  const answer =
    rule.knowledge?.mode === 'alternatives'
      ? 'CASE WHEN bool_and(k_answer IS TRUE) THEN TRUE WHEN bool_or(k_answer IS FALSE) THEN FALSE END'
      : or3('k_answer');
  const source = answeredSql(planned, schema, read);
  return `SELECT ${keys.join(', ')}, CASE WHEN ${lost} THEN NULL ELSE (${answer}) END AS k_answer, ${rest.join(', ')} FROM (${source}) GROUP BY ${keys.join(', ')}`;
}

const spanned = ['min("settledDay") AS k_first', 'max("settledDay") AS k_last'];

/**
 * Aggregates first, then the limits of the knowledge row in force last: joined after aggregating, not carried through it. `source.of`:
 * only the partitions of this relation; `bounds`: aggregates that have a bound are written as such.
 */
function groupSql(
  planned: PlannedRule,
  when: Expression,
  schema: Schema,
  source: Source & { readonly of?: string; readonly bounds?: boolean },
): string {
  const { rule } = planned;
  const keys = keyColumns(rule);
  const lost = rule.key.map((_, i) => `key${i} IS NULL`).join(' OR ') || 'FALSE';
  const streams = streamColumns(rule).filter((c) => !keys.includes(c));
  const columns: string[] = [];
  const aggregateSql = (e: Extract<Expression, { args: unknown }>): string => {
    const bound = source.bounds ? aggregateOf(e.op)?.bound : undefined;
    return bound ? bound(memberNames.scope as string, ...e.args.map((arg) => toSql(arg, memberNames))) : toSql(e, memberNames);
  };
  const lift = (e: Expression): Expression => {
    if (!isCall(e)) return e;
    if (!aggregateOf(e.op)) return { op: e.op, args: e.args.map(lift) };
    const sql = aggregateSql(e);
    const at = columns.indexOf(sql);
    if (at < 0) columns.push(sql);
    return { op: 'field', name: `a${at < 0 ? columns.length - 1 : at}` };
  };
  const outer = toSql(lift(when), { field: (n) => `g.${n}`, param: (n) => `k.${quoted(`p_${n}`)}` });
  const rest = [...spanned, ...streams.map((c) => `any_value(${c}) AS ${c}`)];
  const list = [...keys, ...columns.map((sql, i) => `${sql} AS a${i}`), 'max(k_point) AS k_point', ...rest];
  const members = `(${keyedSql(planned, schema, source)})`;
  const same = keys.map((k) => `b.${k} IS NOT DISTINCT FROM n.${k}`).join(' AND ');
  const asked = source.of ? `(SELECT b.* FROM ${members} b SEMI JOIN ${source.of} n ON ${same})` : members;
  const grouped = `SELECT ${list.join(', ')} FROM ${asked} GROUP BY ${keys.join(', ')}`;
  return `SELECT g.*, CASE WHEN ${lost} THEN NULL ELSE (${outer}) END AS k_answer FROM (${grouped}) g JOIN point k ON k.point = g.k_point`;
}

/** Whether a value holds an aggregate that is dear to work out. */
const isDear = (e: Expression): boolean => [...nodes(e)].some((node) => aggregateOf(node.op)?.bound !== undefined);
const isBounded = (e: Expression | undefined): boolean =>
  e !== undefined && isCall(e) && aggregateOf(e.op)?.bound !== undefined && !e.args.some(isDear);

/**
 * A condition that holds wherever `e` does or is unknown, once its dear aggregates are written as their bounds: they stand where more of
 * them can only make it hold, and what asks something else of them is taken to hold.
 */
function atMost(e: Expression): Expression {
  if (!isDear(e)) return e;
  if (!isCall(e)) return literal(true);
  const [a, b] = e.args;
  if (['gt', 'ge'].includes(e.op) && isBounded(a) && !isDear(b as Expression)) return e;
  if (['lt', 'le'].includes(e.op) && isBounded(b) && !isDear(a as Expression)) return e;
  if (e.op !== 'and' && e.op !== 'or') return literal(true);
  const args = e.args.map(atMost);
  const open = args.filter(holds);
  if (open.length === 0) return { op: e.op, args };
  const rest = args.filter((arg) => !holds(arg));
  return e.op === 'or' || rest.length === 0 ? literal(true) : { op: 'and', args: rest };
}
const holds = (e: Expression): boolean => e.op === 'literal' && (e as { value: unknown }).value === true;

/** A group with dear aggregates: bounds of all partitions first, then the aggregates of those that are not clear by their bounds. */
function namedInStagesSql(
  planned: PlannedRule,
  schema: Schema,
  period: { from: number; to: number },
  read: Reading = {},
): string | undefined {
  const { rule } = planned;
  if (rule.shape.kind !== 'group' || rule.shape.stream) return undefined;
  const { when } = rule.shape;
  const first = atMost(when);
  if (!isDear(when) || holds(first)) return undefined;
  const keys = keyColumns(rule);
  const may = `k_answer IS NOT FALSE AND k_first <= ${period.to} AND k_last >= ${period.from}`;
  const counted = `SELECT count(*) FILTER (WHERE k_last BETWEEN ${period.from} AND ${period.to}) AS partitions, list(${pack(keys)}) FILTER (WHERE ${may}) AS maybe FROM (${groupSql(planned, first, schema, { ...read, bounds: true })})`;
  const exact = groupSql(planned, when, schema, { ...read, among: 'may', of: 'may' });
  return `WITH bounded AS MATERIALIZED (${counted}), may AS MATERIALIZED (SELECT unnest(maybe, recursive := true) FROM bounded) SELECT partitions, (SELECT list(${pack(keys)}) FILTER (WHERE ${may}) FROM (${exact})) AS named FROM bounded`;
}

/** Counts the partitions of a period and lists those that are not clear: one row (`partitions`, `named`: list of structs). */
export function namedSql(planned: PlannedRule, schema: Schema, period: { from: number; to: number }, read: Reading = {}): string {
  if (namesRecords(planned, schema)) return namedRecordsSql(planned, schema, period);
  if (asksForOneRecord(planned, schema)) return namedPairsSql(planned, schema, period, read);
  const inStages = namedInStagesSql(planned, schema, period, read);
  if (inStages) return inStages;
  const keys = [...new Set([...keyColumns(planned.rule), ...streamColumns(planned.rule)])];
  const touched = `k_first <= ${period.to} AND k_last >= ${period.from}`;
  return `SELECT count(*) FILTER (WHERE k_last BETWEEN ${period.from} AND ${period.to}) AS partitions, list(${pack(keys)}) FILTER (WHERE k_answer IS NOT FALSE AND ${touched}) AS named FROM (${partitionsSql(planned, schema, read)})`;
}

const pack = (keys: readonly string[]): string => `struct_pack(${keys.map((k) => `${k} := ${k}`).join(', ')})`;

const keyedByRecord = ({ rule }: PlannedRule, schema: Schema): boolean =>
  rule.key.length === 1 && JSON.stringify(rule.key[0]) === JSON.stringify(field(schema.tables[rule.reads]?.record as string));

/** Single records beside the rule's own parameters: what is named is the record (`key0`), its set of parameters (`k_point`) and whose it is. */
export const namesRecords = (planned: PlannedRule, schema: Schema): boolean => {
  const { rule } = planned;
  return rule.shape.kind === 'row' && !rule.knowledge && keyedByRecord(planned, schema) && schema.tables[rule.reads]?.distinct === true;
};

/** Nothing to group: the condition is asked where the record takes part, and nowhere else. */
function namedRecordsSql(planned: PlannedRule, schema: Schema, period: { from: number; to: number }): string {
  const { shape } = planned.rule;
  if (shape.kind !== 'row') throw new Error(`${planned.rule.id}: not a row`);
  const personal = 'person' in (schema.tables[planned.rule.reads]?.columns ?? {});
  const named = `key0 IS NULL OR (k_scope AND ${toSql(shape.when, memberNames)}) IS NOT FALSE`;
  return `SELECT count(*) AS partitions, list(${pack(['key0', 'k_point', ...(personal ? ['person'] : [])])}) FILTER (WHERE ${named}) AS named FROM (${keyedSql(planned, schema, {})}) WHERE "settledDay" BETWEEN ${period.from} AND ${period.to}`;
}

/** A pair, every judged record a partition of its own: only linked records need be looked at together. */
const asksForOneRecord = (planned: PlannedRule, schema: Schema): boolean =>
  planned.rule.shape.kind === 'pair' &&
  planned.rule.knowledge?.mode !== 'alternatives' &&
  schema.tables[planned.rule.reads]?.distinct === true &&
  keyedByRecord(planned, schema);

/**
 * Names what `partitionsSql` would, without carrying every judged record through a join. Of a pair that must be present: records
 * whose link is unknown, records beside one that fits or may fit, and, where the absence of any record is unknown, records beside
 * none. Of a record that must be absent: all but those beside one that surely fits.
 */
function namedPairsSql(planned: PlannedRule, schema: Schema, period: { from: number; to: number }, read: Reading = {}): string {
  const { rule } = planned;
  if (rule.shape.kind !== 'pair') throw new Error(`${rule.id}: not a pair`);
  const keys = keyColumns(rule);
  if (rule.shape.want === 'absent') return namedAbsencesSql(planned, schema, period, read);
  if (looksUpOneRow(rule, schema)) return namedLookupsSql(planned, schema, period, read);
  const links = rule.shape.link.map(([l], i) => ({ left: toSql(l, pairNames), right: `r.r${i}` }));
  const join = [...links.map((x) => `${x.left} = ${x.right}`), ...(rule.shape.right.role ? ['l.k_point = r.r_point'] : [])];
  const fitting = fittingRightsSql(planned, schema, read);
  const list = keys.map((k) => `l.${k}`).join(', ');
  const within = `l."settledDay" BETWEEN ${period.from} AND ${period.to}`;
  const lost = [...links.map((x) => `${x.left} IS NULL`), 'l.key0 IS NULL'].join(' OR ');
  const on = [...join, ...(fitting.byPoint ? ['l.k_point = r.r_point'] : [])].join(' AND ');
  const fits = `SELECT ${list} FROM l JOIN (${fitting.sql}) r ON ${on} WHERE ${within} AND (l.k_scope AND (${toSql(pairCondition(rule), pairNames)})) IS NOT FALSE`;
  const rights = rightsSql(planned, schema, read);
  const unknown = rule.shape.right.none === 'unknown';
  const listed = unknown && looksUpOneColumn(rule, schema);
  // counted, and looked through for what is unknown, in one scan
  const none = listed ? ` OR ${links[0]?.left} NOT IN (SELECT r0 FROM (${rights}) WHERE r0 IS NOT NULL)` : '';
  const asked = `SELECT count(*) AS partitions, list(struct_pack(${keys.map((k) => `${k} := l.${k}`).join(', ')})) FILTER (WHERE ${lost}${none}) AS open FROM l WHERE ${within}`;
  const parts = [fits, 'SELECT unnest(open, recursive := true) FROM asked'];
  if (unknown && !listed) parts.push(`SELECT ${list} FROM l ANTI JOIN (${rights}) r ON ${join.join(' AND ')} WHERE ${within}`);
  const named = `SELECT DISTINCT * FROM (${parts.join(' UNION ALL ')})`;
  // lines are read from their files again rather than copied whole: each part looks at a few columns
  const once = rule.reads === 'line' && !read.matched ? 'NOT MATERIALIZED ' : '';
  return `WITH l AS ${once}(${keyedSql(planned, schema, read)}), asked AS MATERIALIZED (${asked}) SELECT partitions, (SELECT list(${pack(keys)}) FROM (${named})) AS named FROM asked`;
}

/** Linked by one column to a table that stands whole beside the records: which of its values are known is a short list. */
const looksUpOneColumn = ({ shape }: RuleTree, schema: Schema): boolean =>
  shape.kind === 'pair' && !shape.right.role && shape.link.length === 1 && !schema.tables[shape.right.reads]?.personal;

/** The same where the other record must be absent. */
function namedAbsencesSql(planned: PlannedRule, schema: Schema, period: { from: number; to: number }, read: Reading = {}): string {
  const { rule } = planned;
  if (rule.shape.kind !== 'pair') throw new Error(`${rule.id}: not a pair`);
  const keys = keyColumns(rule);
  const links = rule.shape.link.map(([l], i) => ({ left: toSql(l, pairNames), right: `r.r${i}` }));
  const on = [...links.map((x) => `${x.left} = ${x.right}`), ...(rule.shape.right.role ? ['l.k_point = r.r_point'] : [])].join(' AND ');
  const rights = rightsSql(planned, schema, read);
  const within = `"settledDay" BETWEEN ${period.from} AND ${period.to}`;
  // a record beside several knowledge rows is asked about each of them
  const own = [...keys, 'k_point'];
  const list = own.map((k) => `l.${k}`).join(', ');
  const beside = `SELECT ${list} FROM l JOIN (${rights}) r ON ${on} WHERE (${toSql(pairCondition(rule), pairNames)})`;
  const same = own.map((k) => `l.${k} = b.${k}`).join(' AND ');
  const lost = [...links.map((x) => `${x.left} IS NULL`), ...keys.map((k) => `l.${k} IS NULL`)].join(' OR ');
  // where the absence of any record is nothing to say, only records beside some are looked at
  const known = rule.shape.right.none === 'clear' ? `l SEMI JOIN (${rights}) r ON ${on}` : 'l';
  const apart = `SELECT l.* FROM (SELECT ${list} FROM ${known} WHERE ${within}) l ANTI JOIN (${beside}) b ON ${same}`;
  const named = `SELECT DISTINCT ${keys.join(', ')} FROM (${apart} UNION ALL SELECT ${list} FROM l WHERE ${within} AND (${lost}))`;
  const once = rule.reads === 'line' && !read.matched ? 'NOT MATERIALIZED ' : '';
  return `WITH l AS ${once}(${keyedSql(planned, schema, read)}) SELECT (SELECT count(*) FROM l WHERE ${within}) AS partitions, (SELECT list(${pack(keys)}) FROM (${named})) AS named`;
}

/** The other side is a row of a small table, found by the column that identifies it: each record has one at most. */
const looksUpOneRow = ({ shape }: RuleTree, schema: Schema): boolean => {
  if (shape.kind !== 'pair' || shape.right.role || shape.link.length !== 1) return false;
  const [, other] = shape.link[0] as (typeof shape.link)[number];
  const table = schema.tables[shape.right.reads];
  return table?.distinct === true && !table.personal && !isCall(other) && other.op === 'field' && other.name === table.record;
};

/** The same in one scan. What is asked of the row alone is asked of the row once, and the rest only beside rows that may fit. */
function namedLookupsSql(planned: PlannedRule, schema: Schema, period: { from: number; to: number }, read: Reading = {}): string {
  const { rule } = planned;
  if (rule.shape.kind !== 'pair') throw new Error(`${rule.id}: not a pair`);
  const keys = keyColumns(rule).map((k) => `${k} := l.${k}`);
  const left = toSql((rule.shape.link[0] as (typeof rule.shape.link)[number])[0], pairNames);
  const { sql, byPoint } = fittingRightsSql(planned, schema, read);
  const fitting = `SELECT *, TRUE AS r_fits FROM (${sql})`;
  const on = `${left} = r.r0${byPoint ? ' AND l.k_point = r.r_point' : ''}`;
  const known =
    rule.shape.right.none === 'unknown'
      ? ` OR ${left} NOT IN (SELECT r0 FROM (${rightsSql(planned, schema, read)}) WHERE r0 IS NOT NULL)`
      : '';
  const asked = `CASE WHEN r.r_fits THEN (l.k_scope AND (${toSql(pairCondition(rule), pairNames)})) IS NOT FALSE ELSE FALSE END`;
  const named = `${left} IS NULL OR l.key0 IS NULL OR ${asked}${known}`;
  return `SELECT count(*) AS partitions, list(struct_pack(${keys.join(', ')})) FILTER (WHERE ${named}) AS named FROM (${keyedSql(planned, schema, read)}) l LEFT JOIN (${fitting}) r ON ${on} WHERE l."settledDay" BETWEEN ${period.from} AND ${period.to}`;
}

/**
 * The other side of a pair without the records that fit nothing, whatever they are linked to: what the condition asks of them
 * alone is already false. Beside a rule's own parameters, one row for each of their dated sets (`r_point`, when `byPoint`).
 */
function fittingRightsSql(planned: PlannedRule, schema: Schema, read: Reading = {}): { sql: string; byPoint: boolean } {
  const { rule, index } = planned;
  if (rule.shape.kind !== 'pair') throw new Error(`${rule.id}: not a pair`);
  const rights = rightsSql(planned, schema, read);
  const alone = conjuncts(pairCondition(rule)).filter((e) => asksRightAlone(e) && (!rule.knowledge || !asksParameter(e)));
  if (alone.length === 0) return { sql: rights, byPoint: false };
  const byPoint = alone.some(asksParameter);
  const names: SqlNames = { field: (n) => `o.${quoted(`r_${n}`)}`, param: (n) => `k.${quoted(`p_${n}`)}` };
  const kept = alone.map((e) => `(${toSql(e, names)}) IS NOT FALSE`).join(' AND ');
  const beside = byPoint ? ` JOIN edition k ON k.rule = ${index}` : '';
  return { sql: `SELECT o.*${byPoint ? ', k.point AS r_point' : ''} FROM (${rights}) o${beside} WHERE ${kept}`, byPoint };
}

const asksParameter = (e: Expression): boolean => [...nodes(e)].some((node) => node.op === 'param');
const asksRightAlone = (e: Expression): boolean =>
  [...nodes(e)].every((node) => isCall(node) || ['literal', 'param'].includes(node.op) || (node as { of?: string }).of === 'right');

/**
 * Members of the named partitions (of their whole streams, where the rule has one; folds are walked anew by the closure reader):
 * record columns, `k_point`. `named` is a relation with the columns that `namedSql` packs.
 */
export function neededSql(planned: PlannedRule, schema: Schema, named: string, read: Reading = {}): string {
  const stream = streamOf(planned.rule);
  const by = stream ? streamColumns(planned.rule) : keyColumns(planned.rule);
  const from = { ...read, among: named };
  const source = stream ? streamedSql(planned, stream, schema, from) : keyedSql(planned, schema, from);
  const on = by.map((c) => `b.${c} IS NOT DISTINCT FROM n.${c}`).join(' AND ') || 'TRUE';
  return `SELECT b.* FROM (${source}) b JOIN (SELECT DISTINCT ${by.join(', ') || '1'} FROM ${named}) n ON ${on}`;
}

/** Records of the other side that are linked to needed members (`needed`: relation of `neededSql`): their `r_…` columns. */
export function neededRightsSql(planned: PlannedRule, schema: Schema, needed: string, read: Reading = {}): string {
  const { shape } = planned.rule;
  if (shape.kind !== 'pair') throw new Error(`${planned.rule.id}: not a pair`);
  const names: SqlNames = { ...memberNames, field: (n) => `l.${quoted(n)}`, param: (n) => `l.${quoted(`p_${n}`)}` };
  const on = [...shape.link.map(([l], i) => `${toSql(l, names)} = r.r${i}`), ...(shape.right.role ? ['l.k_point = r.r_point'] : [])].join(
    ' AND ',
  );
  return `SELECT DISTINCT r.* FROM (${rightsSql(planned, schema, read)}) r JOIN ${needed} l ON ${on}`;
}

/** Tables whose records are told apart within another only. */
const numberedWithin: { [table: string]: string } = { diagnosis: 'encounter', operation: 'encounter', trace: 'line' };

/**
 * How many records of a period an exemption keeps out: records of the population (`population`), or pairs (`link`). Exemptions of
 * findings are counted by the closure reader, which alone knows findings.
 */
export function exemptedSql(
  planned: PlannedRule,
  exemption: Exemption,
  schema: Schema,
  period: { from: number; to: number },
  read: Reading = {},
): string {
  const { rule } = planned;
  const within = `"settledDay" BETWEEN ${period.from} AND ${period.to}`;
  if (exemption.acts === 'population') {
    const kept: Expression = rule.where ? { op: 'and', args: [rule.where, exemption.when] } : exemption.when;
    const record = quoted(schema.tables[rule.reads]?.record as string);
    // beside its own parameters alone, a record stands once
    if (!rule.knowledge)
      return `SELECT count(*) AS n FROM (${membersSql(planned, schema, { ...read, scope: kept })}) WHERE k_scope AND ${within}`;
    return `SELECT count(DISTINCT ${numberedWithin[rule.reads] ? `(${numberedWithin[rule.reads]}, ${record})` : record}) AS n FROM (${membersSql(planned, schema, { ...read, scope: kept })}) WHERE k_scope AND ${within}`;
  }
  if (rule.shape.kind !== 'pair') throw new Error(`${rule.id}: only a pair has links`);
  const names: SqlNames = {
    ...memberNames,
    field: (n) => `l.${quoted(n)}`,
    right: (n) => `r.${quoted(`r_${n}`)}`,
    param: (n) => `l.${quoted(`p_${n}`)}`,
  };
  const join = [
    ...rule.shape.link.map(([l], i) => `${toSql(l, names)} = r.r${i}`),
    ...(rule.shape.right.role ? ['l.k_point = r.r_point'] : []),
    ...(rule.shape.right.where ? [toSql(rule.shape.right.where, { ...names, field: names.right as SqlNames['field'] })] : []),
    toSql(rule.shape.on, names),
    toSql(exemption.when, names),
  ];
  return `SELECT count(*) AS n FROM (${membersSql(planned, schema, read)}) l JOIN (${rightsSql(planned, schema, read)}) r ON ${join.join(' AND ')} WHERE ${within}`;
}
