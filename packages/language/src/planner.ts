/**
 * The SQL reader: names the partitions that hit or cannot be evaluated, and the records that the closure reader needs to decide
 * them. Relations it expects on the connection: the lake's tables of one bucket under their own names, `point` (one row a
 * knowledge row: rule, point, lineage rank, from, to, p_…), `edition` (those of them that are the rule's parameters alone), `kp` (point × item: also role) and `kx` (point × prefix).
 */
import { aggregateOf, foldOf } from './check.ts';
import { type Expression, field, isCall, nodes } from './expression.ts';
import { pairCondition, scopeOf } from './partition.ts';
import type { Exemption, RuleTree, Stream } from './rule.ts';
import type { Schema } from './schema.ts';
import { type SqlNames, sqlText, toSql } from './sql.ts';

export interface PlannedRule {
  /** Number of the rule within the run. */
  readonly index: number;
  readonly rule: RuleTree;
}

/** A column or table of the schema as an SQL identifier (schema names hold no quotation marks). */
export const quoted = (name: string): string => `"${name}"`;
const keyColumns = (rule: RuleTree): string[] => [
  ...rule.key.map((_, i) => `key${i}`),
  ...(rule.knowledge?.mode === 'each' ? ['k_lineage'] : []),
];
const streamColumns = (rule: RuleTree): string[] => {
  const stream = streamOf(rule);
  return stream ? [...stream.key.map((_, i) => `stream${i}`), ...(rule.knowledge?.mode === 'each' ? ['k_lineage'] : [])] : [];
};
/** The stream of a sequence, or of a group that lends folds to its key. */
export const streamOf = (rule: RuleTree): Stream | undefined => ('stream' in rule.shape ? rule.shape.stream : undefined);

/** Columns of a small table that any of these rules, or the naming of evidence, looks at. */
export function smallTableColumns(rules: readonly PlannedRule[], table: string, schema: Schema): string[] {
  const has = (column: string) => column in (schema.tables[table]?.columns ?? {});
  const used = new Set([...identityColumns, ...amounts, 'code'].filter(has));
  for (const { rule } of rules) {
    if (rule.reads === table) for (const column of columnsOf(rule, schema)) used.add(column);
    if (rule.shape.kind === 'pair' && rule.shape.right.reads === table) for (const column of rightColumnsOf(rule, schema)) used.add(column);
  }
  return [...used];
}

/** Every expression of a rule that a reader evaluates to decide it (facts and money are the closure reader's alone). */
function* deciding(rule: RuleTree): Generator<Expression> {
  yield rule.on;
  if (rule.where) yield rule.where;
  yield* rule.key;
  for (const x of rule.exemptions) if (x.acts !== 'finding') yield x.when;
  const stream = streamOf(rule);
  if (stream) {
    yield* stream.key;
    yield stream.order;
    for (const use of Object.values(stream.folds)) yield* use.args;
  }
  if (rule.shape.kind === 'pair') {
    yield rule.shape.on;
    if (rule.shape.right.where) yield rule.shape.right.where;
    for (const [l] of rule.shape.link) yield l;
  } else yield rule.shape.when;
}

/** Everything the closure reader may look at as well. */
function* looking(rule: RuleTree): Generator<Expression> {
  yield* deciding(rule);
  for (const fact of Object.values(rule.facts)) yield fact.value;
  for (const x of rule.exemptions) yield x.when;
  if (rule.inQuestion.kind === 'allButFirst') {
    yield rule.inQuestion.where;
    yield rule.inQuestion.by;
  }
  for (const value of Object.values(rule.money)) if (typeof value === 'object') yield value as Expression;
}

function fieldsOf(expressions: Iterable<Expression>, side: 'left' | 'right'): Set<string> {
  const found = new Set<string>();
  for (const expression of expressions)
    for (const node of nodes(expression))
      if (!isCall(node) && node.op === 'field' && ((node as { of?: string }).of === 'right') === (side === 'right'))
        found.add((node as { name: string }).name);
  return found;
}

/** Columns of a pair's other record: its own sides of the links are written without `of`. */
const rightFields = (rule: RuleTree, which: typeof deciding): Set<string> => {
  const links = rule.shape.kind === 'pair' ? rule.shape.link.map(([, r]) => r) : [];
  return new Set([...fieldsOf(which(rule), 'right'), ...fieldsOf(links, 'left')]);
};

/** Columns by which evidence names a record; taken along where the table has them. */
export const identityColumns = [
  'line',
  'lineNo',
  'encounter',
  'encounterNo',
  'settlement',
  'settlementNo',
  'settlementNos',
  'person',
  'provider',
  'settledDay',
];
const amounts = ['amountFen', 'totalFen', 'fundFen'];
/** By which both readers order the records of a finding, before their keys. */
const moments = ['occurredAt', 'begunAt', 'settledAt'];

/**
 * Columns of the judged table that the SQL reader takes. Of lines only what decides (evidence is fetched by line number for the
 * few that are named); of the small tables everything that anybody looks at.
 */
export function columnsOf(rule: RuleTree, schema: Schema): string[] {
  const table = schema.tables[rule.reads];
  if (!table) throw new Error(`${rule.id}: no table ${rule.reads}`);
  const has = (column: string) => column in table.columns;
  const tie = streamOf(rule) ? table.tie : [];
  if (rule.reads === 'line') return [...new Set([...fieldsOf(deciding(rule), 'left'), 'line', 'settledDay', ...tie])];
  const named = [...identityColumns, ...amounts, ...moments].filter(has);
  return [...new Set([...fieldsOf(looking(rule), 'left'), ...table.tie.filter(has), ...named])];
}

const rightColumnsOf = (rule: RuleTree, schema: Schema): string[] => {
  const reads = rule.shape.kind === 'pair' ? rule.shape.right.reads : '';
  const has = (column: string) => column in (schema.tables[reads]?.columns ?? {});
  const own = reads === 'line' ? ['line'] : identityColumns.filter(has);
  return [...new Set([...rightFields(rule, reads === 'line' ? deciding : looking), ...own])];
};

/** Columns that the closure reader may look at, besides the names that every record carries. */
export const evidenceColumns = (rule: RuleTree, side: 'left' | 'right' = 'left'): string[] => [
  ...(side === 'right' ? rightFields(rule, looking) : fieldsOf(looking(rule), 'left')),
];

const paramsOf = (rule: RuleTree): string[] => {
  const found = new Set<string>();
  for (const expression of deciding(rule))
    for (const node of nodes(expression)) if (node.op === 'param') found.add((node as { name: string }).name);
  return [...found];
};

/** Members of a rule, one row each: record columns, `k_point`, `k_lineage`, p_…, `k_scope` (never FALSE), `k_listed`. */
export function membersSql({ index, rule }: PlannedRule, schema: Schema, matched?: string, scoped: Expression = scopeOf(rule)): string {
  const names: SqlNames = { field: (n) => `t.${quoted(n)}`, param: (n) => `k.${quoted(`p_${n}`)}`, listed: 'k_listed' };
  const on = toSql(rule.on, names);
  const use = rule.knowledge;
  const columns = columnsOf(rule, schema).map((n) => `t.${quoted(n)}`);
  const params = paramsOf(rule).map((n) => `k.${quoted(`p_${n}`)}`);
  const scope = `(${toSql(scoped, names)}) AS k_scope`;
  const head = (extra: string[] = []) =>
    `SELECT ${[...columns, ...params, 'k.point AS k_point', 'k.lineage AS k_lineage', scope, ...extra].join(', ')}`;
  const live = `${on} BETWEEN k."from" AND k."to"`;
  const table = quoted(rule.reads);
  const mine = `k.rule = ${index}`;
  let sql: string;
  if (!use) sql = `${head()} FROM ${table} t JOIN edition k ON ${mine} AND ${live}`;
  else if (use.mode === 'list') {
    const listed = `EXISTS (SELECT 1 FROM kp x WHERE x.rule = ${index} AND x.item = t.item AND ${on} BETWEEN x."from" AND x."to") AS k_listed`;
    sql = `${head([listed])} FROM ${table} t JOIN edition k ON ${mine} AND ${live}`;
  } else if (use.by === 'prefix') {
    const role = `k.role = ${sqlText(use.role)}`;
    // by every length that a prefix has, so that beginnings are looked up by hash and not tried one by one
    const cut = `(SELECT t.*, x.len AS k_len FROM ${table} t, (SELECT DISTINCT len FROM kx WHERE rule = ${index}) x)`;
    sql = `${head()} FROM ${cut} t JOIN kx k ON ${mine} AND ${role} AND k.len = t.k_len AND k.prefix = substring(t.code, 1, t.k_len) AND ${live}`;
    // several prefixes of one row may fit one code
    sql = `SELECT DISTINCT * FROM (${sql})`;
  } else if (matched) {
    const own: SqlNames = { field: (n) => quoted(n), param: (n) => quoted(`p_${n}`) };
    const list = [
      ...columnsOf(rule, schema).map(quoted),
      ...paramsOf(rule).map((n) => quoted(`p_${n}`)),
      'k_point',
      'k_lineage',
      `(${toSql(scoped, own)}) AS k_scope`,
    ];
    sql = `SELECT ${list.join(', ')} FROM ${matched} WHERE k_rule = ${index} AND k_main`;
  } else sql = `${head()} FROM ${table} t JOIN kp k ON ${mine} AND k.role = ${sqlText(use.role)} AND t.item = k.item AND ${live}`;
  const record = quoted(schema.tables[rule.reads]?.record as string);
  const first = use?.mode === 'together' ? ` QUALIFY row_number() OVER (PARTITION BY ${record} ORDER BY k_lineage) = 1` : '';
  // of several live rows the smallest lineage counts before anything is out of scope
  return first
    ? `SELECT * FROM (SELECT * FROM (${sql})${first}) WHERE k_scope IS NOT FALSE`
    : `SELECT * FROM (${sql}) WHERE k_scope IS NOT FALSE`;
}

const memberNames: SqlNames = {
  field: quoted,
  param: (n) => quoted(`p_${n}`),
  fold: (n) => quoted(`f_${n}`),
  listed: 'k_listed',
  scope: 'k_scope',
};

/** Members with the keys of their streams and their place in them. */
function streamedSql(planned: PlannedRule, stream: Stream, schema: Schema, matched?: string): string {
  const keys = stream.key.map((e, i) => `${toSql(e, memberNames)} AS stream${i}`);
  const members = `SELECT *, ${[...keys, `${toSql(stream.order, memberNames)} AS k_at0`].join(', ')} FROM (${membersSql(planned, schema, matched)})`;
  return `SELECT * REPLACE (CASE WHEN k_at0 IS NOT NULL THEN k_scope END AS k_scope), coalesce(k_at0, 0) AS k_at FROM (${members})`;
}

/** Members with stream keys, folds, and partition keys as columns. */
function keyedSql(planned: PlannedRule, schema: Schema, matched?: string): string {
  const { rule } = planned;
  const stream = streamOf(rule);
  let sql = stream ? streamedSql(planned, stream, schema, matched) : membersSql(planned, schema, matched);
  if (stream) {
    const tie = schema.tables[rule.reads]?.tie ?? [];
    const window = {
      by: streamColumns(rule).join(', '),
      order: ['k_at', ...tie.map((n) => `${quoted(n)} NULLS FIRST`)].join(', '),
      at: 'k_at',
      scope: 'k_scope',
    };
    for (const [name, use] of Object.entries(stream.folds)) {
      const known = foldOf(use.fold);
      if (!known) throw new Error(`${rule.id}: no fold ${use.fold}`);
      const args = use.args.map((arg) => `(${toSql(arg, memberNames)})`);
      for (const stage of known.stages(window, `f_${name}`, ...args))
        sql = `SELECT *, ${Object.entries(stage)
          .map(([column, text]) => `${text} AS ${quoted(column)}`)
          .join(', ')} FROM (${sql})`;
    }
  }
  const keys = rule.key.map((e, i) => `${toSql(e, memberNames)} AS key${i}`);
  return `SELECT *${keys.map((k) => `, ${k}`).join('')} FROM (${sql})`;
}

/** The other side of a pair: link columns `r0…`, its columns as `r_…`, and `k_point` where its codes come from the same knowledge row. */
function rightsSql({ index, rule }: PlannedRule, schema: Schema, matched?: string): string {
  const { shape } = rule;
  if (shape.kind !== 'pair') throw new Error(`${rule.id}: not a pair`);
  const columns = rightColumnsOf(rule, schema);
  const names: SqlNames = { field: (n) => `t.${quoted(n)}`, param: (n) => `k.${quoted(`p_${n}`)}` };
  const list = [
    ...columns.map((n) => `t.${quoted(n)} AS ${quoted(`r_${n}`)}`),
    ...shape.link.map(([, r], i) => `${toSql(r, names)} AS r${i}`),
  ];
  if (!shape.right.role) return `SELECT ${list.join(', ')} FROM ${quoted(shape.right.reads)} t`;
  if (matched && shape.right.reads === 'line')
    return `SELECT ${list.join(', ')}, k_point AS r_point FROM ${matched} t WHERE k_rule = ${index} AND NOT k_main`;
  return `SELECT ${list.join(', ')}, k.point AS r_point FROM ${quoted(shape.right.reads)} t JOIN kp k ON k.rule = ${index} AND k.role = ${sqlText(shape.right.role)} AND t.item = k.item`;
}

const or3 = (a: string): string => `CASE WHEN bool_or(${a}) THEN TRUE WHEN bool_or((${a}) IS NULL) THEN NULL ELSE FALSE END`;

/** Members with their own answer `k_answer` (row, sequence, pair). */
function answeredSql(planned: PlannedRule, schema: Schema, matched?: string): string {
  const { rule } = planned;
  const { shape } = rule;
  const keyed = keyedSql(planned, schema, matched);
  if (shape.kind !== 'pair') {
    if (shape.kind === 'group') throw new Error(`${rule.id}: a group has no answer of a single record`);
    return `SELECT *, (k_scope AND ${toSql(shape.when, memberNames)}) AS k_answer FROM (${keyed})`;
  }
  const names: SqlNames = {
    ...memberNames,
    field: (n) => `l.${quoted(n)}`,
    right: (n) => `r.${quoted(`r_${n}`)}`,
    param: (n) => `l.${quoted(`p_${n}`)}`,
  };
  const links = shape.link.map(([l], i) => ({ left: toSql(l, names), right: `r.r${i}` }));
  const join = [...links.map((x) => `${x.left} = ${x.right}`), ...(shape.right.role ? ['l.k_point = r.r_point'] : [])].join(' AND ');
  const lost = links.map((x) => `${x.left} IS NULL`).join(' OR ');
  const none = shape.right.none === 'unknown' ? 'NULL' : 'FALSE';
  const there = `CASE WHEN ${lost} THEN NULL WHEN r.r0 IS NULL THEN ${none} ELSE (${toSql(pairCondition(rule), names)}) END`;
  const answer = shape.want === 'present' ? 'k_there' : '(NOT k_there)';
  const left = `SELECT row_number() OVER () AS k_left, * FROM (${keyed})`;
  return `WITH l AS MATERIALIZED (${left}), r AS (${rightsSql(planned, schema, matched)}), j AS (SELECT k_left AS j_left, ${or3('k_one')} AS k_there FROM (SELECT l.k_left, ${there} AS k_one FROM l LEFT JOIN r ON ${join}) GROUP BY k_left) SELECT l.*, (k_scope AND ${answer}) AS k_answer FROM l JOIN j ON l.k_left = j.j_left`;
}

/**
 * One row a partition: its key columns, `k_answer` (TRUE hit, NULL not evaluated, FALSE clear), `k_first` and `k_last` settled day,
 * and the keys of its stream.
 */
export function partitionsSql(planned: PlannedRule, schema: Schema, matched?: string): string {
  const { rule } = planned;
  const keys = keyColumns(rule);
  const streams = streamColumns(rule).filter((c) => !keys.includes(c));
  const lost = rule.key.map((_, i) => `key${i} IS NULL`).join(' OR ') || 'FALSE';
  const rest = ['min("settledDay") AS k_first', 'max("settledDay") AS k_last', ...streams.map((c) => `any_value(${c}) AS ${c}`)];
  if (rule.shape.kind === 'group') return groupSql(planned, rule.shape.when, schema, { keys, rest, lost }, matched);
  const answer =
    rule.knowledge?.mode === 'alternatives'
      ? 'CASE WHEN bool_and(k_answer IS TRUE) THEN TRUE WHEN bool_or(k_answer IS FALSE) THEN FALSE END'
      : or3('k_answer');
  const source = answeredSql(planned, schema, matched);
  return `SELECT ${keys.join(', ')}, CASE WHEN ${lost} THEN NULL ELSE (${answer}) END AS k_answer, ${rest.join(', ')} FROM (${source}) GROUP BY ${keys.join(', ')}`;
}

/** Aggregates first, then the limits of the knowledge row in force last: joined after aggregating, not carried through it. */
function groupSql(
  planned: PlannedRule,
  when: Expression,
  schema: Schema,
  { keys, rest, lost }: { keys: string[]; rest: string[]; lost: string },
  matched?: string,
): string {
  const columns: string[] = [];
  const lift = (e: Expression): Expression => {
    if (!isCall(e)) return e;
    if (!aggregateOf(e.op)) return { op: e.op, args: e.args.map(lift) };
    const sql = toSql(e, memberNames);
    const at = columns.indexOf(sql);
    if (at < 0) columns.push(sql);
    return { op: 'field', name: `a${at < 0 ? columns.length - 1 : at}` };
  };
  const outer = toSql(lift(when), { field: (n) => `g.${n}`, param: (n) => `k.${quoted(`p_${n}`)}` });
  const list = [...keys, ...columns.map((sql, i) => `${sql} AS a${i}`), 'max(k_point) AS k_point', ...rest];
  const grouped = `SELECT ${list.join(', ')} FROM (${keyedSql(planned, schema, matched)}) GROUP BY ${keys.join(', ')}`;
  return `SELECT g.*, CASE WHEN ${lost} THEN NULL ELSE (${outer}) END AS k_answer FROM (${grouped}) g JOIN point k ON k.point = g.k_point`;
}

/** Counts the partitions of a period and lists those that are not clear: one row (`partitions`, `named`: list of structs). */
export function namedSql(planned: PlannedRule, schema: Schema, period: { from: number; to: number }, matched?: string): string {
  const keys = [...new Set([...keyColumns(planned.rule), ...streamColumns(planned.rule)])];
  const pack = `struct_pack(${keys.map((k) => `${k} := ${k}`).join(', ')})`;
  const touched = `k_first <= ${period.to} AND k_last >= ${period.from}`;
  return `SELECT count(*) FILTER (WHERE k_last BETWEEN ${period.from} AND ${period.to}) AS partitions, list(${pack}) FILTER (WHERE k_answer IS NOT FALSE AND ${touched}) AS named FROM (${partitionsSql(planned, schema, matched)})`;
}

/**
 * Members of the named partitions (of their whole streams, where the rule has one; folds are walked anew by the closure reader):
 * record columns, `k_point`. `named` is a relation with the columns that `namedSql` packs.
 */
export function neededSql(planned: PlannedRule, schema: Schema, named: string, matched?: string): string {
  const stream = streamOf(planned.rule);
  const by = stream ? streamColumns(planned.rule) : keyColumns(planned.rule);
  const source = stream ? streamedSql(planned, stream, schema, matched) : keyedSql(planned, schema, matched);
  const on = by.map((c) => `b.${c} IS NOT DISTINCT FROM n.${c}`).join(' AND ') || 'TRUE';
  return `SELECT b.* FROM (${source}) b JOIN (SELECT DISTINCT ${by.join(', ') || '1'} FROM ${named}) n ON ${on}`;
}

/** Records of the other side that are linked to needed members (`needed`: relation of `neededSql`): their `r_…` columns. */
export function neededRightsSql(planned: PlannedRule, schema: Schema, needed: string, matched?: string): string {
  const { shape } = planned.rule;
  if (shape.kind !== 'pair') throw new Error(`${planned.rule.id}: not a pair`);
  const names: SqlNames = { ...memberNames, field: (n) => `l.${quoted(n)}`, param: (n) => `l.${quoted(`p_${n}`)}` };
  const on = [...shape.link.map(([l], i) => `${toSql(l, names)} = r.r${i}`), ...(shape.right.role ? ['l.k_point = r.r_point'] : [])].join(
    ' AND ',
  );
  return `SELECT DISTINCT r.* FROM (${rightsSql(planned, schema, matched)}) r JOIN ${needed} l ON ${on}`;
}

/**
 * How many records of a period an exemption keeps out: records of the population (`population`), or pairs (`link`). Exemptions of
 * findings are counted by the closure reader, which alone knows findings.
 */
export function exemptedSql(planned: PlannedRule, exemption: Exemption, schema: Schema, period: { from: number; to: number }): string {
  const { rule } = planned;
  const within = `"settledDay" BETWEEN ${period.from} AND ${period.to}`;
  if (exemption.acts === 'population') {
    const kept: Expression = rule.where ? { op: 'and', args: [rule.where, exemption.when] } : exemption.when;
    const record = quoted(schema.tables[rule.reads]?.record as string);
    return `SELECT count(DISTINCT ${rule.reads === 'diagnosis' || rule.reads === 'operation' ? `(encounter, ${record})` : record}) AS n FROM (${membersSql(planned, schema, undefined, kept)}) WHERE k_scope AND ${within}`;
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
  return `SELECT count(*) AS n FROM (${membersSql(planned, schema)}) l JOIN (${rightsSql(planned, schema)}) r ON ${join.join(' AND ')} WHERE ${within}`;
}

/** Rules that one scan of a table answers together: single lines with item knowledge, every live row a partition of its own. */
export const sharesScan = ({ rule }: PlannedRule): boolean =>
  rule.shape.kind === 'row' &&
  rule.reads === 'line' &&
  rule.knowledge?.by === 'item' &&
  rule.knowledge.mode === 'each' &&
  rule.key.length === 1 &&
  JSON.stringify(rule.key[0]) === JSON.stringify(field('line'));

/** Rules on single lines without knowledge: flags of one scan without joins. */
export const sharesPlainScan = ({ rule }: PlannedRule): boolean =>
  rule.shape.kind === 'row' &&
  rule.reads === 'line' &&
  !rule.knowledge &&
  rule.key.length === 1 &&
  JSON.stringify(rule.key[0]) === JSON.stringify(field('line'));

/** Rules with item knowledge on lines that need more than one line: their members are cut out of the lake once. */
export const sharesMatches = ({ rule }: PlannedRule): boolean =>
  rule.reads === 'line' && rule.knowledge?.by === 'item' && rule.knowledge.mode !== 'list' && !sharesScan({ index: 0, rule });

/** One scan for all rules of `sharesScan`: rows (rule, partitions, named: list of {line, point}). */
export function sharedScanSql(planned: readonly PlannedRule[], period: { from: number; to: number }): string {
  const names: SqlNames = { field: (n) => `t.${quoted(n)}`, param: (n) => `k.${quoted(`p_${n}`)}` };
  const branch = (make: (rule: RuleTree) => Expression) =>
    `CASE k.rule ${planned.map(({ index, rule }) => `WHEN ${index} THEN ${toSql(make(rule), names)}`).join(' ')} END`;
  const scope = branch(scopeOf);
  const when = branch((rule) => (rule.shape as { when: Expression }).when);
  const on = toSql((planned[0] as PlannedRule).rule.on, names);
  const rows = `SELECT k.rule AS rule, t."line" AS line, k.point AS point, ${scope} AS k_scope, ${when} AS k_when FROM "line" t JOIN kp k ON t.item = k.item AND k.shared AND ${on} BETWEEN k."from" AND k."to" WHERE t."settledDay" BETWEEN ${period.from} AND ${period.to}`;
  return `SELECT rule, count(*) AS partitions, list(struct_pack(line := line, point := point)) FILTER (WHERE (k_scope AND k_when) IS NOT FALSE) AS named FROM (${rows}) WHERE k_scope IS NOT FALSE GROUP BY rule`;
}

/**
 * One scan for all rules of `sharesPlainScan`: one row with n<i> and h<i> (list of {line, point}) for each. A rule whose
 * parameters never changed (`steady`) has one row of them, which stands beside every line without a join by date.
 */
export function plainScanSql(
  planned: readonly PlannedRule[],
  period: { from: number; to: number },
  steady: (index: number) => boolean,
): string {
  const parts = planned.map(({ index, rule }) => {
    const names: SqlNames = { field: (n) => `t.${quoted(n)}`, param: (n) => `k${index}.${quoted(`p_${n}`)}` };
    const scope = toSql(scopeOf(rule), names);
    const when = toSql((rule.shape as { when: Expression }).when, names);
    const inForce = `${toSql(rule.on, names)} BETWEEN k${index}."from" AND k${index}."to"`;
    const live = `${steady(index) ? inForce : `k${index}.point IS NOT NULL`} AND (${scope}) IS NOT FALSE`;
    const rows = `(SELECT * FROM edition WHERE rule = ${index}) k${index}`;
    return {
      list: `count(*) FILTER (WHERE ${live}) AS n${index}, list(struct_pack(line := t."line", point := k${index}.point)) FILTER (WHERE ${live} AND ((${scope}) AND (${when})) IS NOT FALSE) AS h${index}`,
      join: steady(index) ? `CROSS JOIN ${rows}` : `LEFT JOIN ${rows} ON ${inForce}`,
    };
  });
  return `SELECT ${parts.map((p) => p.list).join(', ')} FROM "line" t ${parts.map((p) => p.join).join(' ')} WHERE t."settledDay" BETWEEN ${period.from} AND ${period.to}`;
}

/** The lines of all rules of `sharesMatches`, beside their knowledge rows: `k_rule`, `k_main` (judged, else the pair's other side). */
export function matchesSql(planned: readonly PlannedRule[], schema: Schema): string {
  const columns = new Set<string>(['line']);
  const params = new Set<string>();
  for (const { rule } of planned) {
    for (const column of columnsOf(rule, schema)) columns.add(column);
    if (rule.shape.kind === 'pair' && rule.shape.right.role && rule.shape.right.reads === 'line')
      for (const column of rightFields(rule, deciding)) columns.add(column);
    for (const name of paramsOf(rule)) params.add(name);
  }
  const list = [
    ...[...columns].map((n) => `t.${quoted(n)}`),
    ...[...params].map((n) => `k.${quoted(`p_${n}`)}`),
    'k.rule AS k_rule',
    'k.point AS k_point',
    'k.lineage AS k_lineage',
    'k.main AS k_main',
  ];
  const on = toSql((planned[0] as PlannedRule).rule.on, { field: (n) => `t.${quoted(n)}`, param: (n) => `k.${quoted(`p_${n}`)}` });
  // the other side of a pair is taken whatever its day: its condition says when it counts
  return `SELECT ${list.join(', ')} FROM "line" t JOIN kp k ON t.item = k.item AND k.matched AND (NOT k.main OR ${on} BETWEEN k."from" AND k."to")`;
}
