/** The members of a rule as SQL: records beside their knowledge rows, streams, folds, keys, and the other side of a pair. */
import { foldOf } from '../check.ts';
import { type Expression, isCall, nodes } from '../expression.ts';
import { scopeOf } from '../partition.ts';
import type { RuleTree, Stream } from '../rule.ts';
import type { Schema } from '../schema.ts';
import { type SqlNames, sqlText, toSql } from '../sql.ts';
import { columnsOf, type PlannedRule, paramsOf, peerExpressions, quoted, rightColumnsOf, streamColumns, streamOf } from './columns.ts';

/** Where members are taken from, when not from all lines: the cut of several rules' lines, or only records of named partitions. */
export interface Source {
  /** Relation of `matchesSql`. */
  readonly matched?: string | undefined;
  /** Relation of named partitions: only records that share a plain column of the key (or of the stream) with one of them. */
  readonly among?: string;
  /** Instead of the rule's own population. */
  readonly scope?: Expression;
  /** Relation to read in place of a table of the lake: the same records, or all of those that can matter here. */
  readonly table?: ((name: string) => string) | undefined;
  /** Column of the relation, never unknown, of records that are all there is of their encounter: those are counted without being told apart. */
  readonly alone?: string | undefined;
}

/** The relation that a table of the lake is read from. */
const relationOf = (name: string, { table = quoted }: Pick<Source, 'table'>): string => table(name);

/** Members of a rule, one row each: record columns, `k_point`, `k_lineage`, p_…, `k_scope` (never FALSE), `k_listed`. */
export function membersSql(planned: PlannedRule, schema: Schema, source: Source = {}): string {
  const { matched, among, scope: scoped } = source;
  const { index, rule } = planned;
  const names: SqlNames = { field: (n) => `t.${quoted(n)}`, param: (n) => `k.${quoted(`p_${n}`)}`, listed: 'k_listed' };
  const on = toSql(rule.on, names);
  const use = rule.knowledge;
  const columns = columnsOf(rule, schema).map((n) => `t.${quoted(n)}`);
  const alone = source.alone ? [`t.${quoted(source.alone)} AS k_alone`] : [];
  const params = paramsOf(rule).map((n) => `k.${quoted(`p_${n}`)}`);
  const scope = `(${toSql(scoped ?? scopeOf(rule), names)}) AS k_scope`;
  const head = (extra: string[] = []) =>
    `SELECT ${[...columns, ...alone, ...params, 'k.point AS k_point', 'k.lineage AS k_lineage', scope, ...extra].join(', ')}`;
  const live = `${on} BETWEEN k."from" AND k."to"`;
  const read = matched ?? relationOf(rule.reads, source);
  const records = among ? amongSql(planned, read, among) : read;
  // of stored records a scan asks the whole scope as fast
  const table = read.startsWith('(') ? undenied(scoped ?? scopeOf(rule), records, names) : records;
  const mine = `k.rule = ${index}`;
  let sql: string;
  if (!use) sql = `${head()} FROM ${table} t JOIN edition k ON ${mine} AND ${live}`;
  else if (use.mode === 'list') {
    // a hash join by item that carries the spans of days, not a condition asked of every pair; nearly every item has one span
    const spans = `(SELECT item, min("from") AS first, max("to") AS last, CASE WHEN count(*) > 1 THEN list(struct_pack(first := "from", last := "to")) END AS spans FROM (SELECT DISTINCT item, "from", "to" FROM kp WHERE rule = ${index}) GROUP BY item)`;
    const within = `coalesce(${on} BETWEEN x.first AND x.last, FALSE)`;
    const listed = `CASE WHEN x.item IS NULL THEN FALSE WHEN x.spans IS NULL THEN ${within} ELSE ${within} AND len(list_filter(x.spans, s -> ${on} BETWEEN s.first AND s.last)) > 0 END AS k_listed`;
    sql = `${head([listed])} FROM ${table} t JOIN edition k ON ${mine} AND ${live} LEFT JOIN ${spans} x ON x.item = t.item`;
  } else if (use.by === 'prefix') {
    const role = `k.role = ${sqlText(use.role)}`;
    // by every length that a prefix has, so that beginnings are looked up by hash and not tried one by one
    const code = `t.${quoted(use.column ?? 'code')}`;
    const cut = `(SELECT t.*, x.len AS k_len FROM ${table} t, (SELECT DISTINCT len FROM kx WHERE rule = ${index}) x)`;
    sql = `${head()} FROM ${cut} t JOIN kx k ON ${mine} AND ${role} AND k.len = t.k_len AND k.prefix = substring(${code}, 1, t.k_len) AND ${live}`;
    // several prefixes of one row may fit one code
    sql = `SELECT DISTINCT * FROM (${sql})`;
  } else if (matched) sql = `${head()} FROM ${table} t JOIN point k ON k.point = t.k_point WHERE t.k_rule = ${index} AND t.k_main`;
  else sql = `${head()} FROM ${table} t JOIN kp k ON ${mine} AND k.role = ${sqlText(use.role)} AND t.item = k.item AND ${live}`;
  const record = quoted(schema.tables[rule.reads]?.record as string);
  const first = use?.mode === 'together' ? ` QUALIFY row_number() OVER (PARTITION BY ${record} ORDER BY k_lineage) = 1` : '';
  // of several live rows the smallest lineage counts before anything is out of scope
  return first
    ? `SELECT * FROM (SELECT * FROM (${sql})${first}) WHERE k_scope IS NOT FALSE`
    : `SELECT * FROM (${sql}) WHERE k_scope IS NOT FALSE`;
}

/** Derived records without those that one column alone puts out of scope: it is asked before anything is looked up beside them. */
function undenied(scope: Expression, table: string, names: SqlNames): string {
  const asked = conjuncts(scope).filter((e) => {
    const leaves = [...nodes(e)].filter((node) => !isCall(node) && node.op !== 'literal');
    return leaves.every((node) => node.op === 'field') && new Set(leaves.map((node) => (node as { name: string }).name)).size === 1;
  });
  if (asked.length === 0) return table;
  return `(SELECT * FROM ${table} t WHERE ${asked.map((e) => `(${toSql(e, names)}) IS NOT FALSE`).join(' AND ')})`;
}

/** Conditions that must hold together for this one to hold, each by itself. */
export function conjuncts(e: Expression): Expression[] {
  if (!isCall(e)) return [e];
  if (e.op === 'and') return e.args.flatMap(conjuncts);
  const [inner] = e.args;
  if (e.op === 'not' && inner && isCall(inner) && inner.op === 'or')
    return inner.args.flatMap((arg) => conjuncts({ op: 'not', args: [arg] }));
  return [e];
}

/** Parts of the key (or of the stream) that are plain columns: the named partition's column beside the record's. */
export function plainKeys({ rule }: PlannedRule): { readonly key: string; readonly field: string }[] {
  const stream = streamOf(rule);
  const by = stream ? stream.key.map((e, i) => ({ e, key: `stream${i}` })) : rule.key.map((e, i) => ({ e, key: `key${i}` }));
  return by.flatMap(({ e, key }) => (!isCall(e) && e.op === 'field' ? [{ key, field: (e as { name: string }).name }] : []));
}

/** Records that share the plain columns with a named partition (all of theirs do): everything else need not be looked at. */
export function amongSql(planned: PlannedRule, table: string, named: string, has: (column: string) => boolean = () => true): string {
  const plain = plainKeys(planned).filter(({ field }) => has(field));
  if (plain.length === 0) return table;
  const keys = plain.map(({ key }) => key).join(', ');
  const on = plain.map(({ key, field }) => `a.${quoted(field)} IS NOT DISTINCT FROM n.${key}`).join(' AND ');
  return `(SELECT * FROM ${table} a SEMI JOIN (SELECT DISTINCT ${keys} FROM ${named}) n ON ${on})`;
}

export const memberNames: SqlNames = {
  field: quoted,
  param: (n) => quoted(`p_${n}`),
  fold: (n) => quoted(`f_${n}`),
  listed: 'k_listed',
  scope: 'k_scope',
};

/** Members with the keys of their streams and their place in them. */
export function streamedSql(planned: PlannedRule, stream: Stream, schema: Schema, source: Source): string {
  const keys = stream.key.map((e, i) => `${toSql(e, memberNames)} AS stream${i}`);
  const members = `SELECT *, ${[...keys, `${toSql(stream.order, memberNames)} AS k_at0`].join(', ')} FROM (${membersSql(planned, schema, source)})`;
  return `SELECT * REPLACE (CASE WHEN k_at0 IS NOT NULL THEN k_scope END AS k_scope), coalesce(k_at0, 0) AS k_at FROM (${members})`;
}

/** Members with stream keys, folds, and partition keys as columns. */
export function keyedSql(planned: PlannedRule, schema: Schema, source: Source = {}): string {
  const { rule } = planned;
  const stream = streamOf(rule);
  const sql = stream ? foldedSql(planned, stream, schema, source) : membersSql(planned, schema, source);
  const keys = rule.key.map((e, i) => `${toSql(e, memberNames)} AS key${i}`);
  return `SELECT *${keys.map((k) => `, ${k}`).join('')} FROM (${sql})`;
}

/** Streams with the folds that decide. Stages of all folds stand side by side, so that windows of one order share a sort. */
function foldedSql(planned: PlannedRule, stream: Stream, schema: Schema, source: Source): string {
  const { rule } = planned;
  const tie = schema.tables[rule.reads]?.tie ?? [];
  const window = {
    by: streamColumns(rule).join(', '),
    order: ['k_at', ...tie.map((n) => `${quoted(n)} NULLS FIRST`)].join(', '),
    at: 'k_at',
    scope: 'k_scope',
  };
  const asked = decidingFolds(rule);
  const levels: Map<string, string>[] = [];
  for (const [name, use] of Object.entries(stream.folds).filter(([name]) => asked.has(name))) {
    const known = foldOf(use.fold);
    if (!known) throw new Error(`${rule.id}: no fold ${use.fold}`);
    const args = use.args.map((arg) => `(${toSql(arg, memberNames)})`);
    addStages(levels, known.stages(window, `f_${name}`, ...args), `f_${name}`);
  }
  return levels.reduce(
    (sql, level) => `SELECT *, ${[...level].map(([column, text]) => `${text} AS ${quoted(column)}`).join(', ')} FROM (${sql})`,
    streamedSql(planned, stream, schema, source),
  );
}

/** Adds the stages of one fold; a column that another fold has worked out already is taken from there. */
function addStages(levels: Map<string, string>[], stages: readonly { readonly [column: string]: string }[], value: string): void {
  const same = new Map<string, string>();
  const renamed = (text: string) => text.replace(/\bf_\w+/g, (column) => same.get(column) ?? column);
  for (const [i, stage] of stages.entries()) {
    const level = levels[i] ?? new Map<string, string>();
    levels[i] = level;
    for (const [column, written] of Object.entries(stage)) {
      const text = renamed(written);
      const twin = column === value ? undefined : [...level].find(([, known]) => known === text)?.[0];
      if (twin) same.set(column, twin);
      else level.set(column, text);
    }
  }
}

/** Folds that a key or the answer speaks of; others only explain. */
function decidingFolds(rule: RuleTree): Set<string> {
  const { shape } = rule;
  const found = new Set<string>();
  // of a comparison with peers SQL tells everything, what explains as well
  const peers = shape.kind === 'peer' ? [...peerExpressions(shape), ...Object.values(rule.facts).map((fact) => fact.value)] : [];
  for (const expression of [...rule.key, ...('when' in shape ? [shape.when] : []), ...peers])
    for (const node of nodes(expression)) if (node.op === 'fold') found.add((node as { name: string }).name);
  return found;
}

/** The other side of a pair: link columns `r0…`, its columns as `r_…`, and `k_point` where its codes come from the same knowledge row. */
export function rightsSql({ index, rule }: PlannedRule, schema: Schema, source: Pick<Source, 'matched' | 'table'> = {}): string {
  const { matched } = source;
  const { shape } = rule;
  if (shape.kind !== 'pair') throw new Error(`${rule.id}: not a pair`);
  const columns = rightColumnsOf(rule, schema);
  const names: SqlNames = { field: (n) => `t.${quoted(n)}`, param: (n) => `k.${quoted(`p_${n}`)}` };
  const list = [
    ...columns.map((n) => `t.${quoted(n)} AS ${quoted(`r_${n}`)}`),
    ...shape.link.map(([, r], i) => `${toSql(r, names)} AS r${i}`),
  ];
  const read = relationOf(shape.right.reads, source);
  if (!shape.right.role) return `SELECT ${list.join(', ')} FROM ${read} t`;
  if (matched && shape.right.reads === 'line')
    return `SELECT ${list.join(', ')}, k_point AS r_point FROM ${matched} t WHERE k_rule = ${index} AND NOT k_main`;
  return `SELECT ${list.join(', ')}, k.point AS r_point FROM ${read} t JOIN kp k ON k.rule = ${index} AND k.role = ${sqlText(shape.right.role)} AND t.item = k.item`;
}
